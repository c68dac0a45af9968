// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * Upper bounds on the payoff against a quantal response along the commitments (1 - s, s) to two rows, over intervals of s.
 *
 * <p>Along the line u_j and v_j are linear. With R for ranges over j, primes for slopes, and lambda for the precision,
 *
 * <pre>{@code
 * f'  = E[u'] + lambda Cov(u, v'),    |f'' | <= lambda R(u') sqrt(W) + lambda^2 R(u) W,    W >= Var(v').
 * }</pre>
 *
 * <p>An interval of half width h around c thus has f at most {@code f(c) + |f'(c)| h + M h^2 / 2}. Where the response is nearly
 * decided a second bound is better: with k the best response at c, {@code f = u_k + sum_j q_j (u_j - u_k)} and {@code q_j <=
 * exp(-lambda (v_k - v_j))}, each factor taken at the worse end. These also give W, the smaller of {@code R(v')^2 / 4} and {@code
 * sum_j q_j (v'_j - v'_k)^2}. The smaller of the two is returned. Proof note: {@code
 * proofs-notes/commitment.md}.
 */
final class QuantalInterval {
    private final int n;
    private final double precision;
    private final double[] u0;
    private final double[] u1;
    private final double[] v0;
    private final double[] v1;
    private final double base;
    private final double slopeU;
    private final double slopeV;
    private final double[] q;

    QuantalInterval(BimatrixStackelbergGame game, double precision) {
        this.n = game.responses();
        this.precision = precision;
        u0 = new double[n];
        u1 = new double[n];
        v0 = new double[n];
        v1 = new double[n];
        q = new double[n];
        base = game.leaderPayoffAt(0, 0);
        for (int j = 0; j < n; j++) {
            u0[j] = game.leaderPayoffAt(0, j) - base;
            u1[j] = game.leaderPayoffAt(1, j) - base;
            v0[j] = game.followerPayoffAt(0, j) - game.followerPayoffAt(0, 0);
            v1[j] = game.followerPayoffAt(1, j) - game.followerPayoffAt(1, 0);
        }
        slopeU = rangeOfSlopes(u0, u1);
        slopeV = rangeOfSlopes(v0, v1);
    }

    private static double rangeOfSlopes(double[] from, double[] to) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < from.length; j++) {
            least = Math.min(least, to[j] - from[j]);
            most = Math.max(most, to[j] - from[j]);
        }
        return most - least;
    }

    private static double at(double[] from, double[] to, int j, double s) {
        return (1 - s) * from[j] + s * to[j];
    }

    /** An upper bound over [a, b]. */
    double bound(double a, double b) {
        double c = (a + b) / 2;
        double h = (b - a) / 2;
        int best = 0;
        for (int j = 1; j < n; j++) {
            best = at(v0, v1, j, c) > at(v0, v1, best, c) ? j : best;
        }
        double top = at(v0, v1, best, c);
        double sum = 0;
        for (int j = 0; j < n; j++) {
            q[j] = StrictMath.exp(precision * (at(v0, v1, j, c) - top));
            sum += q[j];
        }
        double payoff = 0;
        double slope = 0;
        double meanSlopeV = 0;
        for (int j = 0; j < n; j++) {
            q[j] /= sum;
            payoff += q[j] * at(u0, u1, j, c);
            slope += q[j] * (u1[j] - u0[j]);
            meanSlopeV += q[j] * (v1[j] - v0[j]);
        }
        double covariance = 0;
        double variance = 0;
        double decided = Math.max(at(u0, u1, best, a), at(u0, u1, best, b));
        double leastA = Double.POSITIVE_INFINITY;
        double mostA = Double.NEGATIVE_INFINITY;
        double leastB = Double.POSITIVE_INFINITY;
        double mostB = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            covariance += q[j] * (at(u0, u1, j, c) - payoff) * (v1[j] - v0[j] - meanSlopeV);
            double atA = at(u0, u1, j, a);
            double atB = at(u0, u1, j, b);
            leastA = Math.min(leastA, atA);
            mostA = Math.max(mostA, atA);
            leastB = Math.min(leastB, atB);
            mostB = Math.max(mostB, atB);
            if (j != best) {
                double gain = Math.max(atA - at(u0, u1, best, a), atB - at(u0, u1, best, b));
                double lead = Math.min(at(v0, v1, best, a) - at(v0, v1, j, a), at(v0, v1, best, b) - at(v0, v1, j, b));
                double mass = StrictMath.exp(-precision * Math.max(0, lead));
                double turn = v1[j] - v0[j] - v1[best] + v0[best];
                decided += Math.max(0, gain) * mass;
                variance += mass * turn * turn;
            }
        }
        // The range over j is convex along the line, so it is largest at an end.
        double range = Math.max(mostA - leastA, mostB - leastB);
        double steepness = precision * Math.sqrt(Math.min(variance, slopeV * slopeV / 4));
        double curvature = steepness * slopeU + steepness * steepness * range;
        double smooth = payoff + Math.abs(slope + precision * covariance) * h + curvature * h * h / 2;
        double least = Math.min(decided, Math.max(mostA, mostB));
        // If the curvature overflows, the comparison is false and the other bounds stand.
        return base + (smooth < least ? smooth : least);
    }
}
