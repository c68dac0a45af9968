// SPDX-License-Identifier: Apache-2.0
/** Calibration of forecasts; start with the forecasters of {@link org.hindsight.calibration.forecasters}. */
@NullMarked
package org.hindsight.calibration;

import org.jspecify.annotations.NullMarked;
