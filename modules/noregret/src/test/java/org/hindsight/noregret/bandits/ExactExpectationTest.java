// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.index.KlUcb;
import org.hindsight.noregret.bandits.index.Moss;
import org.hindsight.noregret.bandits.index.Ucb;
import org.hindsight.noregret.bandits.index.UcbV;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected pulls over short games: exact, against an independent implementation's numbers and against simulation. */
class ExactExpectationTest {
    private static final double FALSE_ALARM = 1e-8;
    private static final int RUNS = 50_000;
    private static final int HORIZON = 6;
    private static final BernoulliBandit TWO = BernoulliBandit.of(0.6, 0.4);
    private static final BernoulliBandit THREE = BernoulliBandit.of(0.5, 0.3, 0.7);

    static Stream<Arguments> golden() {
        return Stream.of(
                Arguments.of("UCB1", Ucb1.of(2), 2.62496),
                Arguments.of("UCB-asymptotic", Ucb.asymptotic(2, 1), 2.69248),
                Arguments.of("MOSS", Moss.forUnitVariance(2, HORIZON), 2.93248),
                Arguments.of("KL-UCB", KlUcb.of(2), 2.1584),
                Arguments.of("epsilon-greedy", EpsilonGreedy.constant(2, 0.1), 2.0592192));
    }

    /** The numbers are those of an independent implementation. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void expectedPullsOfTheWorseArm(String name, BanditLearner learner, double expected) {
        double[] pulls = BranchOracle.expectedPulls(learner, TWO, HORIZON);

        assertThat(pulls[1]).isCloseTo(expected, within(1e-12));
        assertThat(Arrays.stream(pulls).sum()).isCloseTo(HORIZON, within(1e-12));
    }

    static Stream<Arguments> learners() {
        return Stream.of(
                Arguments.of("UCB1", Ucb1.of(3)),
                Arguments.of("ETC", ExploreThenCommit.of(3, 1)),
                Arguments.of("AAE", ArmElimination.tunedFor(3, 1).withFailureProbability(0.999)),
                Arguments.of(
                        "AAE at powers of two",
                        ArmElimination.tunedFor(3, 1)
                                .withFailureProbability(0.999)
                                .checkingAtPowersOfTwo()),
                Arguments.of("epsilon-greedy", EpsilonGreedy.constant(3, 0.3)),
                Arguments.of("decaying epsilon-greedy", EpsilonGreedy.decaying(3, 0.5, 0.8)),
                Arguments.of("alpha-UCB", Ucb.alpha(3, 0.5)),
                Arguments.of("subgaussian UCB", Ucb.subgaussian(3, 1, 0.25)),
                Arguments.of("asymptotic UCB", Ucb.asymptotic(3, 0.25)),
                Arguments.of("MOSS", Moss.tunedFor(3, 40)),
                Arguments.of("UCB-V", UcbV.of(3).withParameters(0.1, 0.5)),
                Arguments.of("KL-UCB", KlUcb.of(3)),
                Arguments.of("KL-UCB with c = 3", KlUcb.withLogLogFactor(3, 3)),
                Arguments.of("KL-UCB with guarantee", KlUcb.withGuarantee(3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("learners")
    void simulationAgrees(String name, BanditLearner learner) {
        assertSimulationAgrees(name, learner, THREE);
    }

    private static void assertSimulationAgrees(String name, BanditLearner learner, BernoulliBandit bandit) {
        double[] expected = BranchOracle.expectedPulls(learner, bandit, HORIZON);
        PullCounts counts = PullCounts.forArms(bandit.arms());
        Xoshiro256PlusPlus random = new StreamKey(20240121, "oracle", name, 0).open();
        BoundedSample[] pulls = new BoundedSample[bandit.arms()];
        Arrays.setAll(pulls, arm -> BoundedSample.in(0, HORIZON));
        for (int run = 0; run < RUNS; run++) {
            BanditPlay.run(learner, bandit, HORIZON, random, counts);
            for (int arm = 0; arm < pulls.length; arm++) {
                pulls[arm].add((double) counts.pulls(arm));
            }
        }
        for (int arm = 0; arm < pulls.length; arm++) {
            EmpiricalBernstein.assertMean(pulls[arm], expected[arm], FALSE_ALARM);
        }
    }
}
