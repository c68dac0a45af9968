// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.posterior;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;

/**
 * Thompson sampling for Gaussian arms: draw each arm's mean from N(mean, 1/n), pull the arm of the largest draw.
 *
 * <p>Here n is the number of the arm's rewards; every arm is pulled once first, lowest first. N(mean, 1/n) is the
 * posterior for rewards of unit variance and a flat prior on the arm's mean. Rewards in [0, 1] vary less, so that for them
 * the learner explores more than it need. Randomised. A round costs O(K) normal draws. Needs no horizon. Mutable, not
 * thread-safe.
 *
 * <p>Source: T. Lattimore, C. Szepesvari (2020), "Bandit Algorithms", section 36.3; S. Agrawal, N. Goyal (2013), "Further
 * optimal regret bounds for Thompson sampling", AISTATS, arXiv:1209.3353, there with n + 1 for n.
 */
@CostPerRound("O(K)")
public final class ThompsonGaussian implements BanditLearner {
    private final double[] sums;
    private final long[] counts;
    private final double[] means;
    /** 1/sqrt(n). */
    private final double[] deviations;
    /** How many arms have no reward. */
    private int unseen;

    private ThompsonGaussian(int arms) {
        this.sums = new double[arms];
        this.counts = new long[arms];
        this.means = new double[arms];
        this.deviations = new double[arms];
        this.unseen = arms;
    }

    private ThompsonGaussian(ThompsonGaussian other) {
        this.sums = other.sums.clone();
        this.counts = other.counts.clone();
        this.means = other.means.clone();
        this.deviations = other.deviations.clone();
        this.unseen = other.unseen;
    }

    /**
     * Creates the learner.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static ThompsonGaussian of(int arms) {
        return new ThompsonGaussian(Checks.atLeast(arms, 1, "arms"));
    }

    @Override
    public int arms() {
        return sums.length;
    }

    @Override
    public int select(RandomGenerator random) {
        if (unseen > 0) {
            return lowestUnseen();
        }
        int best = 0;
        double bestMean = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < means.length; arm++) {
            double mean = means[arm] + deviations[arm] * random.nextGaussian();
            if (mean > bestMean) {
                bestMean = mean;
                best = arm;
            }
        }
        return best;
    }

    private int lowestUnseen() {
        int arm = 0;
        while (counts[arm] > 0) {
            arm++;
        }
        return arm;
    }

    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, sums.length, "arm");
        sums[arm] += Checks.inUnitInterval(reward, "reward");
        double count = (double) ++counts[arm];
        means[arm] = sums[arm] / count;
        deviations[arm] = 1 / Math.sqrt(count);
        if (counts[arm] == 1) {
            unseen--;
        }
    }

    @Override
    public void reset() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        unseen = sums.length;
    }

    @Override
    public ThompsonGaussian fork() {
        return new ThompsonGaussian(this);
    }
}
