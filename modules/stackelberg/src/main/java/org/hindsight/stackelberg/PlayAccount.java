// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * What a repeated Stackelberg game has paid, in sums over rounds, and how often each response was chosen.
 *
 * <p>Payoffs are those of the mixed commitment, u(x, j) and v(x, j), not of sampled rows. Mutable, not thread-safe; recording
 * allocates nothing.
 */
public final class PlayAccount {
    private final StackelbergGame game;
    private final CompensatedSum leader = new CompensatedSum();
    private final CompensatedSum follower = new CompensatedSum();
    private final long[] counts;
    private long rounds;

    private PlayAccount(StackelbergGame game) {
        this.game = game;
        this.counts = new long[game.responses()];
    }

    /**
     * Creates the account of no round.
     *
     * @param game the game that is played
     * @return the account
     */
    public static PlayAccount of(StackelbergGame game) {
        return new PlayAccount(game);
    }

    /**
     * Adds a round.
     *
     * @param commitment x
     * @param response j, in 0 .. n - 1
     */
    public void record(double[] commitment, int response) {
        counts[Checks.index(response, counts.length, "response")]++;
        leader.add(game.leaderPayoff(commitment, response));
        follower.add(game.followerPayoff(commitment, response));
        rounds++;
    }

    /** Forgets all rounds. */
    public void reset() {
        leader.reset();
        follower.reset();
        Arrays.fill(counts, 0);
        rounds = 0;
    }

    /**
     * Returns the game.
     *
     * @return the game
     */
    public StackelbergGame game() {
        return game;
    }

    /**
     * Returns the number of rounds T.
     *
     * @return at least 0
     */
    public long rounds() {
        return rounds;
    }

    /**
     * Returns how often a response was chosen.
     *
     * @param response in 0 .. n - 1
     * @return at least 0
     */
    public long count(int response) {
        return counts[Checks.index(response, counts.length, "response")];
    }

    /**
     * Returns the sum of the leader's payoffs.
     *
     * @return the sum over rounds
     */
    public double leaderTotal() {
        return leader.value();
    }

    /**
     * Returns the sum of the follower's payoffs.
     *
     * @return the sum over rounds
     */
    public double followerTotal() {
        return follower.value();
    }

    /**
     * Returns the leader's regret {@code T V - sum_t u(x_t, y_t)}.
     *
     * @param benchmark V, usually the strong Stackelberg value
     * @return the regret, a sum; negative if the leader did better than V
     */
    public double leaderRegret(double benchmark) {
        return rounds * Checks.finite(benchmark, "benchmark") - leader.value();
    }
}
