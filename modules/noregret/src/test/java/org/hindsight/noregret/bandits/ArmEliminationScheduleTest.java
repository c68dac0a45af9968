// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.hindsight.testkit.statistics.ExactBinomial;
import org.junit.jupiter.api.Test;

/** Arm elimination that checks at powers of two, its bounds by hand and held against replicates; and the exact tie. */
class ArmEliminationScheduleTest {
    private static final double FALSE_ALARM = 1e-7;
    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(1);

    /** After pass 4 the interval of arm 0 ends exactly where that of arm 1 begins; only less than that drops it. */
    @Test
    void intervalsThatTouchDropNobody() {
        double radius = Math.sqrt(StrictMath.log(2.0 * 2 * 1 / 0.999) / 8);
        double[] rewards = {8 * radius - 3, 1, 1, 1};
        assertThat((((rewards[0] + 1) + 1) + 1) / 4 - radius).isEqualTo(radius);
        ArmElimination learner = ArmElimination.tunedFor(2, 1).withFailureProbability(0.999);
        for (double reward : rewards) {
            learner.observe(0, 0);
            learner.observe(1, reward);
        }

        assertThat(learner.eliminatedAt(0)).isEqualTo(ArmElimination.NEVER);
        assertThat(learner.select(UNUSED)).isZero();
        learner.observe(0, 0);
        learner.observe(1, 1);
        assertThat(learner.eliminatedAt(0)).isEqualTo(10);
    }

    @Test
    void dropsOnlyAfterPowersOfTwo() {
        ArmElimination learner =
                ArmElimination.tunedFor(2, 16).withFailureProbability(0.5).checkingAtPowersOfTwo();
        // ln(2 * 2 * 5 / 0.5) = 3.69: 2 rad < 1 from pass 8 (0.96) on; every pass would check it at n = 8 too.
        for (int pass = 1; pass <= 7; pass++) {
            learner.observe(0, 0);
            learner.observe(1, 1);
        }
        assertThat(learner.eliminatedAt(0)).isEqualTo(ArmElimination.NEVER);
        learner.observe(0, 0);
        learner.observe(1, 1);
        assertThat(learner.eliminatedAt(0)).isEqualTo(16);

        // With mean 0.9 instead, 2 rad < 0.9 from pass 10 (0.859) on, which is looked at after pass 16.
        learner.reset();
        for (int pass = 1; pass <= 16; pass++) {
            assertThat(learner.eliminatedAt(0)).isEqualTo(ArmElimination.NEVER);
            learner.observe(0, 0);
            learner.observe(1, 0.9);
        }
        assertThat(learner.eliminatedAt(0)).isEqualTo(32);
    }

    @Test
    void boundsByHand() {
        // J = 7; 8 ln(2 * 2 * 7 / 0.05) / 0.25 = 202.5, so that pass 203 suffices and 256 is checked.
        StochasticBandit bandit = StochasticBandit.of(100, 0.75, 0.25);
        assertThat(ArmElimination.POWERS_OF_TWO_PULLS.at(new ArmElimination.ArmAtConfidence(bandit, 1, 0.05)))
                .isEqualTo(256);
        assertThat(ArmElimination.POWERS_OF_TWO_PULLS.at(new ArmElimination.ArmAtConfidence(bandit, 0, 0.05)))
                .isInfinite();
        // 8 ln(2 * 2 * 7 * 100) / 0.25 = 253.99: 254, so 256; 0.5 + 0.5 * 256.
        assertThat(ArmElimination.POWERS_OF_TWO_REGRET.at(bandit)).isCloseTo(128.5, within(1e-12));
        assertThat(ArmElimination.POWERS_OF_TWO_REGRET.at(StochasticBandit.of(100, 0.5, 0.5)))
                .isZero();
        // J = 1, 8 ln 4 = 11.09: 12, so 16; 1 + 16.
        assertThat(ArmElimination.POWERS_OF_TWO_REGRET.at(StochasticBandit.of(1, 0, 1)))
                .isEqualTo(17);
    }

    @Test
    void staysWithinItsBounds() {
        BernoulliBandit arms = BernoulliBandit.of(0.1, 0.9, 0.2, 0.9, 0.3);
        StochasticBandit instance = arms.over(5_000);
        double delta = 0.05;
        ArmElimination learner = ArmElimination.tunedFor(5, 5_000).checkingAtPowersOfTwo();
        ArmElimination loose = learner.withFailureProbability(delta);
        PullCounts counts = PullCounts.forArms(5);
        BoundedSample regret = BoundedSample.in(0, 5_000);
        int failures = 0;
        for (int replicate = 0; replicate < 1_000; replicate++) {
            Xoshiro256PlusPlus random = new StreamKey(20240127, "powers of two", "", replicate).open();
            BanditPlay.run(learner, arms, 5_000, random, counts);
            regret.add(counts.pseudoRegret(instance));
            BanditPlay.run(loose, arms, 5_000, random, counts);
            boolean held =
                    loose.eliminatedAt(1) == ArmElimination.NEVER && loose.eliminatedAt(3) == ArmElimination.NEVER;
            for (int arm = 0; arm < 5; arm++) {
                double bound =
                        ArmElimination.POWERS_OF_TWO_PULLS.at(new ArmElimination.ArmAtConfidence(instance, arm, delta));
                held &= counts.pulls(arm) <= bound;
            }
            failures += held ? 0 : 1;
        }

        double bound = ArmElimination.POWERS_OF_TWO_REGRET.at(instance);
        assertThat(bound).isLessThan(0.2 * 5_000 * instance.largestGap());
        EmpiricalBernstein.assertMeanAtMost(regret, bound, FALSE_ALARM);
        ExactBinomial.assertProbabilityAtMost(failures, 1_000, delta, FALSE_ALARM);
    }
}
