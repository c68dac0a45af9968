// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import org.hindsight.core.Checks;

/**
 * The relative entropy kl(p, q) between Bernoulli laws of means p and q, in nats, and its inverse in q.
 *
 * <p>kl(p, .) is convex and increasing on [p, 1), with 2 (p - q)^2 at most kl(p, q) (Pinsker).
 */
public final class BernoulliDivergence {
    private static final int MAX_STEPS = 100;
    /** A Newton step this short, relative to 1 - q, ends the iteration: its successor would be far below rounding. */
    private static final double STEP_TOLERANCE = 1e-13;

    private BernoulliDivergence() {}

    /**
     * Returns kl(p, q) = p ln(p/q) + (1-p) ln((1-p)/(1-q)), where 0 ln 0 = 0.
     *
     * @param p the first mean, in [0, 1]
     * @param q the second mean, in [0, 1]
     * @return at least 0; positive infinity if q is 0 or 1 and p is not
     */
    public static double of(double p, double q) {
        Checks.inUnitInterval(p, "p");
        Checks.inUnitInterval(q, "q");
        return p == q ? 0 : divergence(p, q);
    }

    /**
     * Returns the largest q in [p, 1] with kl(p, q) at most d: the upper confidence bound of KL-UCB.
     *
     * <p>Closed forms for p = 0 and p = 1, otherwise Newton's method from above, safeguarded by bisection. The result q
     * satisfies |kl(p, q) - d| at most 1e-9 (1 + d), as long as 1 - q is large against the spacing of floating-point
     * numbers, 2^-53; nearer to 1, q is the root within a few of these spacings.
     *
     * @param p the mean, in [0, 1]
     * @param divergence d, at least 0; may be positive infinity
     * @return in [p, 1]
     */
    public static double upperConfidence(double p, double divergence) {
        Checks.inUnitInterval(p, "p");
        if (!(divergence >= 0)) {
            throw new IllegalArgumentException("divergence must be at least 0, was " + divergence);
        }
        return solve(p, divergence);
    }

    /** As upperConfidence, unchecked, and p where d is negative. */
    static double solve(double p, double d) {
        if (p == 1 || d <= 0) {
            return p;
        }
        if (p == 0) {
            return -StrictMath.expm1(-d);
        }
        // Dropping -p ln q >= 0 from kl leaves an equation in 1 - q that bounds the root from above, as Pinsker does.
        double reach = StrictMath.exp(-(d - p * StrictMath.log(p)) / (1 - p));
        double q = Math.min(pinsker(p, d), 1 - (1 - p) * reach);
        if (!(q < 1)) {
            q = Math.nextDown(1.0);
        }
        for (int step = 0; step < MAX_STEPS && q > p; step++) {
            // A convex function lies above its tangents, so that steps from above stay above the root.
            double next = q - (divergence(p, q) - d) * (q * (1 - q) / (q - p));
            if (!(next < q)) {
                return q;
            }
            if (next <= p) {
                next = p + (q - p) / 2;
            }
            if (q - next < STEP_TOLERANCE * (1 - q)) {
                return next;
            }
            q = next;
        }
        return Math.max(p, q);
    }

    /** An upper bound of solve(p, d), by Pinsker's inequality. */
    static double pinsker(double p, double d) {
        return d > 0 ? Math.min(1, p + Math.sqrt(d / 2)) : p;
    }

    private static double divergence(double p, double q) {
        double one = p == 0 ? 0 : p * StrictMath.log(p / q);
        if (p == 1) {
            return one;
        }
        // Each form is exact to rounding on its side: log1p for q near p, the plain quotient for p near 1.
        double ratio = q > p ? StrictMath.log1p((q - p) / (1 - q)) : StrictMath.log((1 - p) / (1 - q));
        double zero = (1 - p) * ratio;
        return Math.max(0, one + zero);
    }
}
