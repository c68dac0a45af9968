// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.table;

import java.util.Arrays;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * Mean, standard error of the mean, and the 5 %, 50 % and 95 % quantiles of replicates.
 *
 * @param mean the average
 * @param standardError the sample standard deviation (divisor n - 1) over the square root of n
 * @param q05 the 5 % quantile, interpolated linearly between order statistics
 * @param q50 the median
 * @param q95 the 95 % quantile
 */
public record Summary(double mean, double standardError, double q05, double q50, double q95) {
    /**
     * Summarises replicates.
     *
     * @param replicates at least two finite numbers, not modified
     * @return the summary; independent of the order of the replicates except for the last bits of the mean
     */
    public static Summary of(double[] replicates) {
        int n = Checks.atLeast(replicates.length, 2, "replicates.length");
        Checks.finite(replicates, "replicates");
        double mean = CompensatedSum.of(replicates) / n;
        CompensatedSum squares = new CompensatedSum();
        for (double replicate : replicates) {
            squares.add((replicate - mean) * (replicate - mean));
        }
        double standardError = Math.sqrt(squares.value() / (n - 1.0) / n);
        double[] sorted = replicates.clone();
        Arrays.sort(sorted);
        return new Summary(mean, standardError, quantile(sorted, 0.05), quantile(sorted, 0.5), quantile(sorted, 0.95));
    }

    private static double quantile(double[] sorted, double level) {
        double position = level * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Returns the columns a measure takes in a table.
     *
     * @param measure the measure's name
     * @return five names
     */
    public static List<String> columns(String measure) {
        return List.of(measure + "_mean", measure + "_se", measure + "_q05", measure + "_q50", measure + "_q95");
    }

    /**
     * Returns the numbers in the order of {@link #columns}.
     *
     * @return five numbers
     */
    public double[] toArray() {
        return new double[] {mean, standardError, q05, q50, q95};
    }
}
