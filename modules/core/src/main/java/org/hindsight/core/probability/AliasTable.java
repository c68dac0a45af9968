// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import java.util.random.RandomGenerator;

/**
 * Draws from a fixed finite distribution in O(1).
 *
 * <p>Walker's alias method with Vose's O(n) construction (M. D. Vose, 1991, IEEE TSE 17(9)). One draw uses one word of
 * the generator: its upper part chooses a column, the rest decides between the column's two outcomes. The choice of the
 * column is by multiplication, so its bias is below n 2^-53. Immutable and thread-safe; a draw allocates nothing.
 */
public final class AliasTable {
    private final double[] threshold;
    private final int[] alias;

    private AliasTable(double[] threshold, int[] alias) {
        this.threshold = threshold;
        this.alias = alias;
    }

    /**
     * Builds the table of a distribution.
     *
     * @param distribution the distribution
     * @return the table
     */
    public static AliasTable of(ProbabilityVector distribution) {
        int n = distribution.size();
        double[] scaled = distribution.toArray();
        int[] alias = new int[n];
        int[] work = new int[n];
        int small = 0;
        int large = n;
        for (int i = 0; i < n; i++) {
            scaled[i] *= n;
            alias[i] = i;
            if (scaled[i] < 1) {
                work[small++] = i;
            } else {
                work[--large] = i;
            }
        }
        // work[0..small) holds columns to fill, work[large..n) outcomes with probability to give away.
        while (small > 0 && large < n) {
            int poor = work[--small];
            int rich = work[large];
            alias[poor] = rich;
            scaled[rich] -= 1 - scaled[poor];
            if (scaled[rich] < 1) {
                large++;
                work[small++] = rich;
            }
        }
        // What is left over differs from a full column by rounding alone, except that an impossible outcome stays so.
        while (small > 0) {
            int column = work[--small];
            if (distribution.probability(column) > 0) {
                scaled[column] = 1;
            } else {
                alias[column] = mode(distribution);
                scaled[column] = 0;
            }
        }
        while (large < n) {
            scaled[work[large++]] = 1;
        }
        return new AliasTable(scaled, alias);
    }

    private static int mode(ProbabilityVector distribution) {
        int mode = 0;
        for (int i = 1; i < distribution.size(); i++) {
            if (distribution.probability(i) > distribution.probability(mode)) {
                mode = i;
            }
        }
        return mode;
    }

    /**
     * Returns the number of outcomes.
     *
     * @return at least 1
     */
    public int size() {
        return threshold.length;
    }

    /**
     * Draws an outcome.
     *
     * @param random the source of randomness
     * @return an outcome in 0 .. size - 1, never one of probability zero
     */
    public int sample(RandomGenerator random) {
        double position = random.nextDouble() * threshold.length;
        int column = (int) position;
        return position - column < threshold[column] ? column : alias[column];
    }

    /** The probability with which {@link #sample} returns an outcome, for uniforms without granularity. */
    double impliedProbability(int outcome) {
        double sum = 0;
        for (int column = 0; column < threshold.length; column++) {
            if (column == outcome) {
                sum += threshold[column];
            }
            if (alias[column] == outcome) {
                sum += 1 - threshold[column];
            }
        }
        return sum / threshold.length;
    }
}
