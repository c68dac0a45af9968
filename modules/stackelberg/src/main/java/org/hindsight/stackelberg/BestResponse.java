// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * The follower's best responses to a commitment, with an explicit rule for ties.
 *
 * <p>Response j is tied for the best when {@code v(x, j) >= max_k v(x, k) - tolerance}, the tolerance being a fraction of
 * what the choice can matter, {@link StackelbergGame#followerStake()} (or of a millionth of the range of the follower's payoffs, if that
 * is more: the rounding of payoffs must not break ties). A call evaluates the follower's payoffs once and allocates nothing. Keeps buffers, so not
 * thread-safe; the {@code with} methods return copies.
 */
public final class BestResponse {
    /** The default tolerance for ties, as a fraction of the follower's stake. */
    public static final double DEFAULT_TOLERANCE = 1e-9;

    private final StackelbergGame game;
    private final TieRule ties;
    private final double tolerance;
    private final double slack;
    private final double[] payoffs;
    private final int[] tied;

    private BestResponse(StackelbergGame game, TieRule ties, double tolerance) {
        this.game = game;
        this.ties = ties;
        this.tolerance = tolerance;
        this.slack = tolerance * Math.max(game.followerStake(), 1e-6 * game.followerRange());
        this.payoffs = new double[game.responses()];
        this.tied = new int[game.responses()];
    }

    /**
     * Creates the best responses of a game, ties going to the lowest index within {@link #DEFAULT_TOLERANCE}.
     *
     * @param game the game
     * @return the best responses
     */
    public static BestResponse in(StackelbergGame game) {
        return new BestResponse(Objects.requireNonNull(game, "game"), TieBreaking.LOWEST_INDEX, DEFAULT_TOLERANCE);
    }

    /**
     * Returns the same with another rule for ties.
     *
     * @param rule the rule, for example of {@link TieBreaking}
     * @return a copy
     */
    public BestResponse withTies(TieRule rule) {
        return new BestResponse(game, Objects.requireNonNull(rule, "rule"), tolerance);
    }

    /**
     * Returns the same with another tolerance.
     *
     * @param fraction how far below the best a response still counts as tied, as a fraction of the follower's stake; at least 0
     * @return a copy
     */
    public BestResponse withTolerance(double fraction) {
        return new BestResponse(game, ties, Checks.nonNegative(fraction, "fraction"));
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
     * Returns the best response that the rule for ties picks.
     *
     * @param commitment x; not checked to be feasible
     * @param random the randomness of the rule for ties
     * @return a response in 0 .. n - 1
     */
    public int to(double[] commitment, RandomGenerator random) {
        return ties.choose(game, commitment, tied, find(commitment), random);
    }

    /**
     * Returns the tied response of the lowest index, whatever the rule for ties, which needs no randomness.
     *
     * @param commitment x; not checked to be feasible
     * @return a response in 0 .. n - 1
     */
    public int lowest(double[] commitment) {
        find(commitment);
        return tied[0];
    }

    /**
     * Writes all tied responses.
     *
     * @param commitment x; not checked to be feasible
     * @param out its first entries are overwritten with the tied responses in increasing order; of length n
     * @return how many they are, at least 1
     */
    public int tied(double[] commitment, int[] out) {
        Checks.length(out.length, tied.length, "out");
        int count = find(commitment);
        System.arraycopy(tied, 0, out, 0, count);
        return count;
    }

    private int find(double[] commitment) {
        game.followerPayoffs(commitment, payoffs);
        double most = payoffs[0];
        for (int response = 1; response < payoffs.length; response++) {
            most = Math.max(most, payoffs[response]);
        }
        int count = 0;
        for (int response = 0; response < payoffs.length; response++) {
            if (payoffs[response] >= most - slack) {
                tied[count++] = response;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException(
                    "commitment must lead to payoffs that are numbers, the best was " + most);
        }
        return count;
    }
}
