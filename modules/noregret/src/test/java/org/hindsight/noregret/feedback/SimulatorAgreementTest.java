// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.ArmElimination;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.feedback.direct.AaePf;
import org.hindsight.noregret.feedback.direct.Exp3Pf;
import org.hindsight.noregret.feedback.direct.KlUcbPf;
import org.hindsight.noregret.feedback.direct.LinearRegretExp3;
import org.hindsight.noregret.feedback.direct.ThompsonPf;
import org.hindsight.noregret.feedback.direct.Ucb1Pf;
import org.hindsight.testkit.statistics.KolmogorovSmirnov;
import org.hindsight.testkit.statistics.RelativeEntropy;
import org.junit.jupiter.api.Test;

/**
 * The three simulators have one law: that of the exact branch oracle for six or eight rounds, and each other's for hundreds.
 *
 * <p>Every assertion has a false-alarm probability of at most 10^-8, by inequalities that hold at every sample size.
 */
class SimulatorAgreementTest {
    private static final double FALSE_ALARM = 1e-8;

    private static final int SHORT_HORIZON = 8;
    private static final int RANDOM_HORIZON = 6;
    private static final int SHORT_REPLICATES = 25_000;
    private static final ProbabilisticFeedbackEnvironment TWO_ARMS =
            ProbabilisticFeedbackEnvironment.of(BernoulliBandit.of(0.6, 0.3), FeedbackRates.of(0.4, 0.7));

    private static final int LONG_HORIZON = 250;
    private static final int LONG_REPLICATES = 2_500;
    private static final ProbabilisticFeedbackEnvironment THREE_ARMS =
            ProbabilisticFeedbackEnvironment.of(BernoulliBandit.of(0.8, 0.5, 0.1), FeedbackRates.of(0.3, 0.9, 1));

    @Test
    void allHaveTheOraclesLawOverUcb1() {
        assertOraclesLaw(() -> Ucb1.of(2));
    }

    /** With a radius so small that arms are dropped at once. */
    @Test
    void allHaveTheOraclesLawOverArmElimination() {
        assertOraclesLaw(() -> eagerElimination(2));
    }

    /** Of the block transformations the oracle does not know which rewards the base was told. */
    @Test
    void allHaveTheOraclesLawOverThompsonSampling() {
        assertOraclesLaw(ThompsonPf.untilFeedback(2), ActionLaw.inPhases(ActionLaw.thompsonOfTwo()), RANDOM_HORIZON);
    }

    @Test
    void allHaveTheOraclesLawOverExp3() {
        for (BlackBoxTransformation learner : transformations(() -> Exp3.withLearningRate(2, 0.8), 2)) {
            assertOraclesLaw(learner, ActionLaw.inPhases(ActionLaw.ofBase()), RANDOM_HORIZON);
        }
    }

    /** When rewards are independent, whichever reward of a block is passed on has the law of the first. */
    @Test
    void passingOnAnyRewardHasTheLawOfPassingOnTheFirst() {
        assertOraclesLaw(
                BbDivide.againstObliviousAdversary(Ucb1.of(2), 3),
                BbDivide.over(Ucb1.of(2), 3),
                ActionLaw.deterministic(),
                SHORT_HORIZON);
    }

    /** Deterministic and randomised learners without phases, step by step and on common coins. */
    @Test
    void directLearnersHaveTheOraclesLaw() {
        FeedbackRates rates = TWO_ARMS.rates();
        assertDirectLaw(Ucb1Pf.withWallClock(2), ActionLaw.deterministic(), SHORT_HORIZON);
        assertDirectLaw(KlUcbPf.withWallClock(2), ActionLaw.deterministic(), SHORT_HORIZON);
        assertDirectLaw(AaePf.roundRobin(2, 1), ActionLaw.deterministic(), SHORT_HORIZON);
        assertDirectLaw(ThompsonPf.direct(2), ActionLaw.thompsonOfTwo(), RANDOM_HORIZON);
        assertDirectLaw(Exp3Pf.withLearningRate(rates, 0.3), ActionLaw.exp3Pf(), RANDOM_HORIZON);
        assertDirectLaw(LinearRegretExp3.demonstration(2, 8), ActionLaw.ofBase(), RANDOM_HORIZON);
    }

    private static void assertDirectLaw(ProbabilisticFeedbackLearner learner, ActionLaw law, int horizon) {
        Outcomes outcomes = new Outcomes(BranchOracle.of(TWO_ARMS, learner, law, horizon));
        StepSimulator step = StepSimulator.of(TWO_ARMS);
        PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(2);
        Xoshiro256PlusPlus random = stream("direct " + learner.getClass().getName());
        long[] stepped = outcomes.none();
        long[] common = outcomes.none();
        for (int replicate = 0; replicate < SHORT_REPLICATES; replicate++) {
            step.play(learner, horizon, random, counts);
            outcomes.count(counts, stepped);
            outcomes.count(new CommonCoins(TWO_ARMS, random.nextLong()).play(learner, horizon), common);
        }
        RelativeEntropy.assertProbabilities(stepped, outcomes.probabilities, FALSE_ALARM);
        RelativeEntropy.assertProbabilities(common, outcomes.probabilities, FALSE_ALARM);
    }

    private static void assertOraclesLaw(Supplier<BanditLearner> base) {
        for (BlackBoxTransformation learner : transformations(base, 3)) {
            assertOraclesLaw(learner, ActionLaw.deterministic(), SHORT_HORIZON);
        }
    }

    private static void assertOraclesLaw(BlackBoxTransformation learner, ActionLaw law, int horizon) {
        assertOraclesLaw(learner, learner, law, horizon);
    }

    private static void assertOraclesLaw(
            BlackBoxTransformation learner, BlackBoxTransformation enumerated, ActionLaw law, int horizon) {
        Outcomes outcomes = new Outcomes(BranchOracle.of(TWO_ARMS, enumerated, law, horizon));
        for (Play simulator : simulators(TWO_ARMS)) {
            long[] seen = outcomes.none();
            PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(2);
            Xoshiro256PlusPlus random = stream(simulator + learner.getClass().getName());
            for (int replicate = 0; replicate < SHORT_REPLICATES; replicate++) {
                outcomes.count(simulator.play(learner, horizon, random, counts), seen);
            }
            RelativeEntropy.assertProbabilities(seen, outcomes.probabilities, FALSE_ALARM);
        }
    }

    /** The outcomes that have positive probability. */
    private static final class Outcomes {
        private final double[] probabilities;
        private final Map<List<Integer>, Integer> indexOf = new HashMap<>();

        Outcomes(BranchOracle oracle) {
            List<List<Integer>> outcomes = List.copyOf(oracle.law.keySet());
            probabilities = new double[outcomes.size()];
            for (int i = 0; i < probabilities.length; i++) {
                indexOf.put(outcomes.get(i), i);
                probabilities[i] = Objects.requireNonNull(oracle.law.get(outcomes.get(i)));
            }
        }

        long[] none() {
            return new long[probabilities.length];
        }

        void count(PullAndFeedbackCounts counts, long[] seen) {
            List<Integer> outcome = outcome(counts);
            int index = indexOf.getOrDefault(outcome, -1);
            assertThat(index).as("index of outcome %s", outcome).isNotNegative();
            seen[index]++;
        }
    }

    /** Two-sample Kolmogorov-Smirnov, for the pulls and the observations of every arm. */
    @Test
    void allAgreeOverLongerHorizons() {
        for (Supplier<BanditLearner> base : List.<Supplier<BanditLearner>>of(
                () -> Ucb1.of(3), () -> eagerElimination(3), () -> Exp3.tunedFor(3, 20))) {
            for (BlackBoxTransformation learner : transformations(base, 12)) {
                double[][] reference = new double[0][];
                for (Play simulator : simulators(THREE_ARMS)) {
                    double[][] sample = sample(simulator, learner);
                    if (reference.length == 0) {
                        reference = sample;
                        continue;
                    }
                    for (int count = 0; count < sample.length; count++) {
                        KolmogorovSmirnov.assertSameDistribution(reference[count], sample[count], FALSE_ALARM);
                    }
                }
            }
        }
    }

    /**
     * E FOC_a = f_a E APC_a: given the past, a pull shows its reward with probability f_a, so FOC_a - f_a APC_a is a sum
     * of differences of range one (Azuma-Hoeffding).
     */
    @Test
    void observationsAreTheRateTimesThePulls() {
        for (BlackBoxTransformation learner : transformations(() -> Ucb1.of(3), 12)) {
            for (Play simulator : simulators(THREE_ARMS)) {
                double[][] sample = sample(simulator, learner);
                double radius = Math.sqrt(LONG_HORIZON * Math.log(2 / FALSE_ALARM) / (2.0 * LONG_REPLICATES));
                for (int arm = 0; arm < 3; arm++) {
                    double pulls = Arrays.stream(sample[arm]).average().orElseThrow();
                    double observations =
                            Arrays.stream(sample[3 + arm]).average().orElseThrow();
                    assertThat(Math.abs(observations - THREE_ARMS.rates().rate(arm) * pulls))
                            .as(
                                    "%s of %s, arm %s",
                                    simulator, learner.getClass().getSimpleName(), arm)
                            .isLessThanOrEqualTo(radius);
                }
            }
        }
    }

    private static BanditLearner eagerElimination(int arms) {
        return ArmElimination.tunedFor(arms, 1).withFailureProbability(0.999_999);
    }

    private static List<BlackBoxTransformation> transformations(Supplier<BanditLearner> base, int blockLength) {
        return List.of(
                BbPull.over(base.get()),
                BbDivide.over(base.get(), blockLength),
                FeedbackExtendedBlocks.over(base.get(), blockLength));
    }

    private static double[][] sample(Play simulator, BlackBoxTransformation learner) {
        int arms = learner.arms();
        double[][] sample = new double[2 * arms][LONG_REPLICATES];
        PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(arms);
        Xoshiro256PlusPlus random =
                stream("long " + simulator + learner.getClass().getName());
        for (int replicate = 0; replicate < LONG_REPLICATES; replicate++) {
            PullAndFeedbackCounts result = simulator.play(learner, LONG_HORIZON, random, counts);
            for (int arm = 0; arm < arms; arm++) {
                sample[arm][replicate] = result.pulls(arm);
                sample[arms + arm][replicate] = result.observations(arm);
            }
        }
        return sample;
    }

    private static List<Integer> outcome(PullAndFeedbackCounts counts) {
        List<Integer> outcome = new ArrayList<>();
        for (int arm = 0; arm < counts.arms(); arm++) {
            outcome.add((int) counts.pulls(arm));
        }
        for (int arm = 0; arm < counts.arms(); arm++) {
            outcome.add((int) counts.observations(arm));
        }
        return outcome;
    }

    private static Xoshiro256PlusPlus stream(String name) {
        return new StreamKey(20240105, "simulator agreement", name, 0).open();
    }

    private static List<Play> simulators(ProbabilisticFeedbackEnvironment environment) {
        StepSimulator step = StepSimulator.of(environment);
        PhaseSimulator phase = PhaseSimulator.of(environment);
        return List.of(
                new Play("steps", (learner, rounds, random, counts) -> {
                    step.play(learner, rounds, random, counts);
                    return counts;
                }),
                new Play("phases", (learner, rounds, random, counts) -> {
                    phase.play(learner, rounds, random, counts);
                    return counts;
                }),
                new Play("coupled run", (learner, rounds, random, counts) -> CoupledRun.of(
                                environment, random.nextLong())
                        .play(learner, rounds)));
    }

    private record Play(String name, Simulator simulator) {
        PullAndFeedbackCounts play(
                BlackBoxTransformation learner, long rounds, Xoshiro256PlusPlus random, PullAndFeedbackCounts counts) {
            return simulator.play(learner, rounds, random, counts);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Simulator {
        PullAndFeedbackCounts play(
                BlackBoxTransformation learner, long rounds, Xoshiro256PlusPlus random, PullAndFeedbackCounts counts);
    }
}
