// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

/**
 * A leader who commits in every round and then sees which response the follower chose.
 *
 * <p>Mutable and not thread-safe. After construction, {@link #commitment} and {@link #observe} allocate nothing in the rounds
 * in which the leader plays what it has found; the work of a search step is said by the implementation.
 */
public interface Leader {
    /**
     * Returns the number of coordinates of a commitment.
     *
     * @return at least 1
     */
    int dimension();

    /**
     * Returns the number n of responses of the follower.
     *
     * @return at least 1
     */
    int responses();

    /**
     * Writes the commitment of this round. Does not change until {@link #observe} has been called.
     *
     * @param out overwritten with x, of length {@link #dimension()}
     */
    void commitment(double[] out);

    /**
     * Tells the leader the response of the round.
     *
     * @param response j, in 0 .. n - 1
     * @throws IllegalArgumentException if it is out of range; the leader is then unchanged
     */
    void observe(int response);

    /** Returns the leader to its initial state. */
    void reset();

    /**
     * Returns an independent leader in the same state.
     *
     * @return the copy, whose future does not affect this one
     */
    Leader fork();
}
