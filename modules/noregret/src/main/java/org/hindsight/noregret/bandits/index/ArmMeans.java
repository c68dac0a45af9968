// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * What an index learner knows: the number and the mean of each arm's rewards, and the number of all rewards.
 *
 * <p>The mean is positive infinity until the arm's first reward, so that a scan for the largest index finds the unseen
 * arms by itself, lowest first. The fields are read by the learners' scans; only this class writes them.
 */
final class ArmMeans {
    final double[] means;
    final long[] counts;
    /** The number t of all rewards. */
    long rewardsSeen;

    private final double[] sums;

    ArmMeans(int arms) {
        Checks.atLeast(arms, 1, "arms");
        this.means = new double[arms];
        this.counts = new long[arms];
        this.sums = new double[arms];
        Arrays.fill(means, Double.POSITIVE_INFINITY);
    }

    ArmMeans(ArmMeans other) {
        this.means = other.means.clone();
        this.counts = other.counts.clone();
        this.rewardsSeen = other.rewardsSeen;
        this.sums = other.sums.clone();
    }

    int arms() {
        return means.length;
    }

    void add(int arm, double reward) {
        Checks.index(arm, sums.length, "arm");
        sums[arm] += Checks.inUnitInterval(reward, "reward");
        means[arm] = sums[arm] / ++counts[arm];
        rewardsSeen++;
    }

    void reset() {
        Arrays.fill(means, Double.POSITIVE_INFINITY);
        Arrays.fill(counts, 0);
        Arrays.fill(sums, 0);
        rewardsSeen = 0;
    }

    /** The lowest arm of the largest entry. */
    static int lowestArgmax(double[] indices) {
        int best = 0;
        for (int arm = 1; arm < indices.length; arm++) {
            if (indices[arm] > indices[best]) {
                best = arm;
            }
        }
        return best;
    }
}
