// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

/**
 * A learner that chooses a distribution over actions and sees the losses of all actions some rounds later, or never.
 *
 * <p>Rounds are numbered from 0. In each round the learner is asked for a distribution; then it is told the losses that have
 * arrived by the end of the round, of any number of rounds. Actions are numbered from 0; losses lie in [0, 1] unless the
 * implementation says otherwise. Learners are mutable and not thread-safe.
 */
public interface DelayedFullInformationLearner {
    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    int actions();

    /**
     * Writes the distribution of a round. Asked again before anything was observed, it writes the same.
     *
     * @param round the round: 0 at first, then the last one again or the next one
     * @param out overwritten with the probability of each action; of length {@link #actions()}
     * @throws IllegalArgumentException if the length is another
     * @throws IllegalStateException if rounds are skipped or repeated out of order
     */
    void distribution(long round, double[] out);

    /**
     * Tells the learner the losses of a round, which have arrived.
     *
     * @param round the round that they are the losses of; each at most once
     * @param losses the loss of each action; read, not kept
     * @throws IllegalArgumentException if no losses of the round are due, or the length or a loss is out of range; the learner
     *     is then unchanged
     */
    void observe(long round, double[] losses);

    /** Returns the learner to its initial state, without allocation. */
    void reset();

    /**
     * Returns an independent learner in the same state.
     *
     * @return the copy
     */
    DelayedFullInformationLearner fork();
}
