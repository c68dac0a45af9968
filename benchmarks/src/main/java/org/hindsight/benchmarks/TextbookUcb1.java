// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;

/** UCB1 as the textbook writes it: every index from scratch every round, with its logarithm and its square root. */
final class TextbookUcb1 {
    private final double[] sums;
    private final long[] counts;
    private long rounds;

    TextbookUcb1(int arms) {
        this.sums = new double[arms];
        this.counts = new long[arms];
    }

    int select() {
        int best = 0;
        double bestIndex = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < sums.length; arm++) {
            if (counts[arm] == 0) {
                return arm;
            }
            double index = sums[arm] / counts[arm] + Math.sqrt(2 * Math.log((double) rounds) / counts[arm]);
            if (index > bestIndex) {
                bestIndex = index;
                best = arm;
            }
        }
        return best;
    }

    void observe(int arm, double reward) {
        sums[arm] += reward;
        counts[arm]++;
        rounds++;
    }

    void reset() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        rounds = 0;
    }
}
