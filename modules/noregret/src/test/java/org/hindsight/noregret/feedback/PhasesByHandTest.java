// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.Ucb1;
import org.junit.jupiter.api.Test;

/** What each transformation pulls and passes on, outcome by outcome. */
class PhasesByHandTest {
    private static final double NOTHING = -1;
    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(1);

    private final RecordingBase base = new RecordingBase(2);

    @Test
    void bbPullWaitsForFeedback() {
        BbPull learner = BbPull.over(base);

        assertThat(pulls(learner, NOTHING, NOTHING, 0.25, 1, NOTHING)).isEqualTo("00010");
        assertThat(base.told).containsExactly("0:0.25", "1:1.0");
        assertThat(learner.betweenPhases()).isFalse();
    }

    @Test
    void bbDividePassesOnTheFirstRewardOfABlock() {
        BbDivide learner = BbDivide.over(base, 3);

        assertThat(pulls(learner, NOTHING, 0.25, 1, 0.5, 0.75, NOTHING, 1)).isEqualTo("0001110");
        assertThat(base.told).containsExactly("0:0.25", "1:0.5");
    }

    @Test
    void bbDivideTellsARewardOfZeroAfterAnEmptyBlock() {
        BbDivide learner = BbDivide.over(base, 2);

        assertThat(pulls(learner, NOTHING, 1, NOTHING, NOTHING, NOTHING, NOTHING))
                .isEqualTo("001100");
        assertThat(base.told).containsExactly("0:1.0", "1:0.0", "0:0.0");
    }

    @Test
    void extensionsAreAsLongAsTheBlockGaveFeedbacks() {
        FeedbackExtendedBlocks learner = FeedbackExtendedBlocks.over(base, 2);

        // Two feedbacks, two more pulls; then one and one; then none.
        assertThat(pulls(learner, 0.25, 0.5, 0.75, NOTHING, NOTHING, 0.5, 1, NOTHING, NOTHING, 1))
                .isEqualTo("0000111001");
        assertThat(base.told).containsExactly("0:0.25", "1:0.5", "0:0.0");
    }

    /** A first reward of 0 is a reward, not the absence of one. */
    @Test
    void aRewardOfZeroCountsAsSeen() {
        assertThat(pulls(BbDivide.over(base, 2), 0, 1, 0)).isEqualTo("001");
        assertThat(base.told).containsExactly("0:0.0");
        base.reset();
        assertThat(pulls(FeedbackExtendedBlocks.over(base, 2), 0, 1, 1, 1, 0)).isEqualTo("00001");
        assertThat(base.told).containsExactly("0:0.0");
    }

    @Test
    void outcomesOfAnotherArmAreRefusedWithinAPhase() {
        for (BlackBoxTransformation learner : new BlackBoxTransformation[] {
            BbPull.over(Ucb1.of(2)), BbDivide.over(Ucb1.of(2), 2), FeedbackExtendedBlocks.over(Ucb1.of(2), 2)
        }) {
            learner.noFeedback(0);
            assertThatIllegalStateException()
                    .isThrownBy(() -> learner.observe(1, 0.5))
                    .withMessage("arm must be 0, the arm of this phase, was 1");
            assertThatIllegalStateException().isThrownBy(() -> learner.noFeedback(1));
            assertThatIllegalArgumentException().isThrownBy(() -> learner.noFeedback(2));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> learner.observe(0, 1.5))
                    .withMessageContaining("reward");
            assertThat(learner.select(UNUSED)).isZero();
        }
    }

    @Test
    void monotonicitiesAreThoseProven() {
        BbPull pull = BbPull.over(base);
        BbDivide divide = BbDivide.over(base, 1);
        FeedbackExtendedBlocks extended = FeedbackExtendedBlocks.over(base, 1);

        assertThat(pull.pullMonotonicity()).isEqualTo(FeedbackMonotonicity.NEGATIVE);
        assertThat(pull.observationMonotonicity()).isEqualTo(FeedbackMonotonicity.POSITIVE);
        assertThat(divide.pullMonotonicity()).isEqualTo(FeedbackMonotonicity.BALANCED);
        assertThat(divide.observationMonotonicity()).isEqualTo(FeedbackMonotonicity.POSITIVE);
        assertThat(extended.pullMonotonicity()).isEqualTo(FeedbackMonotonicity.POSITIVE);
        assertThat(extended.observationMonotonicity()).isEqualTo(FeedbackMonotonicity.POSITIVE);
    }

    private static String pulls(BlackBoxTransformation learner, double... outcomes) {
        StringBuilder arms = new StringBuilder();
        for (double outcome : outcomes) {
            int arm = learner.select(UNUSED);
            arms.append(arm);
            if (outcome == NOTHING) {
                learner.noFeedback(arm);
            } else {
                learner.observe(arm, outcome);
            }
        }
        return arms.toString();
    }
}
