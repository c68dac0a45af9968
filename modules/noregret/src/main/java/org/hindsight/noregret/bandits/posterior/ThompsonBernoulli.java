// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.posterior;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;

/**
 * Thompson sampling for Bernoulli arms: draw each arm's mean from its posterior, pull the arm of the largest draw.
 *
 * <p>The prior is uniform on each mean, so that the posterior of an arm is Beta(1 + S, 1 + F), S the sum of its rewards
 * and F the sum of one minus each. Rewards between 0 and 1 count for a fraction of a success and a fraction of a
 * failure; it is then no posterior of the arm's law. Randomised. A round costs O(K) beta draws. Needs no horizon.
 * Mutable, not thread-safe.
 *
 * <p>Source: W. R. Thompson (1933), "On the likelihood that one unknown probability exceeds another in view of the
 * evidence of two samples", Biometrika 25; O. Chapelle, L. Li (2011), "An empirical evaluation of Thompson sampling",
 * NIPS, Algorithm 2.
 */
public final class ThompsonBernoulli implements BanditLearner {
    /** 1 + S. */
    private final double[] successes;
    /** 1 + F. */
    private final double[] failures;

    private ThompsonBernoulli(double[] successes, double[] failures) {
        this.successes = successes;
        this.failures = failures;
    }

    /**
     * Creates the learner.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static ThompsonBernoulli of(int arms) {
        Checks.atLeast(arms, 1, "arms");
        ThompsonBernoulli learner = new ThompsonBernoulli(new double[arms], new double[arms]);
        learner.reset();
        return learner;
    }

    @Override
    public int arms() {
        return successes.length;
    }

    @Override
    public int select(RandomGenerator random) {
        int best = 0;
        double bestMean = -1;
        for (int arm = 0; arm < successes.length; arm++) {
            double mean = BetaSampler.sample(successes[arm], failures[arm], random);
            if (mean > bestMean) {
                bestMean = mean;
                best = arm;
            }
        }
        return best;
    }

    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, successes.length, "arm");
        Checks.inUnitInterval(reward, "reward");
        successes[arm] += reward;
        failures[arm] += 1 - reward;
    }

    @Override
    public void reset() {
        Arrays.fill(successes, 1);
        Arrays.fill(failures, 1);
    }

    @Override
    public ThompsonBernoulli fork() {
        return new ThompsonBernoulli(successes.clone(), failures.clone());
    }
}
