// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.ArmElimination;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.junit.jupiter.api.Test;

/**
 * The three simulators have one law: that of the exact branch oracle for eight rounds, and each other's for hundreds.
 *
 * <p>Every assertion has a false-alarm probability of at most 10^-8, by inequalities that hold at every sample size.
 */
class SimulatorAgreementTest {
    private static final double ALPHA = 1e-8;

    private static final int SHORT_HORIZON = 8;
    private static final int SHORT_REPLICATES = 200_000;
    private static final ProbabilisticFeedbackEnvironment TWO_ARMS =
            ProbabilisticFeedbackEnvironment.of(BernoulliBandit.of(0.6, 0.3), FeedbackRates.of(0.4, 0.7));

    private static final int LONG_HORIZON = 250;
    private static final int LONG_REPLICATES = 8_000;
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

    private static void assertOraclesLaw(Supplier<BanditLearner> base) {
        for (BlackBoxTransformation learner : transformations(base, 3)) {
            BranchOracle oracle = BranchOracle.of(TWO_ARMS, learner, SHORT_HORIZON);
            for (Play simulator : simulators(TWO_ARMS)) {
                Map<List<Integer>, Integer> seen = new HashMap<>();
                PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(2);
                Xoshiro256PlusPlus random = stream(simulator + learner.getClass().getName());
                for (int replicate = 0; replicate < SHORT_REPLICATES; replicate++) {
                    seen.merge(outcome(simulator.play(learner, SHORT_HORIZON, random, counts)), 1, Integer::sum);
                }
                String what = simulator + " of " + learner.getClass().getSimpleName();
                assertThat(oracle.law.keySet()).as(what).containsAll(seen.keySet());
                double logTerm = Math.log(2 * oracle.law.size() / ALPHA);
                oracle.law.forEach((outcome, probability) -> {
                    double expected = SHORT_REPLICATES * probability;
                    // Bernstein's inequality, with a union bound over the outcomes.
                    double radius = logTerm / 3
                            + Math.sqrt(logTerm * logTerm / 9 + 2 * logTerm * expected * (1 - probability));
                    assertThat(Math.abs(seen.getOrDefault(outcome, 0) - expected))
                            .as("%s: pulls and observations %s, expected %s times", what, outcome, expected)
                            .isLessThanOrEqualTo(radius);
                });
            }
        }
    }

    /** The two-sample Kolmogorov-Smirnov distance of every count, by Massart's constant for equal samples. */
    @Test
    void allAgreeOverLongerHorizons() {
        for (Supplier<BanditLearner> base : List.<Supplier<BanditLearner>>of(
                () -> Ucb1.of(3), () -> eagerElimination(3))) {
            for (BlackBoxTransformation learner : transformations(base, 12)) {
                double[][] reference = new double[0][];
                for (Play simulator : simulators(THREE_ARMS)) {
                    double[][] sample = sample(simulator, learner);
                    if (reference.length == 0) {
                        reference = sample;
                    }
                    for (int count = 0; count < sample.length; count++) {
                        assertThat(distance(reference[count], sample[count]))
                                .as("%s of %s, count %s", simulator, learner.getClass().getSimpleName(), count)
                                .isLessThanOrEqualTo(Math.sqrt(Math.log(2 / ALPHA) / LONG_REPLICATES));
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
                double radius = Math.sqrt(LONG_HORIZON * Math.log(2 / ALPHA) / (2.0 * LONG_REPLICATES));
                for (int arm = 0; arm < 3; arm++) {
                    double pulls = Arrays.stream(sample[arm]).average().orElseThrow();
                    double observations = Arrays.stream(sample[3 + arm]).average().orElseThrow();
                    assertThat(Math.abs(observations - THREE_ARMS.rates().rate(arm) * pulls))
                            .as("%s of %s, arm %s", simulator, learner.getClass().getSimpleName(), arm)
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
        Xoshiro256PlusPlus random = stream("long " + simulator + learner.getClass().getName());
        for (int replicate = 0; replicate < LONG_REPLICATES; replicate++) {
            PullAndFeedbackCounts result = simulator.play(learner, LONG_HORIZON, random, counts);
            for (int arm = 0; arm < arms; arm++) {
                sample[arm][replicate] = result.pulls(arm);
                sample[arms + arm][replicate] = result.observations(arm);
            }
        }
        for (double[] count : sample) {
            Arrays.sort(count);
        }
        return sample;
    }

    /** The largest difference of the empirical distribution functions of two sorted samples of one size. */
    private static double distance(double[] first, double[] second) {
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            double value = Math.min(first[i], second[j]);
            while (i < first.length && first[i] == value) {
                i++;
            }
            while (j < second.length && second[j] == value) {
                j++;
            }
            largest = Math.max(largest, Math.abs(i - j));
        }
        return largest / first.length;
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
                new Play(
                        "coupled run",
                        (learner, rounds, random, counts) ->
                                CoupledRun.of(environment, random.nextLong()).play(learner, rounds)));
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
