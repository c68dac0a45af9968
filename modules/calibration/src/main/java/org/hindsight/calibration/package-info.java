// SPDX-License-Identifier: Apache-2.0
/** Calibration of forecasts: forecasters with guarantees against every sequence. */
@NullMarked
package org.hindsight.calibration;

import org.jspecify.annotations.NullMarked;
