// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The logit quantal response of a follower: {@code q_j(x)} is proportional to {@code exp(lambda v(x, j))}.
 *
 * <p>Precision lambda = 0 is uniform, large lambda near a best response. Exponents are taken below the largest, so nothing
 * overflows. Evaluating allocates nothing; keeps buffers, so not thread-safe. Sources: R. McKelvey, T. Palfrey (1995),
 * "Quantal response equilibria for normal form games".
 */
public final class QuantalResponse {
    private final int m;
    private final int n;
    private final double precision;
    private final double[] leader;
    /** Payoffs of the follower less the first of the row, which cancels in the probabilities. */
    private final double[] follower;

    private final double base;
    private final double[] u;
    private final double[] q;

    /**
     * Creates the response to commitments in a game.
     *
     * @param game the game
     * @param precision lambda, finite and at least 0, in units of 1 / V
     */
    public QuantalResponse(BimatrixStackelbergGame game, double precision) {
        m = game.dimension();
        n = game.responses();
        this.precision = Checks.nonNegative(precision, "precision");
        Checks.finite(precision * game.followerStake(), "precision * stake");
        leader = game.leaderPayoffs();
        follower = game.followerPayoffs();
        base = Arrays.stream(leader).min().orElseThrow();
        for (int i = 0; i < m; i++) {
            double first = follower[i * n];
            for (int j = 0; j < n; j++) {
                follower[i * n + j] -= first;
                leader[i * n + j] -= base;
            }
        }
        u = new double[n];
        q = new double[n];
    }

    /**
     * Writes the probabilities of the responses.
     *
     * @param commitment x, of length m; not checked
     * @param out overwritten, of length n
     */
    public void distribution(double[] commitment, double[] out) {
        Checks.length(out.length, n, "out");
        weigh(commitment);
        System.arraycopy(q, 0, out, 0, n);
    }

    /**
     * Returns what the leader expects.
     *
     * @param commitment x, of length m; not checked
     * @return {@code f(x) = sum_j q_j(x) u(x, j)}
     */
    public double leaderPayoff(double[] commitment) {
        return base + weigh(commitment);
    }

    /** Fills in q and u; returns the leader's payoff above the base. */
    private double weigh(double[] x) {
        Arrays.fill(u, 0);
        Arrays.fill(q, 0);
        for (int i = 0, at = 0; i < m; i++, at += n) {
            double weight = x[i];
            for (int j = 0; j < n && weight != 0; j++) {
                u[j] += weight * leader[at + j];
                q[j] += weight * follower[at + j];
            }
        }
        double most = q[0];
        for (double each : q) {
            most = Math.max(most, each);
        }
        double sum = 0;
        for (int j = 0; j < n; j++) {
            q[j] = StrictMath.exp(precision * (q[j] - most));
            sum += q[j];
        }
        double payoff = 0;
        for (int j = 0; j < n; j++) {
            q[j] /= sum;
            payoff += q[j] * u[j];
        }
        return payoff;
    }

    /**
     * Writes the gradient of the leader's expected payoff, as a function of all m coordinates, and returns the payoff:
     * {@code df/dx_i = sum_j q_j (U[i][j] - a + lambda (u(x, j) - f(x)) V[i][j])}, the constant a and constants in rows of V
     * mattering to nothing on the simplex.
     */
    double gradient(double[] x, double[] out) {
        double payoff = weigh(x);
        for (int i = 0, at = 0; i < m; i++, at += n) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += q[j] * (leader[at + j] + precision * (u[j] - payoff) * follower[at + j]);
            }
            out[i] = sum;
        }
        return base + payoff;
    }
}
