// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

import java.util.random.RandomGenerator;

/**
 * A follower who sees the commitment and the leader's algorithm before answering.
 *
 * <p>A follower that must not see the commitment is an {@link UninformedFollower}. Mutable and not thread-safe.
 */
public interface Follower {
    /**
     * Returns the number n of responses.
     *
     * @return at least 1
     */
    int responses();

    /**
     * Chooses the response of the round. The follower's state does not change until {@link #observe}.
     *
     * @param commitment x, what the leader has announced; not to be changed
     * @param leader the leader, who has announced x and not yet seen a response; a follower who looks ahead works on a {@linkplain
     *     Leader#fork() fork}, and must leave this one as it is
     * @param random the follower's randomness
     * @return a response in 0 .. n - 1
     */
    int respond(double[] commitment, Leader leader, RandomGenerator random);

    /**
     * Tells the follower what was played.
     *
     * @param commitment x; read, not kept
     * @param response the follower's own response
     */
    void observe(double[] commitment, int response);

    /** Returns the follower to its initial state. */
    void reset();

    /**
     * Returns an independent follower in the same state.
     *
     * @return the copy
     */
    Follower fork();
}
