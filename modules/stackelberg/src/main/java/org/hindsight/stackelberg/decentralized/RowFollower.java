// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

/**
 * A follower who sees the row, answers with a column, and sees its own reward.
 *
 * <p>One who also sees the leader's reward is a {@link SideInformedFollower}. Mutable and not thread-safe; allocates nothing in a
 * round.
 */
public interface RowFollower {
    /**
     * Returns the number of rows.
     *
     * @return at least 1
     */
    int rows();

    /**
     * Returns the number of columns.
     *
     * @return at least 1
     */
    int columns();

    /**
     * Answers a row. The state does not change until {@link #observe}.
     *
     * @param row what the leader played
     * @return a column
     */
    int respond(int row);

    /**
     * Tells the follower its reward.
     *
     * @param row what the leader played
     * @param column what the follower played
     * @param reward the follower's reward, in [0, 1]
     */
    void observe(int row, int column, double reward);

    /** Returns the follower to its initial state. */
    void reset();

    /**
     * Returns an independent follower in the same state.
     *
     * @return the copy
     */
    RowFollower fork();
}
