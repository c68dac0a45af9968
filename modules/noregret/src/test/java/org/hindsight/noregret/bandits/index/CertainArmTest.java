// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BanditEnvironment;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

/**
 * One arm pays 0.1 for certain, the other 1 with probability 0.6. A learner that does not explore settles for the first
 * whenever the second begins with a zero; its regret is then 0.4 * 0.5 * T = 1000 on average, far above the bounds.
 */
class CertainArmTest {
    private static final StochasticBandit INSTANCE = StochasticBandit.of(5_000, 0.1, 0.6);
    private static final int REPLICATES = 400;
    private static final double FALSE_ALARM = 1e-7;

    private static final BanditEnvironment ENVIRONMENT = new BanditEnvironment() {
        @Override
        public int arms() {
            return 2;
        }

        @Override
        public double reward(int arm, RandomGenerator random) {
            return arm == 0 ? 0.1 : random.nextDouble() < 0.6 ? 1 : 0;
        }

        @Override
        public void reset() {}
    };

    private static void assertMeanRegretAtMost(double bound, BanditLearner learner, String name) {
        PullCounts counts = PullCounts.forArms(2);
        BoundedSample regret = BoundedSample.in(0, INSTANCE.horizon() * INSTANCE.gap(0));
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            Xoshiro256PlusPlus random = new StreamKey(20240112, "certain arm", name, replicate).open();
            BanditPlay.run(learner, ENVIRONMENT, INSTANCE.horizon(), random, counts);
            regret.add(counts.pseudoRegret(INSTANCE));
        }
        EmpiricalBernstein.assertMeanAtMost(regret, bound, FALSE_ALARM);
    }

    @Test
    void klUcbDoesNotSettleForIt() {
        assertMeanRegretAtMost(KlUcb.REGRET.at(INSTANCE), KlUcb.withGuarantee(2), "kl-ucb");
    }

    @Test
    void alphaUcbDoesNotSettleForIt() {
        double bound = Ucb.ALPHA_REGRET.at(new Ucb.AtAlpha(INSTANCE, 2.5));
        assertMeanRegretAtMost(bound, Ucb.alpha(2, 2.5), "alpha-ucb");
    }

    @Test
    void subgaussianUcbDoesNotSettleForIt() {
        double bound = Ucb.SUBGAUSSIAN_REGRET.at(new Ucb.AtConfidence(INSTANCE, 2, 0.25));
        assertMeanRegretAtMost(bound, Ucb.subgaussian(2, 2, 0.25), "subgaussian-ucb");
    }
}
