// SPDX-License-Identifier: Apache-2.0
/**
 * Measures of how far forecasts of binary outcomes are from calibrated.
 *
 * <p>Start with {@link org.hindsight.calibration.measures.BinaryForecasts}, which sorts the data once and merges equal predictions into levels, cut
 * it into {@link org.hindsight.calibration.measures.ForecastGroups}, and measure the groups with {@link
 * org.hindsight.calibration.measures.GroupedErrors}:
 *
 * <pre>{@code
 * BinaryForecasts data = BinaryForecasts.of(new double[] {0.2, 0.5, 0.9}, new int[] {0, 1, 1});
 * double perRound = GroupedErrors.expected(ForecastGroups.levels(data)).mean();
 * double overRounds = GroupedErrors.expected(ForecastGroups.equalWidth(data, 10, BinEdges.LEFT_CLOSED)).sum();
 * }</pre>
 *
 * <p>Two normalisations are in use: sums over rounds in the sequential literature, means per round in the batch literature. A {@link
 * org.hindsight.calibration.measures.CalibrationError} holds both. {@link org.hindsight.calibration.measures.BrierDecomposition} splits the Brier score by
 * isotonic regression, {@link org.hindsight.calibration.measures.SmoothCalibration} needs no bins.
 * No measure depends on the order of the rounds, and all are zero on no data.
 */
@NullMarked
package org.hindsight.calibration.measures;

import org.jspecify.annotations.NullMarked;
