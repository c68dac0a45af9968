// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import org.hindsight.core.Checks;

/**
 * The value of a measure in both normalisations.
 *
 * @param sum the sum over rounds, each times its weight; finite, at least 0
 * @param mean the sum divided by the total weight, the number of rounds if there are no weights; 0 without data
 */
public record CalibrationError(double sum, double mean) {
    /**
     * Holds a value.
     *
     * @param sum finite, at least 0
     * @param mean finite, at least 0
     * @throws IllegalArgumentException if one is negative, infinite or NaN
     */
    public CalibrationError {
        Checks.nonNegative(sum, "sum");
        Checks.nonNegative(mean, "mean");
    }

    /**
     * Returns the value with a given sum.
     *
     * @param sum the sum over rounds, finite, at least 0
     * @param totalWeight the sum of the weights, finite, at least 0; if it is 0 so is the mean
     * @return the value
     * @throws IllegalArgumentException if an argument is negative, infinite or NaN
     */
    public static CalibrationError ofSum(double sum, double totalWeight) {
        Checks.nonNegative(totalWeight, "totalWeight");
        return new CalibrationError(sum, totalWeight == 0 ? 0 : sum / totalWeight);
    }
}
