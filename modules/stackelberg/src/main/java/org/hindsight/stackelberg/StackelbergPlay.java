// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * The repeated Stackelberg game: each round the leader commits, the follower responds, and both see what was played.
 *
 * <p>The methods reset leader, follower and account, and then play. They allocate one or two rows for
 * the whole play.
 */
public final class StackelbergPlay {
    private StackelbergPlay() {}

    /**
     * Plays against a follower who sees the commitment.
     *
     * @param leader the leader
     * @param follower the follower
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of the follower
     * @param account overwritten with what the play pays
     */
    public static void run(Leader leader, Follower follower, long rounds, RandomGenerator random, PlayAccount account) {
        Checks.length(follower.responses(), leader.responses(), "follower");
        double[] commitment = begin(leader, rounds, account);
        follower.reset();
        for (long round = 0; round < rounds; round++) {
            leader.commitment(commitment);
            int response = follower.respond(commitment, leader, random);
            account.record(commitment, response);
            follower.observe(commitment, response);
            leader.observe(response);
        }
    }

    /**
     * Plays against a follower who does not see the commitment.
     *
     * @param leader the leader
     * @param follower the follower
     * @param rounds the number of rounds T, at least 0
     * @param random draws the responses
     * @param account overwritten with what the play pays
     */
    public static void run(
            Leader leader, UninformedFollower follower, long rounds, RandomGenerator random, PlayAccount account) {
        Checks.length(follower.responses(), leader.responses(), "follower");
        double[] commitment = begin(leader, rounds, account);
        double[] distribution = new double[follower.responses()];
        follower.reset();
        for (long round = 0; round < rounds; round++) {
            follower.distribution(distribution);
            int response = draw(distribution, random);
            leader.commitment(commitment);
            account.record(commitment, response);
            follower.observe(commitment, response);
            leader.observe(response);
        }
    }

    private static double[] begin(Leader leader, long rounds, PlayAccount account) {
        Checks.atLeast(rounds, 0L, "rounds");
        Checks.length(leader.dimension(), account.game().dimension(), "leader.dimension");
        Checks.length(leader.responses(), account.game().responses(), "leader.responses");
        leader.reset();
        account.reset();
        return new double[leader.dimension()];
    }

    private static int draw(double[] distribution, RandomGenerator random) {
        double left = random.nextDouble();
        int last = 0;
        for (int response = 0; response < distribution.length; response++) {
            if (distribution[response] > 0) {
                last = response;
                left -= distribution[response];
                if (left < 0) {
                    return response;
                }
            }
        }
        return last;
    }
}
