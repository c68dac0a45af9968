// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;

/**
 * Exact laws of short games: every branch of arms and Bernoulli rewards, with its probability.
 *
 * <p>At most (2K)^T branches. A learner's law is what it states, or one arm.
 */
public final class BranchOracle {
    private static final RandomGenerator FORBIDDEN = () -> {
        throw new AssertionError("a learner that draws its arm must state its law");
    };

    private BranchOracle() {}

    /** Sees the end of a branch: pulls and successes of each arm, which it must not keep, and the probability. */
    @FunctionalInterface
    public interface Leaf {
        void at(long[] pulls, long[] successes, double probability);
    }

    /** The law that the learner states, or the arm that it selects without a generator. */
    private static void stateLaw(BanditLearner learner, double[] out) {
        if (learner instanceof RandomizedBanditLearner randomized) {
            randomized.probabilities(out);
        } else {
            Arrays.fill(out, 0);
            out[learner.select(FORBIDDEN)] = 1;
        }
    }

    public static double[] expectedPulls(BanditLearner learner, BernoulliBandit bandit, int rounds) {
        double[] expected = new double[bandit.arms()];
        walk(learner, bandit, rounds, (pulls, successes, probability) -> {
            for (int arm = 0; arm < expected.length; arm++) {
                expected[arm] += probability * pulls[arm];
            }
        });
        return expected;
    }

    public static void walk(BanditLearner learner, BernoulliBandit bandit, int rounds, Leaf leaf) {
        walk(learner.fork(), bandit, rounds, new long[bandit.arms()], new long[bandit.arms()], 1, leaf);
    }

    private static void walk(
            BanditLearner learner,
            BernoulliBandit bandit,
            int rounds,
            long[] pulls,
            long[] successes,
            double probability,
            Leaf leaf) {
        if (rounds == 0) {
            leaf.at(pulls, successes, probability);
            return;
        }
        double[] arms = new double[bandit.arms()];
        stateLaw(learner, arms);
        for (int arm = 0; arm < arms.length; arm++) {
            for (int reward = 0; reward <= 1; reward++) {
                double branch = probability * arms[arm] * (reward == 1 ? bandit.mean(arm) : 1 - bandit.mean(arm));
                if (branch > 0) {
                    BanditLearner next = learner.fork();
                    next.observe(arm, reward);
                    pulls[arm]++;
                    successes[arm] += reward;
                    walk(next, bandit, rounds - 1, pulls, successes, branch, leaf);
                    pulls[arm]--;
                    successes[arm] -= reward;
                }
            }
        }
    }
}
