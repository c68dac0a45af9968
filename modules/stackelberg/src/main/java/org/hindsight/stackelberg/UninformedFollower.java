// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

/**
 * A follower who answers without seeing the commitment of the round, from the past alone.
 *
 * <p>Learners and forecasters are of this kind. Mutable and not thread-safe; nothing is allocated in a round unless the
 * implementation says so.
 */
public interface UninformedFollower {
    /**
     * Returns the number n of responses.
     *
     * @return at least 1
     */
    int responses();

    /**
     * Writes the distribution over responses of this round. The state does not change until {@link #observe}.
     *
     * @param out overwritten with the probability of each response, of length n
     */
    void distribution(double[] out);

    /**
     * Tells the follower what was played.
     *
     * @param commitment the x of the round; read, not kept
     * @param response the response that was drawn from the distribution
     */
    void observe(double[] commitment, int response);

    /** Returns the follower to its initial state. */
    void reset();

    /**
     * Returns an independent follower in the same state.
     *
     * @return the copy
     */
    UninformedFollower fork();
}
