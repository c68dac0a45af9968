// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.StackelbergGame;
import org.hindsight.stackelberg.TieBreaking;
import org.hindsight.stackelberg.TieRule;

/** A follower who answers every commitment with a best response. Mutable only in its buffers; not thread-safe. */
public final class MyopicFollower implements Follower {
    private final StackelbergGame game;
    private final TieRule ties;
    private final double tolerance;
    private final BestResponse best;

    private MyopicFollower(StackelbergGame game, TieRule ties, double tolerance) {
        this.game = game;
        this.ties = ties;
        this.tolerance = tolerance;
        this.best = BestResponse.in(game).withTies(ties).withTolerance(tolerance);
    }

    /**
     * Creates a follower whose ties go to the lowest index, within {@link BestResponse#DEFAULT_TOLERANCE}.
     *
     * @param game the game
     * @return the follower
     */
    public static MyopicFollower in(StackelbergGame game) {
        Objects.requireNonNull(game, "game");
        return new MyopicFollower(game, TieBreaking.LOWEST_INDEX, BestResponse.DEFAULT_TOLERANCE);
    }

    /**
     * Returns a follower with another rule for ties.
     *
     * @param rule the rule, for example of {@link TieBreaking}
     * @return a new follower
     */
    public MyopicFollower withTies(TieRule rule) {
        return new MyopicFollower(game, Objects.requireNonNull(rule, "rule"), tolerance);
    }

    /**
     * Returns a follower with another tolerance for ties.
     *
     * @param fraction as in {@link BestResponse#withTolerance}; 0 for exact ties only
     * @return a new follower
     */
    public MyopicFollower withTolerance(double fraction) {
        return new MyopicFollower(game, ties, Checks.nonNegative(fraction, "fraction"));
    }

    @Override
    public int responses() {
        return game.responses();
    }

    @Override
    public int respond(double[] commitment, Leader leader, RandomGenerator random) {
        return best.to(commitment, random);
    }

    @Override
    public void observe(double[] commitment, int response) {
        // Nothing is remembered.
    }

    @Override
    public void reset() {
        // Nothing is remembered.
    }

    @Override
    public MyopicFollower fork() {
        return new MyopicFollower(game, ties, tolerance);
    }
}
