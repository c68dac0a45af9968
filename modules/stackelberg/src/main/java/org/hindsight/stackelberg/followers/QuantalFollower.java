// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.StackelbergGame;

/**
 * A follower of logit quantal response: answers j with probability proportional to {@code exp(λ v(x, j))}.
 *
 * <p>The precision λ is per unit of the follower's payoff. λ = 0 answers uniformly; as λ grows the answers become best responses, ties
 * evenly. O(n) a round, nothing is allocated. Mutable only in its buffer; not thread-safe.
 *
 * <p>Source of the model: R. McKelvey, T. Palfrey (1995), "Quantal response equilibria for normal form games".
 */
public final class QuantalFollower implements Follower {
    private final StackelbergGame game;
    private final double precision;
    private final double[] weights;

    private QuantalFollower(StackelbergGame game, double precision) {
        this.game = game;
        this.precision = precision;
        this.weights = new double[game.responses()];
    }

    /**
     * Creates a follower.
     *
     * @param game the game
     * @param precision λ, at least 0, finite
     * @return the follower
     */
    public static QuantalFollower of(StackelbergGame game, double precision) {
        return new QuantalFollower(Objects.requireNonNull(game, "game"), Checks.nonNegative(precision, "precision"));
    }

    /**
     * Writes the probabilities of the answers to a commitment.
     *
     * @param commitment x
     * @param out overwritten, of length n
     */
    public void probabilities(double[] commitment, double[] out) {
        Checks.length(out.length, weights.length, "out");
        game.followerPayoffs(commitment, out);
        double most = Double.NEGATIVE_INFINITY;
        for (double payoff : out) {
            most = Math.max(most, payoff);
        }
        double total = 0;
        for (int response = 0; response < out.length; response++) {
            out[response] = StrictMath.exp(precision * (out[response] - most));
            total += out[response];
        }
        for (int response = 0; response < out.length; response++) {
            out[response] /= total;
        }
    }

    @Override
    public int responses() {
        return weights.length;
    }

    @Override
    public int respond(double[] commitment, Leader leader, RandomGenerator random) {
        probabilities(commitment, weights);
        return RandomFollower.draw(weights, random);
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
    public QuantalFollower fork() {
        return new QuantalFollower(game, precision);
    }
}
