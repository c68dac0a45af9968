// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

/** The Bayesian regret of Thompson sampling: worked by hand, and held against arms drawn from the prior. */
class ThompsonRegretTest {
    private static final double FALSE_ALARM = 1e-7;

    @Test
    void boundByHand() {
        // sqrt(2 * 100 * ln 2 / 2).
        assertThat(bound(2, 100)).isCloseTo(8.32554611157698, within(1e-12));
        assertThat(bound(1, 100)).isZero();
        assertThat(bound(5, 0)).isZero();
    }

    @Test
    void staysWithinItsBoundOnArmsFromThePrior() {
        for (int arms : new int[] {2, 8}) {
            long horizon = 500;
            // A fixed arm costs 1/6 a round of two uniform arms, 83 in all; of eight, 7/18 a round, 194.
            assertThat(bound(arms, horizon)).isLessThan(80);
            PullCounts counts = PullCounts.forArms(arms);
            ThompsonBernoulli learner = ThompsonBernoulli.of(arms);
            BoundedSample regret = BoundedSample.in(0, (double) horizon);
            for (int replicate = 0; replicate < 1_000; replicate++) {
                Xoshiro256PlusPlus random = new StreamKey(20240125, "thompson", "" + arms, replicate).open();
                double[] means = new double[arms];
                for (int arm = 0; arm < arms; arm++) {
                    means[arm] = random.nextDouble();
                }
                BernoulliBandit bandit = BernoulliBandit.of(means);
                BanditPlay.run(learner, bandit, horizon, random, counts);
                regret.add(counts.pseudoRegret(bandit.over(horizon)));
            }
            EmpiricalBernstein.assertMeanAtMost(regret, bound(arms, horizon), FALSE_ALARM);
        }
    }

    private static double bound(int arms, long rounds) {
        return ThompsonBernoulli.BAYESIAN_REGRET.at(new ThompsonBernoulli.Run(arms, rounds));
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThompsonBernoulli.Run(0, 1))
                .withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThompsonBernoulli.Run(1, -1))
                .withMessageContaining("rounds");
    }
}
