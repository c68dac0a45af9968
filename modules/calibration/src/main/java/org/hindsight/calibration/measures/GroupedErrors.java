// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import org.hindsight.core.numeric.CompensatedSum;

/**
 * Calibration errors read off groups of forecasts.
 *
 * <p>Group b has weight n_b and summed residual R_b, the sum of x - p. On {@linkplain ForecastGroups#levels levels} these are the errors of calibration
 * itself; on bins they also forgive what cancels within a bin. Complexity: O(K).
 */
public final class GroupedErrors {
    private GroupedErrors() {}

    /**
     * Returns the expected calibration error (ECE), the sum of |R_b|.
     *
     * @param groups the grouped forecasts
     * @return the error, in [0, 1] in the mean
     */
    public static CalibrationError expected(ForecastGroups groups) {
        CompensatedSum sum = new CompensatedSum();
        for (int b = 0; b < groups.groups(); b++) {
            sum.add(Math.abs(groups.residual(b)));
        }
        return CalibrationError.ofSum(sum.value(), groups.forecasts().totalWeight());
    }

    /**
     * Returns the squared L2 error, the sum of R_b^2 / n_b. The L2 error is the square root of the mean.
     *
     * @param groups the grouped forecasts
     * @return the squared error, in [0, 1] in the mean
     */
    public static CalibrationError squared(ForecastGroups groups) {
        CompensatedSum sum = new CompensatedSum();
        for (int b = 0; b < groups.groups(); b++) {
            double residual = groups.residual(b);
            // This order neither overflows nor underflows before the result does: |R_b| is at most n_b.
            sum.add(residual * (residual / groups.weight(b)));
        }
        return CalibrationError.ofSum(sum.value(), groups.forecasts().totalWeight());
    }

    /**
     * Returns the squared L2 error less what the outcomes' own variance adds to it: from a group of n rounds with a mean outcome of y, {@code n y (1 - y) /
     * (n - 1)} is taken off the sum. Groups of one round contribute nothing, and a negative total is 0. The debiased L2 error is the square root of the mean.
     * Source: A. Kumar, P. Liang, T. Ma, "Verified uncertainty calibration", 2019, arXiv:1909.10155.
     *
     * @param groups the grouped forecasts, without weights
     * @return the squared error, in [0, 1] in the mean
     * @throws IllegalArgumentException if the forecasts are weighted
     */
    public static CalibrationError debiasedSquared(ForecastGroups groups) {
        if (groups.forecasts().isWeighted()) {
            throw new IllegalArgumentException(
                    "groups must have no weights, for which no debiased error is defined, was weighted");
        }
        CompensatedSum sum = new CompensatedSum();
        for (int b = 0; b < groups.groups(); b++) {
            double n = groups.points(b);
            if (n >= 2) {
                double residual = groups.residual(b);
                double y = groups.ones(b) / n;
                sum.add(residual * residual / n);
                sum.add(-n * y * (1 - y) / (n - 1));
            }
        }
        return CalibrationError.ofSum(
                Math.max(0, sum.value()), groups.forecasts().totalWeight());
    }

    /**
     * Returns the maximum calibration error (MCE), the largest |R_b| / n_b. It is a rate of one group and has no sum.
     *
     * @param groups the grouped forecasts
     * @return in [0, 1], 0 without data
     */
    public static double maximum(ForecastGroups groups) {
        double worst = 0;
        for (int b = 0; b < groups.groups(); b++) {
            worst = Math.max(worst, Math.abs(groups.residual(b)) / groups.weight(b));
        }
        return worst;
    }
}
