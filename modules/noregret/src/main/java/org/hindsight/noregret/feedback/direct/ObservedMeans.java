// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * What a learner with a wall clock knows: the number and the mean of each arm's rewards seen, and the number of rounds.
 *
 * <p>The mean is positive infinity until the arm's first reward seen, so that unseen arms have the largest index. The
 * fields are read by the learners' scans; only this class writes them.
 */
final class ObservedMeans {
    final double[] means;
    final long[] counts;
    /** The number t of rounds so far, with feedback or without. */
    long rounds;

    private final double[] sums;

    ObservedMeans(int arms) {
        Checks.atLeast(arms, 1, "arms");
        this.means = new double[arms];
        this.counts = new long[arms];
        this.sums = new double[arms];
        Arrays.fill(means, Double.POSITIVE_INFINITY);
    }

    ObservedMeans(ObservedMeans other) {
        this.means = other.means.clone();
        this.counts = other.counts.clone();
        this.rounds = other.rounds;
        this.sums = other.sums.clone();
    }

    int arms() {
        return means.length;
    }

    void observe(int arm, double reward) {
        Checks.index(arm, sums.length, "arm");
        sums[arm] += Checks.inUnitInterval(reward, "reward");
        means[arm] = sums[arm] / ++counts[arm];
        rounds++;
    }

    void noFeedback(int arm) {
        Checks.index(arm, sums.length, "arm");
        rounds++;
    }

    void reset() {
        Arrays.fill(means, Double.POSITIVE_INFINITY);
        Arrays.fill(counts, 0);
        Arrays.fill(sums, 0);
        rounds = 0;
    }
}
