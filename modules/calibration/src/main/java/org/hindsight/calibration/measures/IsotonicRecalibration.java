// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import org.hindsight.core.Checks;

/**
 * The isotonic regression of outcomes on predictions: the non-decreasing map of predictions with the smallest Brier score on the data.
 *
 * <p>It is constant on blocks of consecutive levels and equal there to the mean outcome of the block; block means increase. Found by pooling adjacent
 * violators. Immutable. Complexity: O(K). Source: M. Ayer, H. Brunk, G. Ewing, W. Reid, E. Silverman (1955), Annals of Mathematical Statistics 26.
 */
public final class IsotonicRecalibration {
    private final double[] means;

    private IsotonicRecalibration(double[] means) {
        this.means = means;
    }

    /**
     * Fits the regression.
     *
     * @param forecasts the data
     * @return one value a level
     */
    public static IsotonicRecalibration of(BinaryForecasts forecasts) {
        int levels = forecasts.levels();
        double[] ones = new double[levels];
        double[] weight = new double[levels];
        int[] end = new int[levels];
        int blocks = 0;
        for (int k = 0; k < levels; k++) {
            ones[blocks] = forecasts.ones(k);
            weight[blocks] = forecasts.weight(k);
            end[blocks++] = k + 1;
            while (blocks > 1 && ones[blocks - 2] / weight[blocks - 2] >= ones[blocks - 1] / weight[blocks - 1]) {
                blocks--;
                ones[blocks - 1] += ones[blocks];
                weight[blocks - 1] += weight[blocks];
                end[blocks - 1] = end[blocks];
            }
        }
        double[] means = new double[levels];
        for (int block = 0, k = 0; block < blocks; block++) {
            for (; k < end[block]; k++) {
                means[k] = Math.min(1, ones[block] / weight[block]);
            }
        }
        return new IsotonicRecalibration(means);
    }

    /**
     * Returns the number of levels.
     *
     * @return K
     */
    public int levels() {
        return means.length;
    }

    /**
     * Returns what a level's prediction is mapped to.
     *
     * @param level k, in 0 .. K - 1
     * @return in [0, 1], not smaller for larger k
     */
    public double value(int level) {
        return means[Checks.index(level, means.length, "level")];
    }
}
