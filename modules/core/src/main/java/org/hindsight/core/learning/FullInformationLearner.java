// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.learning;

/**
 * A learner that chooses a distribution over actions and then sees the loss of every action.
 *
 * <p>Actions are numbered from 0; losses lie in [0, 1] unless the implementation says otherwise. Learners are mutable
 * and not thread-safe. After construction, {@link #distribution} and {@link #observe} allocate nothing.
 */
public interface FullInformationLearner {
    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    int actions();

    /**
     * Writes the distribution for this round. The learner's state does not change until it observes.
     *
     * @param out overwritten with the probability of each action; of length {@link #actions()}
     * @throws IllegalArgumentException if the length is another
     */
    void distribution(double[] out);

    /**
     * Tells the learner the losses of the round.
     *
     * @param losses the loss of each action; read, not kept
     * @throws IllegalArgumentException if the length or a loss is out of range; the learner is then unchanged
     */
    void observe(double[] losses);

    /** Returns the learner to its initial state, without allocation. */
    void reset();

    /**
     * Returns an independent learner in the same state.
     *
     * @return the copy
     */
    FullInformationLearner fork();
}
