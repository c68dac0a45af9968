// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.ArmElimination;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.bandits.index.KlUcb;
import org.hindsight.noregret.bandits.posterior.ThompsonBernoulli;
import org.hindsight.noregret.feedback.BbPull;
import org.hindsight.noregret.feedback.FeedbackRates;

/**
 * Which direct learners are which others, pull by pull, on every sequence of outcomes.
 *
 * <p>A deterministic bandit learner that is told only what is seen is BB_Pull of itself; with certain feedback every
 * direct learner is the bandit learner that it comes from.
 */
class DirectIdentityProperties {
    private static final int ROUNDS = 300;
    private static final long HORIZON = 4;

    /** A reward in [0, 1], or no feedback. */
    private static final double NOTHING = -1;

    @Property(edgeCases = EdgeCasesMode.NONE)
    void deterministicLearnersToldOfFeedbackAloneAreBbPull(
            @ForAll("arms") int arms, @ForAll("outcomes") double[] outcomes, @ForAll Base base) {
        assertSameArms(UpdateOnFeedback.over(base.create(arms)), BbPull.over(base.create(arms)), outcomes);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void withCertainFeedbackDirectLearnersAreTheirBandits(
            @ForAll("arms") int arms, @ForAll("rewards") double[] rewards) {
        assertSameArms(Ucb1Pf.withWallClock(arms), UpdateOnFeedback.over(Ucb1.of(arms)), rewards);
        assertSameArms(KlUcbPf.withWallClock(arms), UpdateOnFeedback.over(KlUcb.of(arms)), rewards);
        assertSameArms(
                AaePf.roundRobin(arms, HORIZON),
                UpdateOnFeedback.over(ArmElimination.tunedFor(arms, HORIZON)),
                rewards);
        assertSameArms(ThompsonPf.direct(arms), BbPull.over(ThompsonBernoulli.of(arms)), rewards);
    }

    /** Arm 0 is seen twice and pays more; without feedback the width of arm 1 outgrows that in two rounds. */
    @Example
    void theWallClockAndTurnsAreDifferentLearners() {
        double[] outcomes = {1, 1, 1, NOTHING, NOTHING, NOTHING};
        assertThat(arms(Ucb1Pf.withWallClock(2), outcomes)).isEqualTo("010001");
        assertThat(arms(Ucb1Pf.withFeedbackClock(2), outcomes)).isEqualTo("010000");
        assertThat(arms(AaePf.roundRobin(2, 10), outcomes)).isEqualTo("010101");
        assertThat(arms(AaePf.untilFeedback(2, 10), outcomes)).isEqualTo("010111");
    }

    @Example
    void theFactoriesReturnBbPullOfTheRightBase() {
        assertThat(Ucb1Pf.withFeedbackClock(2).base()).isInstanceOf(Ucb1.class);
        assertThat(KlUcbPf.withFeedbackClock(2).base()).isInstanceOf(KlUcb.class);
        assertThat(AaePf.untilFeedback(2, 5).base()).isInstanceOf(ArmElimination.class);
        assertThat(ThompsonPf.untilFeedback(2).base()).isInstanceOf(ThompsonBernoulli.class);
        assertThat(ThompsonPf.direct(2).base()).isInstanceOf(ThompsonBernoulli.class);
        assertThat(Exp3Pf.untilFeedback(2, 500).base())
                .isInstanceOfSatisfying(Exp3.class, base -> assertThat(base.learningRate())
                        .isEqualTo(Exp3.tunedFor(2, 500).learningRate()));
        // B = ceil(3 ln 500 / 0.5) = 38, and 14 blocks.
        assertThat(Exp3Pf.inBlocks(2, 500, 0.5).blockLength()).isEqualTo(38);
        assertThat(Exp3Pf.inBlocks(2, 500, 0.5).base())
                .isInstanceOfSatisfying(Exp3.class, base -> assertThat(base.learningRate())
                        .isEqualTo(Exp3.tunedFor(2, 14).learningRate()));
        assertThat(LinearRegretExp3.demonstration(2, 5).base()).isInstanceOf(Exp3.class);
    }

    /** Multiplying all rates by one number changes nothing but the learning rate that is used. */
    @Property(edgeCases = EdgeCasesMode.NONE, tries = 50)
    void equalRatesDivideTheLearningRateOfExp3(@ForAll("arms") int arms, @ForAll("outcomes") double[] outcomes) {
        double[] ones = new double[arms];
        double[] halves = new double[arms];
        Arrays.fill(ones, 1);
        Arrays.fill(halves, 0.5);
        assertSameArms(
                Exp3Pf.withLearningRate(FeedbackRates.of(halves), 0.125),
                Exp3Pf.withLearningRate(FeedbackRates.of(ones), 0.25),
                outcomes);
    }

    private static void assertSameArms(
            ProbabilisticFeedbackLearner first, ProbabilisticFeedbackLearner second, double[] outcomes) {
        assertThat(arms(first, outcomes)).isEqualTo(arms(second, outcomes));
    }

    private static String arms(ProbabilisticFeedbackLearner learner, double... outcomes) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(20240105);
        StringBuilder arms = new StringBuilder();
        for (double outcome : outcomes) {
            int arm = learner.select(random);
            arms.append(arm);
            // The arms pay differently, or index ties would hide differences.
            if (outcome == NOTHING) {
                learner.noFeedback(arm);
            } else {
                learner.observe(arm, outcome / (1 + arm));
            }
        }
        return arms.toString();
    }

    @Provide
    Arbitrary<Integer> arms() {
        return Arbitraries.integers().between(1, 5);
    }

    @Provide
    Arbitrary<double[]> rewards() {
        return Arbitraries.of(0.0, 0.25, 1.0).array(double[].class).ofMaxSize(ROUNDS);
    }

    @Provide
    Arbitrary<double[]> outcomes() {
        return Arbitraries.of(0.0, 0.25, 1.0, NOTHING, NOTHING)
                .array(double[].class)
                .ofMaxSize(ROUNDS);
    }

    /** Deterministic learners; arm elimination has so short a horizon that it drops arms at once. */
    enum Base {
        UCB1,
        KL_UCB,
        ARM_ELIMINATION;

        BanditLearner create(int arms) {
            return switch (this) {
                case UCB1 -> Ucb1.of(arms);
                case KL_UCB -> KlUcb.of(arms);
                case ARM_ELIMINATION -> ArmElimination.tunedFor(arms, HORIZON);
            };
        }
    }
}
