// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import org.hindsight.stackelberg.Leader;

/**
 * A leader who says how long the commitment stays, and whether it listens to the response of this round at all.
 *
 * <p>A follower who looks ahead can then pass over whole blocks of rounds. A block is a number of rounds with one commitment, of
 * which the leader listens at most to the first.
 */
public interface SteadyLeader extends Leader {
    /**
     * Returns whether the response of this round can influence a later commitment.
     *
     * @return false if every response leads to the same future
     */
    boolean isListening();

    /**
     * Returns the length of the block that begins with this round: the commitment stays, whatever is answered, and the leader
     * listens to no round of the block but perhaps the first.
     *
     * @return at least 1; {@link Long#MAX_VALUE} if the block does not end
     */
    long steadyRounds();

    /**
     * Passes over rounds to which the leader does not listen: the same as as many calls of {@link #observe}.
     *
     * @param rounds at least 0; at most {@link #steadyRounds}
     * @throws IllegalArgumentException if the rounds go beyond the block
     * @throws IllegalStateException if the leader listens to this round
     */
    void skip(long rounds);

    @Override
    SteadyLeader fork();
}
