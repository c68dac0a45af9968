// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.RelativeEntropy;
import org.junit.jupiter.api.Test;

class EpsilonGreedyTest {
    private static final double FALSE_ALARM = 1e-7;

    @Test
    void statesItsLawByHand() {
        // c K / (d^2 t) = 0.5 * 2 / (0.25 t) = 4/t.
        EpsilonGreedy learner = EpsilonGreedy.decaying(2, 0.5, 0.5);
        double[] law = new double[2];
        learner.probabilities(law);
        assertThat(law).containsExactly(1, 0);
        learner.observe(0, 0.25);
        learner.probabilities(law);
        assertThat(law).containsExactly(0, 1);
        learner.observe(1, 0.5);
        learner.probabilities(law);
        assertThat(law).containsExactly(0.5, 0.5);
        for (int t = 3; t <= 7; t++) {
            learner.observe(0, 0);
        }
        // The eighth round.
        learner.probabilities(law);
        assertThat(law).containsExactly(0.25, 0.75);
        assertThatIllegalArgumentException().isThrownBy(() -> learner.probabilities(new double[3]));
    }

    @Test
    void selectsByTheLawItStates() {
        for (int arms : new int[] {1, 3, 20}) {
            EpsilonGreedy learner = EpsilonGreedy.constant(arms, 0.3);
            for (int arm = 0; arm < arms; arm++) {
                learner.observe(arm, 0.5 + 0.4 * (arm == 1 ? 1 : 0));
            }
            double[] law = new double[arms];
            learner.probabilities(law);
            assertThat(law[Math.min(1, arms - 1)]).isCloseTo(0.7 + 0.3 / arms, within(1e-15));
            long[] counts = new long[arms];
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(20240122);
            for (int draw = 0; draw < 100_000; draw++) {
                counts[learner.select(random)]++;
            }
            RelativeEntropy.assertProbabilities(counts, law, FALSE_ALARM);
        }
    }

    /** No bound is claimed: between T = 1000 and 16000 logarithmic regret grows by 1.4, linear regret by 16. */
    @Test
    void regretGrowsSlowly() {
        BernoulliBandit bandit = BernoulliBandit.of(0.8, 0.4, 0.3);
        double early = meanRegret(EpsilonGreedy.decaying(3, 6, 0.4), bandit, 1_000);
        double late = meanRegret(EpsilonGreedy.decaying(3, 6, 0.4), bandit, 16_000);
        double slope = Math.log(late / early) / Math.log(16);

        assertThat(slope).isBetween(0.0, 0.35);
        double constantEarly = meanRegret(EpsilonGreedy.constant(3, 0.2), bandit, 1_000);
        double constantLate = meanRegret(EpsilonGreedy.constant(3, 0.2), bandit, 16_000);
        assertThat(Math.log(constantLate / constantEarly) / Math.log(16)).isGreaterThan(0.8);
    }

    private static double meanRegret(EpsilonGreedy learner, BernoulliBandit bandit, long horizon) {
        PullCounts counts = PullCounts.forArms(bandit.arms());
        double sum = 0;
        int replicates = 50;
        for (int replicate = 0; replicate < replicates; replicate++) {
            Xoshiro256PlusPlus random = new StreamKey(20240123, "epsilon-greedy", "" + horizon, replicate).open();
            BanditPlay.run(learner, bandit, horizon, random, counts);
            sum += counts.pseudoRegret(bandit.over(horizon));
        }
        return sum / replicates;
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpsilonGreedy.constant(0, 0.1))
                .withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpsilonGreedy.constant(2, 1.1))
                .withMessageContaining("epsilon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpsilonGreedy.decaying(2, 0, 0.5))
                .withMessageContaining("exploration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpsilonGreedy.decaying(2, 5, 0))
                .withMessageContaining("gap");
    }
}
