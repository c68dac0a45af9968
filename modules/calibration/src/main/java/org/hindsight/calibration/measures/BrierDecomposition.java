// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import org.hindsight.core.numeric.CompensatedSum;

/**
 * The Brier score and its CORP decomposition {@code score = miscalibration - discrimination + uncertainty}.
 *
 * <p>With B the Brier score, q the {@linkplain IsotonicRecalibration isotonic recalibration} of the predictions p and y the mean outcome. The parts are
 * computed as sums of squares, each by itself; the identity holds up to rounding. Source: T. Dimitriadis, T. Gneiting, A. Jordan, "Stable reliability
 * diagrams for probabilistic classifiers", PNAS 118 (2021).
 *
 * @param score B(p), the squared differences of predictions and outcomes; in [0, 1] in the mean
 * @param miscalibration B(p) - B(q), 0 exactly if every level is calibrated
 * @param discrimination B(y) - B(q), 0 if the outcomes do not rise with the predictions
 * @param uncertainty B(y), y (1 - y) in the mean
 */
public record BrierDecomposition(
        CalibrationError score,
        CalibrationError miscalibration,
        CalibrationError discrimination,
        CalibrationError uncertainty) {
    /**
     * Scores forecasts. Complexity: O(K).
     *
     * @param forecasts the data
     * @return the score and its parts, all 0 without data
     */
    public static BrierDecomposition of(BinaryForecasts forecasts) {
        IsotonicRecalibration isotonic = IsotonicRecalibration.of(forecasts);
        double total = forecasts.totalWeight();
        CompensatedSum allOnes = new CompensatedSum();
        for (int k = 0; k < forecasts.levels(); k++) {
            allOnes.add(forecasts.ones(k));
        }
        double mean = total == 0 ? 0 : Math.min(1, allOnes.value() / total);
        CompensatedSum score = new CompensatedSum();
        CompensatedSum miscalibration = new CompensatedSum();
        CompensatedSum discrimination = new CompensatedSum();
        for (int k = 0; k < forecasts.levels(); k++) {
            double n = forecasts.weight(k);
            double ones = forecasts.ones(k);
            double p = forecasts.value(k);
            double q = isotonic.value(k);
            score.add((n - ones) * p * p);
            score.add(ones * (1 - p) * (1 - p));
            // n p^2 - 2 m p - n q^2 + 2 m q, without the cancellation.
            miscalibration.add((p - q) * (n * (p + q) - 2 * ones));
            // A block's outcomes have mean q, so what q saves over y is the spread of q.
            discrimination.add(n * (q - mean) * (q - mean));
        }
        return new BrierDecomposition(
                CalibrationError.ofSum(Math.max(0, score.value()), total),
                CalibrationError.ofSum(Math.max(0, miscalibration.value()), total),
                CalibrationError.ofSum(discrimination.value(), total),
                CalibrationError.ofSum(total * mean * (1 - mean), total));
    }
}
