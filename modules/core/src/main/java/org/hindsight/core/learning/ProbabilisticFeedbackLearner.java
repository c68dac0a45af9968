// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.learning;

import java.util.random.RandomGenerator;

/**
 * A learner that pulls one arm a round and sees that arm's reward only sometimes.
 *
 * <p>When arm a is pulled, its reward is shown with probability f_a, the arm's feedback rate, independently of
 * everything else; otherwise the learner is told that there was no feedback. Rewards count whether shown or not. Model:
 * J. Dai, B. Flanigan, N. Haghtalab, M. Jagadeesan, C. Podimata (2024), arXiv:2401.05304. Conventions as in {@link
 * BanditLearner}.
 */
public interface ProbabilisticFeedbackLearner {
    /**
     * Returns the number of arms.
     *
     * @return at least 1
     */
    int arms();

    /**
     * Chooses an arm for this round. What the learner knows does not change until it is told the outcome.
     *
     * @param random the learner's own randomness
     * @return the arm, in 0 .. arms - 1
     */
    int select(RandomGenerator random);

    /**
     * Tells the learner the reward of the arm it pulled.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param reward the reward
     * @throws IllegalArgumentException if the arm or the reward is out of range; the learner is then unchanged
     */
    void observe(int arm, double reward);

    /**
     * Tells the learner that the arm it pulled gave no feedback.
     *
     * @param arm the arm, in 0 .. arms - 1
     */
    void noFeedback(int arm);

    /** Returns the learner to its initial state, without allocation. */
    void reset();

    /**
     * Returns an independent learner in the same state.
     *
     * @return the copy
     */
    ProbabilisticFeedbackLearner fork();

    /**
     * Declares how the number of pulls of an arm responds to its feedback rate.
     *
     * @return the direction that is proven for this learner
     */
    FeedbackMonotonicity pullMonotonicity();

    /**
     * Declares how the number of rewards seen from an arm responds to its feedback rate.
     *
     * @return the direction that is proven for this learner
     */
    FeedbackMonotonicity observationMonotonicity();
}
