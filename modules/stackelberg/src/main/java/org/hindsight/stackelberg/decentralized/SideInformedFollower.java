// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

/** A follower who also sees the leader's rewards. */
public interface SideInformedFollower extends RowFollower {
    /**
     * Tells the follower the leader's reward, after its own.
     *
     * @param row what the leader played
     * @param column what the follower played
     * @param reward the leader's reward, in [0, 1]
     */
    void observeLeader(int row, int column, double reward);

    @Override
    SideInformedFollower fork();
}
