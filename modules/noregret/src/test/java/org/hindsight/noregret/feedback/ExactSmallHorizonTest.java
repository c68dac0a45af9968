// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.feedback.direct.Exp3Pf;
import org.hindsight.noregret.feedback.direct.ThompsonPf;
import org.hindsight.noregret.feedback.direct.Ucb1Pf;
import org.hindsight.noregret.feedback.direct.UpdateOnFeedback;
import org.junit.jupiter.api.Test;

/** Exact expected pulls over six rounds of means (0.6, 0.4), against values of an independent implementation. */
class ExactSmallHorizonTest {
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.6, 0.4);
    private static final int HORIZON = 6;

    @Test
    void ucb1WithFullFeedback() {
        assertPulls(BbPull.over(Ucb1.of(2)), 1, 1, 3.37504, 2.62496);
    }

    @Test
    void bbPull() {
        assertPulls(BbPull.over(Ucb1.of(2)), 0.5, 0.5, 3.54807, 2.45193);
        assertPulls(BbPull.over(Ucb1.of(2)), 0.5, 1, 4.26009, 1.73991);
    }

    @Test
    void bbDivide() {
        assertPulls(BbDivide.over(Ucb1.of(2), 2), 0.5, 0.5, 3.67, 2.33);
        assertPulls(BbDivide.over(Ucb1.of(2), 2), 0.5, 1, 3.56, 2.44);
    }

    @Test
    void feedbackExtendedBlocks() {
        assertPulls(FeedbackExtendedBlocks.over(Ucb1.of(2), 1), 0.5, 0.5, 3.45375, 2.54625);
        assertPulls(FeedbackExtendedBlocks.over(Ucb1.of(2), 1), 0.5, 1, 2.76, 3.24);
        assertPulls(FeedbackExtendedBlocks.over(Ucb1.of(2), 2), 0.5, 0.5, 3.325, 2.675);
        assertPulls(FeedbackExtendedBlocks.over(Ucb1.of(2), 2), 0.5, 1, 3, 3);
    }

    /** A clock that counts rewards makes the direct learner BB_Pull; one that counts rounds does not. */
    @Test
    void ucb1Direct() {
        assertPulls(UpdateOnFeedback.over(Ucb1.of(2)), 0.5, 0.5, 3.54807, 2.45193);
        assertPulls(UpdateOnFeedback.over(Ucb1.of(2)), 0.5, 1, 4.26009, 1.73991);
        assertPulls(Ucb1Pf.withWallClock(2), 0.5, 0.5, 3.48807, 2.51193);
        assertPulls(Ucb1Pf.withWallClock(2), 0.5, 1, 4.16409, 1.83591);
    }

    @Test
    void thompson() {
        ActionLaw law = ActionLaw.thompsonOfTwo();
        assertPulls(ThompsonPf.direct(2), law, 1, 1, 3.3721399528042375, 2.6278600471957625, 1e-12);
        assertPulls(ThompsonPf.untilFeedback(2), ActionLaw.inPhases(law), 0.5, 0.5, 3.213538853, 2.786461147, 1e-9);
        assertPulls(ThompsonPf.untilFeedback(2), ActionLaw.inPhases(law), 0.5, 1, 3.978107227, 2.021892773, 1e-9);
        assertPulls(ThompsonPf.direct(2), law, 0.5, 0.5, 3.213538853, 2.786461147, 1e-9);
        assertPulls(ThompsonPf.direct(2), law, 0.5, 1, 3.31252335, 2.68747665, 1e-8);
    }

    @Test
    void bbPullOfExp3() {
        ActionLaw law = ActionLaw.inPhases(ActionLaw.ofBase());
        assertPulls(BbPull.over(Exp3.withLearningRate(2, 0.3)), law, 0.5, 0.5, 3.10240689, 2.89759311, 1e-8);
        assertPulls(BbPull.over(Exp3.withLearningRate(2, 0.3)), law, 0.5, 1, 3.964485266, 2.035514734, 1e-9);
    }

    /** With certain feedback the known rates drop out; the value is that of Exp3. */
    @Test
    void exp3WithKnownRatesOfOne() {
        Exp3Pf learner = Exp3Pf.withLearningRate(FeedbackRates.of(1, 1), 0.3);
        assertPulls(learner, ActionLaw.exp3Pf(), 1, 1, 6 - 2.8069195692851276, 2.8069195692851276, 1e-12);
    }

    /** If all rates are equal, drawing anew in every round and keeping the draw give the same expected counts. */
    @Test
    void withEqualRatesRandomisedDirectLearnersAreBbPull() {
        for (double rate : new double[] {0.05, 0.4, 1}) {
            ProbabilisticFeedbackEnvironment environment =
                    ProbabilisticFeedbackEnvironment.of(BANDIT, FeedbackRates.of(rate, rate));
            for (int rounds = 1; rounds <= 5; rounds++) {
                assertSameCounts(
                        BranchOracle.of(environment, ThompsonPf.direct(2), ActionLaw.thompsonOfTwo(), rounds),
                        BranchOracle.of(
                                environment,
                                ThompsonPf.untilFeedback(2),
                                ActionLaw.inPhases(ActionLaw.thompsonOfTwo()),
                                rounds));
                assertSameCounts(
                        BranchOracle.of(
                                environment,
                                UpdateOnFeedback.over(Exp3.withLearningRate(2, 0.3)),
                                ActionLaw.ofBase(),
                                rounds),
                        BranchOracle.of(
                                environment,
                                BbPull.over(Exp3.withLearningRate(2, 0.3)),
                                ActionLaw.inPhases(ActionLaw.ofBase()),
                                rounds));
            }
        }
    }

    private static void assertSameCounts(BranchOracle first, BranchOracle second) {
        assertThat(first.pulls).containsExactly(second.pulls, within(1e-12));
        assertThat(first.observations).containsExactly(second.observations, within(1e-12));
    }

    /** A block of one pull with certain feedback is the base itself, and so is waiting for certain feedback. */
    @Test
    void trivialBlocksAreTheBase() {
        assertPulls(BbDivide.over(Ucb1.of(2), 1), 1, 1, 3.37504, 2.62496);
    }

    private static void assertPulls(
            ProbabilisticFeedbackLearner learner, double rate0, double rate1, double pulls0, double pulls1) {
        assertPulls(learner, ActionLaw.deterministic(), rate0, rate1, pulls0, pulls1, 1e-12);
    }

    private static void assertPulls(
            ProbabilisticFeedbackLearner learner,
            ActionLaw law,
            double rate0,
            double rate1,
            double pulls0,
            double pulls1,
            double digits) {
        ProbabilisticFeedbackEnvironment environment =
                ProbabilisticFeedbackEnvironment.of(BANDIT, FeedbackRates.of(rate0, rate1));
        BranchOracle oracle = BranchOracle.of(environment, learner, law, HORIZON);

        assertThat(oracle.pulls).containsExactly(new double[] {pulls0, pulls1}, within(digits));
        assertThat(oracle.observations).containsExactly(new double[] {rate0 * pulls0, rate1 * pulls1}, within(digits));
    }
}
