// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.Ucb1;
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

    /** A block of one pull with certain feedback is the base itself, and so is waiting for certain feedback. */
    @Test
    void trivialBlocksAreTheBase() {
        assertPulls(BbDivide.over(Ucb1.of(2), 1), 1, 1, 3.37504, 2.62496);
    }

    private static void assertPulls(
            ProbabilisticFeedbackLearner learner, double rate0, double rate1, double pulls0, double pulls1) {
        BranchOracle oracle = BranchOracle.of(
                ProbabilisticFeedbackEnvironment.of(BANDIT, FeedbackRates.of(rate0, rate1)), learner, HORIZON);

        assertThat(oracle.pulls[0]).isCloseTo(pulls0, within(1e-12));
        assertThat(oracle.pulls[1]).isCloseTo(pulls1, within(1e-12));
        assertThat(oracle.observations[0]).isCloseTo(rate0 * pulls0, within(1e-12));
        assertThat(oracle.observations[1]).isCloseTo(rate1 * pulls1, within(1e-12));
    }
}
