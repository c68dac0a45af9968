// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.CounterUniforms;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.BernoulliRewardStack;

/** Pulls of 10,000 rounds on a fixed stack of rewards, and {@code h <- 31 h + arm} over all actions, modulo 2^64. */
final class GoldenTrace {
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.2, 0.35, 0.5, 0.55, 0.7);

    final long[] pulls = new long[BANDIT.arms()];
    long hash;

    private GoldenTrace() {}

    static GoldenTrace of(BanditLearner learner) {
        GoldenTrace trace = new GoldenTrace();
        BernoulliRewardStack stack = BernoulliRewardStack.of(BANDIT, CounterUniforms.of(20240110));
        Xoshiro256PlusPlus unused = Xoshiro256PlusPlus.seeded(1);
        for (int t = 0; t < 10_000; t++) {
            int arm = learner.select(unused);
            learner.observe(arm, stack.reward(arm, unused));
            trace.pulls[arm]++;
            trace.hash = 31 * trace.hash + arm;
        }
        return trace;
    }
}
