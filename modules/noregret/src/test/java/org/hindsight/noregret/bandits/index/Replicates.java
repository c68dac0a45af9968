// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;

/** Independent runs on one Bernoulli bandit, whose mean regret is held against a bound. */
final class Replicates {
    static final BernoulliBandit BANDIT = BernoulliBandit.of(0.1, 0.9, 0.2, 0.9, 0.3);

    /** False-alarm probability of each assertion. */
    private static final double FALSE_ALARM = 1e-7;

    private Replicates() {}

    static void assertMeanRegretAtMost(double bound, BanditLearner learner, String name, long horizon, int replicates) {
        StochasticBandit instance = BANDIT.over(horizon);
        // A bound that pulling the worst arm for ever would keep tests nothing.
        assertThat(bound).isLessThan(0.5 * horizon * instance.largestGap());
        PullCounts counts = PullCounts.forArms(BANDIT.arms());
        BoundedSample regret = BoundedSample.in(0, horizon * instance.largestGap());
        for (int replicate = 0; replicate < replicates; replicate++) {
            Xoshiro256PlusPlus random = new StreamKey(20240111, name, BANDIT.toString(), replicate).open();
            BanditPlay.run(learner, BANDIT, horizon, random, counts);
            regret.add(counts.pseudoRegret(instance));
        }
        EmpiricalBernstein.assertMeanAtMost(regret, bound, FALSE_ALARM);
    }
}
