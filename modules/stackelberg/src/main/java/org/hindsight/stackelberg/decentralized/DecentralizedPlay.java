// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;

/**
 * Lets a bandit learner over rows meet a follower over columns.
 *
 * <p>Each round the leader picks a row, the follower sees it and picks a column, and each sees its own reward; a {@link
 * SideInformedFollower} sees the leader's too. Nothing is allocated.
 */
public final class DecentralizedPlay {
    private DecentralizedPlay() {}

    /**
     * Plays on from where the players are. Neither players nor counts are reset.
     *
     * @param leader the leader; arm a is row a
     * @param follower the follower
     * @param rewards the rewards
     * @param rounds the number of rounds, at least 0
     * @param random the randomness of rewards and leader
     * @param counts where the rounds are counted
     */
    public static void proceed(
            BanditLearner leader,
            RowFollower follower,
            BernoulliPair rewards,
            long rounds,
            RandomGenerator random,
            PairCounts counts) {
        Checks.atLeast(rounds, 0L, "rounds");
        Checks.length(leader.arms(), rewards.means().dimension(), "leader");
        Checks.length(follower.rows(), rewards.means().dimension(), "follower");
        Checks.length(follower.columns(), rewards.means().responses(), "follower");
        for (long round = 0; round < rounds; round++) {
            int row = leader.select(random);
            int column = follower.respond(row);
            double leaderReward = rewards.drawLeader(row, column, random);
            follower.observe(row, column, rewards.drawFollower(row, column, random));
            if (follower instanceof SideInformedFollower informed) {
                informed.observeLeader(row, column, leaderReward);
            }
            leader.observe(row, leaderReward);
            counts.add(row, column);
        }
    }
}
