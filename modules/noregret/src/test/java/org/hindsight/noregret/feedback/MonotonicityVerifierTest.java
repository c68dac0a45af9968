// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.noregret.bandits.ArmElimination;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.posterior.ThompsonBernoulli;
import org.hindsight.noregret.feedback.FeedbackResponse.Verdict;
import org.hindsight.noregret.feedback.direct.AaePf;
import org.hindsight.noregret.feedback.direct.Exp3Pf;
import org.hindsight.noregret.feedback.direct.KlUcbPf;
import org.hindsight.noregret.feedback.direct.ThompsonPf;
import org.hindsight.noregret.feedback.direct.Ucb1Pf;
import org.junit.jupiter.api.Test;

/** The verifier agrees with every declaration, catches false ones, and its numbers are those of the exact oracle. */
class MonotonicityVerifierTest {
    private static final int ROUNDS = 1_000;
    private static final int PAIRS = 200;
    private static final long BLOCK = BlockLength.forHorizon(ROUNDS, 0.2);
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.7, 0.3);

    /** Learners that declare something, all with proof. */
    private static List<Function<FeedbackRates, ProbabilisticFeedbackLearner>> declaring() {
        long blocks = BlockLength.blocks(ROUNDS, BLOCK);
        return List.of(
                rates -> Ucb1Pf.withFeedbackClock(2),
                rates -> KlUcbPf.withFeedbackClock(2),
                rates -> AaePf.untilFeedback(2, ROUNDS),
                rates -> ThompsonPf.untilFeedback(2),
                rates -> BbDivide.over(Ucb1.of(2), BLOCK),
                rates -> BbDivide.over(ThompsonBernoulli.of(2), BLOCK),
                rates -> BbDivide.againstObliviousAdversary(ThompsonBernoulli.of(2), BLOCK),
                rates -> BbDivide.over(ArmElimination.tunedFor(2, blocks), BLOCK),
                rates -> FeedbackExtendedBlocks.over(Ucb1.of(2), BLOCK),
                rates -> FeedbackExtendedBlocks.over(ThompsonBernoulli.of(2), BLOCK),
                rates -> FeedbackExtendedBlocks.over(ArmElimination.tunedFor(2, blocks), BLOCK));
    }

    @Test
    void agreesWithEveryDeclaration() {
        for (int arm = 0; arm < 2; arm++) {
            for (Function<FeedbackRates, ProbabilisticFeedbackLearner> learners : declaring()) {
                MonotonicityVerifier.Report report = verifier(arm).verify(learners, ROUNDS, PAIRS, 1);

                assertThat(report.pulls().verdict()).isEqualTo(Verdict.CONSISTENT);
                assertThat(report.observations().verdict()).isEqualTo(Verdict.CONSISTENT);
                assertThat(report.exactPairs()).isGreaterThan(PAIRS / 2);
                assertThat(report.observations().sign()).isNotNegative();
                assertThat(report.pulls().sign())
                        .isEqualTo(
                                switch (report.pulls().declared()) {
                                    case POSITIVE -> 1;
                                    case NEGATIVE -> -1;
                                    default -> 0;
                                });
            }
        }
    }

    /** Learners that declare nothing get numbers and no verdict. */
    @Test
    void neverAssertsThatThereIsNoDirection() {
        for (Function<FeedbackRates, ProbabilisticFeedbackLearner> learners :
                List.<Function<FeedbackRates, ProbabilisticFeedbackLearner>>of(
                        rates -> Ucb1Pf.withWallClock(2),
                        rates -> KlUcbPf.withWallClock(2),
                        rates -> AaePf.roundRobin(2, ROUNDS),
                        rates -> ThompsonPf.direct(2),
                        rates -> Exp3Pf.tunedFor(rates, ROUNDS))) {
            MonotonicityVerifier.Report report = verifier(1).verify(learners, ROUNDS, 20, 2);

            assertThat(report.pulls().verdict()).isEqualTo(Verdict.NOTHING_DECLARED);
            assertThat(report.observations().verdict()).isEqualTo(Verdict.NOTHING_DECLARED);
            assertThat(report.exactPairs()).isZero();
        }
    }

    @Test
    void catchesFalseDeclarations() {
        // BB_Pull pulls the arm less and observes it more.
        Function<FeedbackRates, ProbabilisticFeedbackLearner> pull = rates -> Ucb1Pf.withFeedbackClock(2);
        for (FeedbackMonotonicity claim : FeedbackMonotonicity.values()) {
            MonotonicityVerifier.Report report =
                    verifier(1).verify(rates -> new Claiming(pull.apply(rates), claim), ROUNDS, PAIRS, 3);
            assertThat(report.pulls().verdict()).isEqualTo(expected(claim, FeedbackMonotonicity.NEGATIVE));
            assertThat(report.observations().verdict()).isEqualTo(expected(claim, FeedbackMonotonicity.POSITIVE));
        }
        // BB_Divide pulls it equally often.
        MonotonicityVerifier.Report divide = verifier(1)
                .verify(
                        rates -> new Claiming(BbDivide.over(Ucb1.of(2), BLOCK), FeedbackMonotonicity.BALANCED),
                        ROUNDS,
                        PAIRS,
                        4);
        assertThat(divide.pulls().verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(divide.observations().verdict()).isEqualTo(Verdict.CONTRADICTED);
    }

    private static Verdict expected(FeedbackMonotonicity claim, FeedbackMonotonicity truth) {
        if (claim == FeedbackMonotonicity.NONE) {
            return Verdict.NOTHING_DECLARED;
        }
        return claim == truth ? Verdict.CONSISTENT : Verdict.CONTRADICTED;
    }

    /** Blocks that are too short are often empty, and what they declare is then false. */
    @Test
    void catchesBlocksThatAreTooShort() {
        MonotonicityVerifier.Report report =
                verifier(1).verify(rates -> BbDivide.over(Ucb1.of(2), 1), ROUNDS, PAIRS, 5);

        assertThat(report.exactPairs()).isZero();
        assertThat(report.pulls().verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(report.pulls().sign()).isEqualTo(1);
    }

    /** A single pair that goes the other way contradicts a direction proven pair by pair. */
    @Test
    void aSingleViolationContradicts() {
        assertThat(new FeedbackResponse(FeedbackMonotonicity.POSITIVE, 5, 0.1, 0, 1).verdict())
                .isEqualTo(Verdict.CONTRADICTED);
        assertThat(new FeedbackResponse(FeedbackMonotonicity.POSITIVE, 5, 0.1, 0, 0).verdict())
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(new FeedbackResponse(FeedbackMonotonicity.BALANCED, 0.4, 0.1, 0, 0).verdict())
                .isEqualTo(Verdict.CONTRADICTED);
        assertThat(new FeedbackResponse(FeedbackMonotonicity.BALANCED, 0.4, 0.1, 0.02, 0).verdict())
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(new FeedbackResponse(FeedbackMonotonicity.NEGATIVE, 0.4, 0.1, 0, 0).verdict())
                .isEqualTo(Verdict.CONTRADICTED);
        assertThat(new FeedbackResponse(FeedbackMonotonicity.NONE, 0.4, 0.1, 0, 0).sign())
                .isEqualTo(1);
        assertThat(new FeedbackResponse(FeedbackMonotonicity.NONE, -0.38, 0.1, 0, 0).sign())
                .isZero();
    }

    /** Mean differences against the exact oracle, within six standard errors (2e-9 each by the normal law). */
    @Test
    void meanDifferencesAreTheOracles() {
        BernoulliBandit bandit = BernoulliBandit.of(0.6, 0.4);
        ProbabilisticFeedbackEnvironment low = ProbabilisticFeedbackEnvironment.of(bandit, FeedbackRates.of(0.5, 0.5));
        MonotonicityVerifier verifier = MonotonicityVerifier.raising(low, 1, 1);

        // Values of an independent implementation for six rounds.
        assertMean(
                verifier.verify(rates -> ThompsonPf.direct(2), 6, 40_000, 6),
                2.68747665 - 2.786461147,
                2.786461147,
                2.68747665);
        assertMean(
                verifier.verify(rates -> ThompsonPf.untilFeedback(2), 6, 40_000, 7),
                2.021892773 - 2.786461147,
                2.786461147,
                2.021892773);
        assertMean(
                verifier.verify(rates -> Ucb1Pf.withWallClock(2), 6, 40_000, 8), 1.83591 - 2.51193, 2.51193, 1.83591);
    }

    private static void assertMean(
            MonotonicityVerifier.Report report, double pulls, double pullsAtHalf, double pullsAtOne) {
        assertThat(Math.abs(report.pulls().meanDifference() - pulls))
                .isLessThanOrEqualTo(6 * report.pulls().standardError());
        assertThat(Math.abs(report.observations().meanDifference() - (pullsAtOne - 0.5 * pullsAtHalf)))
                .isLessThanOrEqualTo(6 * report.observations().standardError());
        assertThat(report.pulls().standardError()).isBetween(0.001, 0.02);
    }

    @Test
    void equalArgumentsGiveEqualReports() {
        assertThat(verifier(0).verify(rates -> ThompsonPf.direct(2), 50, 10, 9))
                .isEqualTo(verifier(0).verify(rates -> ThompsonPf.direct(2), 50, 10, 9));
    }

    @Test
    void badInputIsNamed() {
        ProbabilisticFeedbackEnvironment environment =
                ProbabilisticFeedbackEnvironment.of(BANDIT, FeedbackRates.of(0.5, 0.2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonotonicityVerifier.raising(environment, 0, 0.5))
                .withMessage("higherRate must be more than the rate 0.5 of the arm, was 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonotonicityVerifier.raising(environment, 2, 0.5))
                .withMessageContaining("arm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonotonicityVerifier.raising(environment, 1, Double.NaN))
                .withMessageContaining("higherRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> verifier(0).verify(rates -> ThompsonPf.direct(2), 0, 10, 1))
                .withMessageContaining("rounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> verifier(0).verify(rates -> ThompsonPf.direct(2), 1, 1, 1))
                .withMessageContaining("pairs");
    }

    /** From rates (0.5, 0.2) or (0.2, 0.5), the rate 0.2 raised to 0.9. */
    private static MonotonicityVerifier verifier(int arm) {
        FeedbackRates rates = arm == 0 ? FeedbackRates.of(0.2, 0.5) : FeedbackRates.of(0.5, 0.2);
        return MonotonicityVerifier.raising(ProbabilisticFeedbackEnvironment.of(BANDIT, rates), arm, 0.9);
    }

    /** A learner that declares what it is told to declare. */
    private record Claiming(ProbabilisticFeedbackLearner learner, FeedbackMonotonicity claim)
            implements ProbabilisticFeedbackLearner {
        @Override
        public int arms() {
            return learner.arms();
        }

        @Override
        public int select(RandomGenerator random) {
            return learner.select(random);
        }

        @Override
        public void observe(int arm, double reward) {
            learner.observe(arm, reward);
        }

        @Override
        public void noFeedback(int arm) {
            learner.noFeedback(arm);
        }

        @Override
        public void reset() {
            learner.reset();
        }

        @Override
        public Claiming fork() {
            return new Claiming(learner.fork(), claim);
        }

        @Override
        public FeedbackMonotonicity pullMonotonicity() {
            return claim;
        }

        @Override
        public FeedbackMonotonicity observationMonotonicity() {
            return claim;
        }
    }
}
