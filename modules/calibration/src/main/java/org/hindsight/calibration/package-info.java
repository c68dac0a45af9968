// SPDX-License-Identifier: Apache-2.0
/**
 * Calibration of forecasts: {@link org.hindsight.calibration.measures} says how far forecasts are from calibrated, {@link
 * org.hindsight.calibration.forecasters} has forecasters that are calibrated against every sequence.
 */
@NullMarked
package org.hindsight.calibration;

import org.jspecify.annotations.NullMarked;
