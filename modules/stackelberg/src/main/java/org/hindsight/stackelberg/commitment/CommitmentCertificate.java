// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The proof that a commitment is optimal when the follower breaks ties in the leader's favour.
 *
 * <p>The witness is the commitment x, the response j it induces, and prices {@code y[j][k] >= 0} on "k is not better than j
 * by more than epsilon". For every commitment x' that induces j',
 *
 * <pre>{@code
 * u(x', j') <= w(j') = max_i (U[i][j'] + sum_k y[j'][k] (epsilon + V[i][j'] - V[i][k])),
 * }</pre>
 *
 * <p>so the largest w(j') bounds what any commitment earns. This is weak duality for the program of {@link
 * CorrelatedProgram}. The bound is computed from the game and the prices, the value and the violation from the game and x;
 * nothing is shared with a solver. Differences of the follower's payoffs are taken within a row before anything is summed,
 * so constants added to rows cost no accuracy.
 *
 * <p>Complexity: O(m n) and O(m) for each positive price. Immutable. Proof note: {@code proofs-notes/commitment.md}. Source: V. Conitzer,
 * D. Korzhyk (2011), "Commitment to correlated strategies", for the program whose dual this is.
 */
public final class CommitmentCertificate implements Certificate {
    private final BimatrixStackelbergGame game;
    private final double epsilon;
    private final double[] commitment;
    private final int response;
    private final double[][] prices;
    private final double[] bounds;
    private final double value;
    private final double violation;
    private final double gap;

    private CommitmentCertificate(
            BimatrixStackelbergGame game, double epsilon, double[] commitment, int response, double[][] prices) {
        this.game = game;
        this.epsilon = epsilon;
        this.commitment = commitment;
        this.response = response;
        this.prices = prices;
        int n = game.responses();
        double base = least(game);
        double own = 0;
        for (int i = 0; i < commitment.length; i++) {
            own += commitment[i] * (game.leaderPayoffAt(i, response) - base);
        }
        this.value = base + own;
        double broken = 0;
        double paid = 0;
        for (int k = 0; k < n; k++) {
            double excess = 0;
            for (int i = 0; i < commitment.length; i++) {
                if (commitment[i] != 0) {
                    excess += commitment[i]
                            * (game.followerPayoffAt(i, k) - game.followerPayoffAt(i, response) - epsilon);
                }
            }
            if (k != response) {
                broken = Math.max(broken, excess);
                paid += Math.abs(price(response, k) * excess);
            }
        }
        this.violation = relative(broken, game.followerStake());
        this.bounds = new double[n];
        boolean signs = true;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            bounds[j] = base + bound(base, j);
            most = Math.max(most, bounds[j]);
            for (int k = 0; k < prices[j].length; k++) {
                signs &= prices[j][k] >= 0;
            }
        }
        double distance = Math.max(Math.max(0, most - value), paid);
        double measured = Math.max(violation, relative(distance, game.leaderRange()));
        this.gap = signs && measured >= 0 ? measured : Double.POSITIVE_INFINITY;
    }

    private static double least(BimatrixStackelbergGame game) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < game.dimension(); i++) {
            for (int j = 0; j < game.responses(); j++) {
                least = Math.min(least, game.leaderPayoffAt(i, j));
            }
        }
        return least;
    }

    /** A share of a scale; of a scale of zero, nothing or everything. */
    static double relative(double amount, double scale) {
        return amount == 0 ? 0 : amount / scale;
    }

    /** w(j) minus the base. */
    private double bound(double base, int j) {
        int m = game.dimension();
        double[] reduced = new double[m];
        for (int i = 0; i < m; i++) {
            reduced[i] = game.leaderPayoffAt(i, j) - base;
        }
        for (int k = 0; k < prices[j].length; k++) {
            double price = prices[j][k];
            if (price != 0 && k != j) {
                for (int i = 0; i < m; i++) {
                    reduced[i] += price * (epsilon + (game.followerPayoffAt(i, j) - game.followerPayoffAt(i, k)));
                }
            }
        }
        double most = reduced[0];
        for (double each : reduced) {
            most = Math.max(most, each);
        }
        return most;
    }

    /**
     * Measures a witness.
     *
     * @param game the game
     * @param epsilon how much better than the induced response another may be for the follower, in units of V; 0 for a best
     *     response
     * @param commitment x, a probability for each row; copied
     * @param response j, in 0 .. n - 1
     * @param prices y, for each response its prices on the n others, or an empty array if all are 0; finite; copied
     * @return the certificate, whose gap says whether it proves anything
     * @throws IllegalArgumentException if a size or an index does not fit, x is no probability vector, epsilon is negative or
     *     a price not finite
     */
    public static CommitmentCertificate of(
            BimatrixStackelbergGame game, double epsilon, double[] commitment, int response, double[][] prices) {
        Objects.requireNonNull(game, "game");
        Checks.nonNegative(epsilon, "epsilon");
        game.checkCommitment(commitment);
        Checks.index(response, game.responses(), "response");
        Checks.length(prices.length, game.responses(), "prices");
        double[][] copied = new double[prices.length][];
        for (int j = 0; j < prices.length; j++) {
            if (prices[j].length != 0) {
                Checks.length(prices[j].length, game.responses(), "prices[" + j + "]");
            }
            copied[j] = Checks.finite(prices[j], "prices[" + j + "]").clone();
        }
        return new CommitmentCertificate(game, epsilon, commitment.clone(), response, copied);
    }

    /**
     * Returns the game.
     *
     * @return the game
     */
    public BimatrixStackelbergGame game() {
        return game;
    }

    /**
     * Returns how much better than the induced response another may be for the follower.
     *
     * @return at least 0, in units of V
     */
    public double epsilon() {
        return epsilon;
    }

    /**
     * Returns the commitment.
     *
     * @return x, a new array
     */
    public double[] commitment() {
        return commitment.clone();
    }

    /**
     * Returns the induced response.
     *
     * @return j, in 0 .. n - 1
     */
    public int response() {
        return response;
    }

    /**
     * Returns what the leader gets.
     *
     * @return u(x, j)
     */
    public double value() {
        return value;
    }

    /**
     * Returns what no commitment beats, by the prices.
     *
     * @return the largest of the bounds of the responses
     */
    public double bound() {
        double most = bounds[0];
        for (double each : bounds) {
            most = Math.max(most, each);
        }
        return most;
    }

    /**
     * Returns what no commitment beats that induces a response. For a response that no commitment induces it is no more than
     * the value, whatever it is.
     *
     * @param induced j', in 0 .. n - 1
     * @return w(j')
     */
    public double bound(int induced) {
        return bounds[Checks.index(induced, bounds.length, "induced")];
    }

    /**
     * Returns a price.
     *
     * @param induced the induced response j', in 0 .. n - 1
     * @param other the response k it is compared with, in 0 .. n - 1
     * @return y[j'][k], finite
     */
    public double price(int induced, int other) {
        double[] own = prices[Checks.index(induced, prices.length, "induced")];
        Checks.index(other, prices.length, "other");
        return own.length == 0 ? 0 : own[other];
    }

    /**
     * Returns how much the follower loses by the response, beyond epsilon, relative to the {@linkplain
     * BimatrixStackelbergGame#followerStake() most that the choice can matter}.
     *
     * @return at least 0
     */
    public double violation() {
        return violation;
    }

    /**
     * {@inheritDoc}
     *
     * <p>It is the largest of {@link #violation()}, of {@code bound() - value()} relative to the range of the leader's
     * payoffs, and of {@code sum_k y[j][k] |epsilon + v(x, j) - v(x, k)|} relative to that range, which a point that gains by
     * its violation has to pay.
     */
    @Override
    public double gap() {
        return gap;
    }

    @Override
    public String claim() {
        return "The leader gets " + value + " from response " + response + ", and from no commitment more.";
    }

    @Override
    public String toString() {
        return claim() + " Bound " + bound() + ", gap " + gap + ".";
    }
}
