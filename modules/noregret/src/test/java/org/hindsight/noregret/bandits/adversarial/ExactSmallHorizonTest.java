// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What learners draw agrees with the exact expectation over all branches of their stated laws. */
class ExactSmallHorizonTest {
    private static final int ROUNDS = 5;
    private static final int RUNS = 300_000;
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.6, 0.4);

    static Stream<RandomizedBanditLearner> learners() {
        return Stream.of(
                Exp3.withLearningRate(2, 0.3),
                AnytimeExp3.of(2),
                AnytimeExp3.onGrid(2),
                Exp3Gain.withExploration(2, 0.2),
                Exp3P.with(2, 0.3, 0.2, 0.1),
                Exp3Ix.with(2, 0.3, 0.15),
                TsallisInf.importanceWeighted(2),
                TsallisInf.reducedVariance(2));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void meanPullsAreTheExactOnes(RandomizedBanditLearner learner) {
        double exact = ExactBanditTree.pullsOfArm(1, learner.fork(), BANDIT, ROUNDS);
        PullCounts counts = PullCounts.forArms(2);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(20261121);
        double sum = 0;
        for (int run = 0; run < RUNS; run++) {
            BanditPlay.run(learner, BANDIT, ROUNDS, random, counts);
            sum += counts.pulls(1);
        }
        // Hoeffding: a mean of numbers in [0, 5] is off by more with probability at most 1e-8.
        double radius = ROUNDS * Math.sqrt(Math.log(2e8) / (2.0 * RUNS));
        assertThat(sum / RUNS).isCloseTo(exact, within(radius));
    }
}
