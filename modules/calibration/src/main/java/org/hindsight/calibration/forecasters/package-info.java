// SPDX-License-Identifier: Apache-2.0
/**
 * Forecasters that are calibrated on every sequence of outcomes.
 *
 * <p>In round t nature picks an outcome x_t, a point of the simplex of m coordinates, and the forecaster, who does not see it yet, a
 * forecast p_t of it. A {@link org.hindsight.calibration.forecasters.SimplexPartition} cuts the simplex into bins; forecasts are calibrated
 * when in each bin the outcomes are on average what was forecast:
 *
 * <pre>{@code
 * SimplexPartition halves = SimplexPartition.ofInterval(0.5);
 * BinnedForecaster forecaster = BlackwellCalibrator.of(halves);
 * double[] probabilities = new double[2];
 * double[] forecasts = new double[4];
 * forecaster.lottery(probabilities, forecasts);  // bin i with probability i, and then the forecast of row i
 * forecaster.observe(new double[] {0.3, 0.7}, 0);  // the outcome, and the bin that was drawn
 * }</pre>
 *
 * <p>{@link org.hindsight.calibration.forecasters.BlackwellCalibrator} is calibrated over all rounds together, {@link
 * org.hindsight.calibration.forecasters.AdaptiveCalibrator} and {@link org.hindsight.calibration.forecasters.CoveringCalibrator} on every
 * interval of rounds. All three ask {@link org.hindsight.calibration.forecasters.MinimaxForecast} what to forecast. {@link
 * org.hindsight.calibration.forecasters.BinDeviations} measures. A forecaster that draws its forecasts itself, whatever its bins, is a {@link
 * org.hindsight.calibration.forecasters.SimplexForecaster}.
 *
 * <p>Outcomes may depend on all that happened before the round and on the forecaster's lottery, but not on what is drawn from it. Deviations are
 * sums over rounds unless an average is named.
 */
@NullMarked
package org.hindsight.calibration.forecasters;

import org.jspecify.annotations.NullMarked;
