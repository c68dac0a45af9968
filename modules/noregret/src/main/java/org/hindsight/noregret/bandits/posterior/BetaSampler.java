// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.posterior;

import java.util.random.RandomGenerator;

/**
 * Draws from beta laws whose shapes are at least 1, as X/(X + Y) with gamma variables X and Y.
 *
 * <p>Gamma variables by the rejection method of G. Marsaglia, W. W. Tsang (2000), "A simple method for generating gamma
 * variables", ACM TOMS 26: exact, and it accepts at least 95 of 100 proposals.
 */
final class BetaSampler {
    private BetaSampler() {}

    /** Draws from Beta(a, b), a and b at least 1. */
    static double sample(double a, double b, RandomGenerator random) {
        double x = gamma(a, random);
        double y = gamma(b, random);
        return x / (x + y);
    }

    private static double gamma(double shape, RandomGenerator random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + c * normal;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double square = normal * normal;
            double u = random.nextDouble();
            // The first test is a cheap sufficient condition of the second.
            if (u < 1 - 0.0331 * square * square
                    || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
    }
}
