// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.StackelbergGame;
import org.hindsight.stackelberg.TieBreaking;
import org.hindsight.stackelberg.TieRule;
import org.hindsight.stackelberg.security.CoverageGame;

/**
 * A follower who answers with any response that loses at most ε: {@code v(x, j) >= max_k v(x, k) - ε}.
 *
 * <p>Such followers test what a leader makes of errors and of lies. Which of the responses it is says a factory. ε is in the units of the
 * follower's payoffs. Nothing is allocated in a round; mutable only in its buffers, not thread-safe.
 */
public final class ApproximateFollower implements Follower {
    private final StackelbergGame game;
    private final double error;
    private final TieRule choice;
    private final double[] payoffs;
    private final int[] allowed;

    private ApproximateFollower(StackelbergGame game, double error, TieRule choice) {
        this.game = game;
        this.error = error;
        this.choice = choice;
        this.payoffs = new double[game.responses()];
        this.allowed = new int[game.responses()];
    }

    /**
     * Creates a follower with any rule.
     *
     * @param game the game
     * @param error ε, at least 0
     * @param choice picks one of the responses that lose at most ε
     * @return the follower
     */
    public static ApproximateFollower of(StackelbergGame game, double error, TieRule choice) {
        Objects.requireNonNull(game, "game");
        Checks.nonNegative(error, "error");
        return new ApproximateFollower(game, error, Objects.requireNonNull(choice, "choice"));
    }

    /**
     * Creates a follower who draws one of the responses uniformly.
     *
     * @param game the game
     * @param error ε, at least 0
     * @return the follower
     */
    public static ApproximateFollower random(StackelbergGame game, double error) {
        return of(game, error, TieBreaking.RANDOM);
    }

    /**
     * Creates a follower who takes the one of the responses that pays the leader least.
     *
     * @param game the game
     * @param error ε, at least 0
     * @return the follower
     */
    public static ApproximateFollower worstForLeader(StackelbergGame game, double error) {
        return of(game, error, TieBreaking.WEAK);
    }

    /**
     * Creates an attacker who takes the one of the targets that is covered most, lowest index on ties: the answer that misleads a search
     * for lower bounds most.
     *
     * @param game the game
     * @param error ε, at least 0
     * @return the follower
     */
    public static ApproximateFollower mostCovered(CoverageGame game, double error) {
        return of(game, error, (same, commitment, tied, count, random) -> {
            int chosen = tied[0];
            for (int index = 1; index < count; index++) {
                if (commitment[tied[index]] > commitment[chosen]) {
                    chosen = tied[index];
                }
            }
            return chosen;
        });
    }

    /**
     * Creates a follower who gives one and the same answer whenever it loses at most ε, and otherwise a best response.
     *
     * @param game the game
     * @param error ε, at least 0
     * @param lie the answer, in 0 .. n - 1
     * @return the follower
     */
    public static ApproximateFollower lying(StackelbergGame game, double error, int lie) {
        Checks.index(lie, game.responses(), "lie");
        return of(game, error, (same, commitment, tied, count, random) -> {
            int best = tied[0];
            for (int index = 0; index < count; index++) {
                if (tied[index] == lie) {
                    return lie;
                }
                if (same.followerPayoff(commitment, tied[index]) > same.followerPayoff(commitment, best)) {
                    best = tied[index];
                }
            }
            return best;
        });
    }

    @Override
    public int responses() {
        return payoffs.length;
    }

    @Override
    public int respond(double[] commitment, Leader leader, RandomGenerator random) {
        game.followerPayoffs(commitment, payoffs);
        double most = Double.NEGATIVE_INFINITY;
        for (double payoff : payoffs) {
            most = Math.max(most, payoff);
        }
        int count = 0;
        for (int response = 0; response < payoffs.length; response++) {
            if (payoffs[response] >= most - error) {
                allowed[count++] = response;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException(
                    "commitment must lead to payoffs that are numbers, the best was " + most);
        }
        return choice.choose(game, commitment, allowed, count, random);
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
    public ApproximateFollower fork() {
        return new ApproximateFollower(game, error, choice);
    }
}
