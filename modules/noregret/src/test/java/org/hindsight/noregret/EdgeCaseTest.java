// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.ArmElimination;
import org.hindsight.noregret.bandits.EpsilonGreedy;
import org.hindsight.noregret.bandits.ExploreThenCommit;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.adversarial.AnytimeExp3;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.bandits.adversarial.Exp3Gain;
import org.hindsight.noregret.bandits.adversarial.Exp3Ix;
import org.hindsight.noregret.bandits.adversarial.Exp3P;
import org.hindsight.noregret.bandits.adversarial.TsallisInf;
import org.hindsight.noregret.bandits.index.KlUcb;
import org.hindsight.noregret.bandits.index.Moss;
import org.hindsight.noregret.bandits.index.Ucb;
import org.hindsight.noregret.bandits.index.UcbV;
import org.hindsight.noregret.bandits.posterior.ThompsonBernoulli;
import org.hindsight.noregret.experts.AnytimeHedge;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.OptimisticHedge;
import org.hindsight.noregret.experts.RegretMatching;
import org.hindsight.noregret.feedback.BbDivide;
import org.hindsight.noregret.feedback.BbPull;
import org.hindsight.noregret.feedback.FeedbackBandit;
import org.hindsight.noregret.feedback.FeedbackExtendedBlocks;
import org.hindsight.noregret.feedback.FeedbackRates;
import org.hindsight.noregret.feedback.direct.AaePf;
import org.hindsight.noregret.feedback.direct.Exp3Pf;
import org.hindsight.noregret.feedback.direct.KlUcbPf;
import org.hindsight.noregret.feedback.direct.ThompsonPf;
import org.hindsight.noregret.feedback.direct.Ucb1Pf;
import org.hindsight.noregret.horizon.BanditDoublingTrick;
import org.hindsight.noregret.lipschitz.FixedGrid;
import org.hindsight.noregret.lipschitz.Zooming;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The edges of what the learners and their bounds accept, swept over all of them: no arms, one arm, no rounds, all rounds
 * that a long can count, rewards that are none, equal arms, parameters out of range.
 *
 * <p>That a refused reward leaves a learner unchanged, and that learners of horizon 0 can be asked, is in their contracts.
 */
class EdgeCaseTest {
    static final List<BanditCase> BANDITS = List.of(
            new BanditCase("Ucb1", false, (arms, horizon) -> Ucb1.of(arms)),
            new BanditCase("Ucb.alpha", false, (arms, horizon) -> Ucb.alpha(arms, 2.5)),
            new BanditCase("Ucb.alpha, too small for the bound", false, (arms, horizon) -> Ucb.alpha(arms, 1)),
            new BanditCase("Ucb.subgaussian", false, (arms, horizon) -> Ucb.subgaussian(arms, 2, 0.25)),
            new BanditCase("Ucb.asymptotic", false, (arms, horizon) -> Ucb.asymptotic(arms, 0.25)),
            new BanditCase("UcbV", false, (arms, horizon) -> UcbV.of(arms)),
            new BanditCase("UcbV.withGuarantee", false, (arms, horizon) -> UcbV.withGuarantee(arms)),
            new BanditCase("KlUcb", false, (arms, horizon) -> KlUcb.of(arms)),
            // ln ln t is not a number at t = 1 unless care is taken.
            new BanditCase("KlUcb.withLogLogFactor", false, (arms, horizon) -> KlUcb.withLogLogFactor(arms, 3)),
            new BanditCase("KlUcb.withGuarantee", false, (arms, horizon) -> KlUcb.withGuarantee(arms)),
            new BanditCase("Moss", true, Moss::tunedFor),
            new BanditCase("Moss.forUnitVariance", true, Moss::forUnitVariance),
            new BanditCase("ArmElimination", true, ArmElimination::tunedFor),
            new BanditCase(
                    "ArmElimination at powers of two", true, (arms, horizon) -> ArmElimination.tunedFor(arms, horizon)
                            .checkingAtPowersOfTwo()),
            new BanditCase("ExploreThenCommit", false, (arms, horizon) -> ExploreThenCommit.of(arms, 3)),
            new BanditCase(
                    "ExploreThenCommit for ever", false, (arms, horizon) -> ExploreThenCommit.of(arms, Long.MAX_VALUE)),
            new BanditCase("EpsilonGreedy", false, (arms, horizon) -> EpsilonGreedy.decaying(arms, 5, 0.1)),
            new BanditCase("EpsilonGreedy.constant", false, (arms, horizon) -> EpsilonGreedy.constant(arms, 0.1)),
            new BanditCase("ThompsonBernoulli", false, (arms, horizon) -> ThompsonBernoulli.of(arms)),
            new BanditCase("Exp3", true, Exp3::tunedFor),
            new BanditCase("AnytimeExp3", false, (arms, horizon) -> AnytimeExp3.of(arms)),
            new BanditCase("AnytimeExp3.onGrid", false, (arms, horizon) -> AnytimeExp3.onGrid(arms)),
            new BanditCase("Exp3Gain", true, Exp3Gain::tunedFor),
            new BanditCase("Exp3P", true, (arms, horizon) -> Exp3P.tunedFor(arms, horizon, 0.1)),
            new BanditCase("Exp3Ix", true, Exp3Ix::tunedFor),
            new BanditCase("TsallisInf", false, (arms, horizon) -> TsallisInf.importanceWeighted(arms)),
            new BanditCase("TsallisInf.reducedVariance", false, (arms, horizon) -> TsallisInf.reducedVariance(arms)),
            new BanditCase(
                    "BanditDoublingTrick",
                    false,
                    (arms, horizon) -> BanditDoublingTrick.over(rounds -> Exp3.tunedFor(arms, rounds))));

    static final List<FeedbackCase> FEEDBACK = List.of(
            new FeedbackCase("BbPull", (arms, horizon) -> BbPull.over(Ucb1.of(arms))),
            new FeedbackCase("BbDivide", (arms, horizon) -> BbDivide.over(Ucb1.of(arms), 3)),
            new FeedbackCase(
                    "BbDivide of the longest block", (arms, horizon) -> BbDivide.over(Ucb1.of(arms), Long.MAX_VALUE)),
            new FeedbackCase(
                    "FeedbackExtendedBlocks", (arms, horizon) -> FeedbackExtendedBlocks.over(Ucb1.of(arms), 3)),
            new FeedbackCase("Ucb1Pf", (arms, horizon) -> Ucb1Pf.withWallClock(arms)),
            new FeedbackCase("KlUcbPf", (arms, horizon) -> KlUcbPf.withWallClock(arms)),
            new FeedbackCase("AaePf", AaePf::roundRobin),
            new FeedbackCase("ThompsonPf", (arms, horizon) -> ThompsonPf.direct(arms)),
            new FeedbackCase("Exp3Pf", (arms, horizon) -> Exp3Pf.tunedFor(rates(arms), horizon)));

    private static FeedbackRates rates(int arms) {
        double[] rates = new double[Math.max(0, arms)];
        Arrays.fill(rates, 0.5);
        return FeedbackRates.of(rates);
    }

    /** Of an instance of the given means and horizon. */
    static final List<BoundCase> BOUNDS = List.of(
            new BoundCase("Ucb1", Ucb1.REGRET::at),
            new BoundCase("Ucb.alpha", bandit -> Ucb.ALPHA_REGRET.at(new Ucb.AtAlpha(bandit, 2.5))),
            new BoundCase(
                    "Ucb.subgaussian", bandit -> Ucb.SUBGAUSSIAN_REGRET.at(new Ucb.AtConfidence(bandit, 2, 0.25))),
            new BoundCase("Ucb.asymptotic", bandit -> Ucb.ASYMPTOTIC_REGRET.at(new Ucb.AtVariance(bandit, 0.25))),
            new BoundCase("UcbV", bandit -> UcbV.REGRET.at(UcbV.WithVariances.ofCoins(bandit))),
            new BoundCase("KlUcb", KlUcb.REGRET::at),
            new BoundCase("ArmElimination", ArmElimination.REGRET::at),
            new BoundCase("ArmElimination at powers of two", ArmElimination.POWERS_OF_TWO_REGRET::at),
            new BoundCase(
                    "ExploreThenCommit",
                    bandit -> ExploreThenCommit.REGRET.at(new ExploreThenCommit.AtExploration(bandit, 10))),
            new BoundCase("Ucb1Pf", bandit -> Ucb1Pf.WALL_CLOCK_REGRET.at(withFeedback(bandit))),
            new BoundCase("Ucb1Pf by feedback", bandit -> Ucb1Pf.FEEDBACK_CLOCK_REGRET.at(withFeedback(bandit))),
            new BoundCase("AaePf", bandit -> AaePf.REGRET.at(withFeedback(bandit))));

    private static FeedbackBandit withFeedback(StochasticBandit bandit) {
        return new FeedbackBandit(bandit, rates(bandit.arms()));
    }

    /** Of a number of arms or actions and a number of rounds, for learners whose bound does not depend on gaps. */
    static final List<SizeCase> SIZES = List.of(
            new SizeCase("Exp3", (arms, rounds) -> Exp3.REGRET.at(Exp3.Run.tuned(arms, rounds))),
            new SizeCase("Exp3Ix", (arms, rounds) -> Exp3Ix.REGRET.at(Exp3Ix.Run.tuned(arms, rounds, 0.1))),
            new SizeCase("Exp3P", (arms, rounds) -> Exp3P.TUNED_REGRET.at(new Exp3P.Tuning(arms, rounds, 0.1))),
            new SizeCase("AnytimeExp3", (arms, rounds) -> AnytimeExp3.REGRET.at(new AnytimeExp3.Run(arms, rounds))),
            new SizeCase("TsallisInf", (arms, rounds) -> TsallisInf.REGRET.at(new TsallisInf.Run(arms, rounds))),
            new SizeCase(
                    "TsallisInf.reducedVariance",
                    (arms, rounds) -> TsallisInf.REDUCED_VARIANCE_REGRET.at(new TsallisInf.Run(arms, rounds))),
            new SizeCase(
                    "ThompsonBernoulli",
                    (arms, rounds) -> ThompsonBernoulli.BAYESIAN_REGRET.at(new ThompsonBernoulli.Run(arms, rounds))),
            new SizeCase("Hedge", (arms, rounds) -> Hedge.REGRET.at(Hedge.Run.tuned(arms, rounds))),
            new SizeCase("AnytimeHedge", (arms, rounds) -> AnytimeHedge.REGRET.at(new AnytimeHedge.Run(arms, rounds))),
            new SizeCase(
                    "RegretMatching", (arms, rounds) -> RegretMatching.REGRET.at(new RegretMatching.Run(arms, rounds))),
            new SizeCase(
                    "BlumMansour", (arms, rounds) -> BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(arms, rounds))));

    static final List<Refused> REFUSED = Stream.of(
                    notProbabilities("failureProbability", delta -> ArmElimination.tunedFor(2, 10)
                            .withFailureProbability(delta)),
                    notProbabilities("failureProbability", delta -> Exp3P.tunedFor(2, 10, delta)),
                    notProbabilities("failureProbability", delta -> Exp3Ix.Run.tuned(2, 10, delta)),
                    notProbabilities(
                            "failureProbability",
                            delta -> new ArmElimination.ArmAtConfidence(StochasticBandit.of(10, 0.5), 0, delta)),
                    outside("exploration", gamma -> Exp3Gain.withExploration(2, gamma), -0.1, 1.1, Math.nextUp(1.0)),
                    outside("exploration", gamma -> Exp3P.with(2, 0.1, gamma, 0.1), -0.1, 1.1, Math.nextUp(1.0)),
                    outside("bias", beta -> Exp3P.with(2, 0.1, 0.1, beta), -0.1),
                    outside("learningRate", eta -> Exp3P.with(2, eta, 0.1, 0.1), -0.1),
                    outside("learningRate", eta -> Exp3.withLearningRate(2, eta), -0.1),
                    outside("learningRate", eta -> Exp3Ix.with(2, eta, 0.1), -0.1),
                    outside("implicitExploration", gamma -> Exp3Ix.with(2, 0.1, gamma), -0.1),
                    outside("learningRate", eta -> Hedge.of(2, eta), -0.1),
                    outside("learningRate", eta -> OptimisticHedge.of(2, eta), -0.1),
                    outside("leastLoss", loss -> Hedge.tunedForLeastLoss(2, loss), -0.1, 0),
                    outside("epsilon", epsilon -> EpsilonGreedy.constant(2, epsilon), -0.1, 1.1),
                    outside("exploration", c -> EpsilonGreedy.decaying(2, c, 0.1), -0.1, 0),
                    outside("gap", gap -> EpsilonGreedy.decaying(2, 5, gap), -0.1, 0, 1.1),
                    outside("alpha", alpha -> Ucb.alpha(2, alpha), -0.1),
                    outside("confidence", c -> Ucb.subgaussian(2, c, 0.25), -0.1),
                    outside("varianceProxy", v -> Ucb.subgaussian(2, 2, v), -0.1),
                    outside("varianceProxy", v -> Ucb.asymptotic(2, v), -0.1),
                    outside("scale", zeta -> UcbV.of(2).withParameters(zeta, 1), -0.1),
                    outside("rangeFactor", c -> UcbV.of(2).withParameters(1, c), -0.1),
                    outside("factor", c -> KlUcb.withLogLogFactor(2, c), -0.1),
                    outside("lowestRate", f -> Exp3Pf.inBlocks(2, 10, f), -0.1, 0, 1.1),
                    outside("rates[0]", FeedbackRates::of, -0.1, 0, 1.1),
                    outside("lipschitz", l -> FixedGrid.tunedFor(l, 10), -0.1),
                    outside("lipschitz", l -> Zooming.tunedFor(l, 10), -0.1),
                    outside("means[1]", mean -> StochasticBandit.of(10, 0.5, mean), -0.1, 1.1))
            .flatMap(List::stream)
            .toList();

    @ParameterizedTest
    @FieldSource("BANDITS")
    void armsAndHorizonsOutOfRangeAreNamed(BanditCase learner) {
        for (int arms : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> learner.factory.create(arms, 10).select(Xoshiro256PlusPlus.seeded(1)))
                    .withMessageContaining("arms")
                    .withMessageContaining("" + arms);
        }
        if (learner.usesHorizon) {
            for (long horizon : new long[] {-1, Long.MIN_VALUE}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> learner.factory.create(2, horizon))
                        .withMessageContaining("horizon")
                        .withMessageContaining("" + horizon);
            }
        }
    }

    /** One arm, arms that all pay the same, duplicates of the best: the shortest horizons and the longest. */
    @ParameterizedTest
    @FieldSource("BANDITS")
    void degenerateArmsCanBePlayed(BanditCase learner) {
        for (long horizon : new long[] {0, 1, Long.MAX_VALUE}) {
            for (int arms : new int[] {1, 2, 5, 40}) {
                for (int best : new int[] {0, 2, arms}) {
                    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(20240203);
                    BanditLearner player = learner.factory.create(arms, horizon);
                    for (int round = 0; round < 200; round++) {
                        int arm = player.select(random);
                        assertThat(arm).isBetween(0, arms - 1);
                        player.observe(arm, arm < best ? 1 : 0);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("BANDITS")
    void rewardsOutOfRangeAreNamed(BanditCase learner) {
        BanditLearner player = learner.factory.create(2, 100);
        int arm = player.select(Xoshiro256PlusPlus.seeded(1));
        for (double reward : new double[] {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -Double.MIN_VALUE, Math.nextUp(1.0), 2
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> player.observe(arm, reward))
                    .withMessageContaining("reward")
                    .withMessageContaining("" + reward);
        }
    }

    @ParameterizedTest
    @FieldSource("FEEDBACK")
    void learnersOfUncertainFeedbackAcceptTheSameEdges(FeedbackCase learner) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.factory.create(0, 10))
                .withMessageMatching(".*(arms|rates\\.length).*");
        for (long horizon : new long[] {0, 1, Long.MAX_VALUE}) {
            for (int arms : new int[] {1, 2, 5}) {
                for (int heard : new int[] {1, 3, 1000}) {
                    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(20240204);
                    ProbabilisticFeedbackLearner player = learner.factory.create(arms, horizon);
                    for (int round = 0; round < 200; round++) {
                        int arm = player.select(random);
                        assertThat(arm).isBetween(0, arms - 1);
                        // Never, at every third pull, or always.
                        if (round % heard == heard - 1) {
                            player.observe(arm, arm == 0 ? 0 : 1);
                        } else {
                            player.noFeedback(arm);
                        }
                    }
                    int arm = player.select(random);
                    for (double reward : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -0.5, 1.5}) {
                        assertThatIllegalArgumentException()
                                .isThrownBy(() -> player.observe(arm, reward))
                                .withMessageContaining("reward")
                                .withMessageContaining("" + reward);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("BOUNDS")
    void boundsSkipArmsWithoutGap(BoundCase bound) {
        for (long horizon : new long[] {1, 2, 1_000, Long.MAX_VALUE}) {
            assertThat(bound.value.apply(StochasticBandit.of(horizon, 0.5))).isZero();
            assertThat(bound.value.apply(StochasticBandit.of(horizon, 0, 0, 0))).isZero();
            assertThat(bound.value.apply(StochasticBandit.of(horizon, 1, 1))).isZero();
            double duplicates = bound.value.apply(StochasticBandit.of(horizon, 0.8, 0.3, 0.8, 0.8));
            assertThat(duplicates).isPositive().isFinite();
        }
    }

    /** A horizon that overflows an int, or a product of longs, would make the bound fall. */
    @ParameterizedTest
    @FieldSource("BOUNDS")
    void boundsGrowWithTheHorizon(BoundCase bound) {
        double last = 0;
        for (long horizon = 1; horizon > 0 && horizon <= Long.MAX_VALUE / 4; horizon *= 4) {
            double value = bound.value.apply(StochasticBandit.of(horizon, 0.8, 0.3, 1, 0));
            assertThat(value).as("horizon %s", horizon).isGreaterThanOrEqualTo(last);
            last = value;
        }
        assertThat(bound.value.apply(StochasticBandit.of(Long.MAX_VALUE, 0.8, 0.3, 1, 0)))
                .isGreaterThanOrEqualTo(last)
                .isFinite();
    }

    @ParameterizedTest
    @FieldSource("SIZES")
    void boundsOfASizeGrowWithTheHorizon(SizeCase bound) {
        assertThat(bound.value.at(1, 0)).isNotNegative().isFinite();
        for (int arms : new int[] {1, 2, 100, 100_000_000}) {
            double last = 0;
            for (long rounds = 1; rounds > 0 && rounds <= Long.MAX_VALUE / 4; rounds *= 4) {
                double value = bound.value.at(arms, rounds);
                assertThat(value).as("%s arms, %s rounds", arms, rounds).isGreaterThanOrEqualTo(last);
                last = value;
            }
            assertThat(bound.value.at(arms, Long.MAX_VALUE))
                    .isGreaterThanOrEqualTo(last)
                    .isFinite();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> bound.value.at(0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> bound.value.at(2, -1));
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void parametersOutOfRangeAreNamed(Refused refused) {
        assertThatIllegalArgumentException()
                .isThrownBy(refused.call)
                .withMessageContaining(refused.parameter)
                .withMessageContaining("" + refused.value);
    }

    private static List<Refused> notProbabilities(String parameter, Function<Double, Object> call) {
        return outside(parameter, call, -0.1, 0, 1, 1.1);
    }

    /** The given values, and those that no parameter may have. */
    private static List<Refused> outside(String parameter, Function<Double, Object> call, double... values) {
        return Stream.concat(
                        Arrays.stream(values).boxed(),
                        Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .map(value -> new Refused(parameter, value, () -> call.apply(value)))
                .toList();
    }

    private interface BanditFactory {
        BanditLearner create(int arms, long horizon);
    }

    private interface FeedbackFactory {
        ProbabilisticFeedbackLearner create(int arms, long horizon);
    }

    private interface SizeBound {
        double at(int arms, long rounds);
    }

    private record BanditCase(String name, boolean usesHorizon, BanditFactory factory) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record FeedbackCase(String name, FeedbackFactory factory) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record BoundCase(String name, Function<StochasticBandit, Double> value) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record SizeCase(String name, SizeBound value) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Refused(String parameter, double value, ThrowingCallable call) {
        @Override
        public String toString() {
            return parameter + " = " + value;
        }
    }
}
