// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.random.RandomGenerator;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ProbabilisticFeedbackLearner} must do.
 *
 * <p>A learner of this kind may fix the arm of a phase when it is first asked, so a second selection must agree with the
 * first from an equal generator, but it may leave the second generator unread.
 *
 * <pre>{@code
 * class PullUntilFeedbackContractTest extends ProbabilisticFeedbackLearnerContract {
 *     @Override
 *     protected ProbabilisticFeedbackLearner create(int arms, long horizon) {
 *         return PullUntilFeedback.over(EpsilonGreedy.of(arms, 0.1));
 *     }
 * }
 * }</pre>
 */
public abstract non-sealed class ProbabilisticFeedbackLearnerContract
        extends ArmLearnerContract<ProbabilisticFeedbackLearner> {
    /** Creates the contract. */
    protected ProbabilisticFeedbackLearnerContract() {}

    @Override
    final int arms(ProbabilisticFeedbackLearner learner) {
        return learner.arms();
    }

    @Override
    final int select(ProbabilisticFeedbackLearner learner, RandomGenerator random) {
        return learner.select(random);
    }

    @Override
    final void tell(ProbabilisticFeedbackLearner learner, int arm, RewardScript script, int round) {
        if (script.isShown(arm, round)) {
            learner.observe(arm, script.reward(arm, round));
        } else {
            learner.noFeedback(arm);
        }
    }

    @Override
    final void observe(ProbabilisticFeedbackLearner learner, int arm, double reward) {
        learner.observe(arm, reward);
    }

    @Override
    final void reset(ProbabilisticFeedbackLearner learner) {
        learner.reset();
    }

    @Override
    final ProbabilisticFeedbackLearner fork(ProbabilisticFeedbackLearner learner) {
        return learner.fork();
    }

    /** A learner that never sees a reward goes on to pull arms. */
    @Test
    public void playsOnWithoutAnyFeedback() {
        for (int arms : new int[] {1, 2, 5}) {
            ProbabilisticFeedbackLearner learner = create(arms, rounds());
            Xoshiro256PlusPlus random = random();
            for (int round = 0; round < rounds(); round++) {
                learner.noFeedback(selectInRange(learner, random));
            }
        }
    }

    /** Absent feedback for an arm that does not exist is refused, and leaves no trace. */
    @Test
    public void refusesNoFeedbackOfArmsOutOfRange() {
        for (int bad : new int[] {-1, 5, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertUnchangedBy(
                    "noFeedback of arm " + bad,
                    (learner, arm) -> Refusal.named("arm", "noFeedback(" + bad + ")", () -> learner.noFeedback(bad)));
        }
    }

    /** The declared monotonicities exist and belong to the algorithm: they do not change as it plays. */
    @Test
    public void declaresItsMonotonicity() {
        ProbabilisticFeedbackLearner learner = create(3, rounds());
        var pulls = learner.pullMonotonicity();
        var observations = learner.observationMonotonicity();
        assertNotNull(pulls, "pullMonotonicity must be declared");
        assertNotNull(observations, "observationMonotonicity must be declared");
        play(learner, random(), mixed(), 0, rounds());
        assertEquals(pulls, learner.pullMonotonicity(), "pullMonotonicity after " + rounds() + " rounds");
        assertEquals(
                observations,
                learner.observationMonotonicity(),
                "observationMonotonicity after " + rounds() + " rounds");
        assertEquals(pulls, learner.fork().pullMonotonicity(), "pullMonotonicity of a fork");
        assertEquals(observations, learner.fork().observationMonotonicity(), "observationMonotonicity of a fork");
    }
}
