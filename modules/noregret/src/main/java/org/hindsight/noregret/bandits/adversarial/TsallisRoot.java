// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

/**
 * One step towards the x below all L_i that solves {@code s sum_i (L_i - x)^-2 = 1}, where {@code s = 4 / eta^2}.
 *
 * <p>Let {@code F, C, Q} be the sums of the second, third and fourth powers of {@code 1 / (L_i - x)}. Newton's method is
 * applied to {@code F(x)^(-1/2) = sqrt(s)}: the left side is concave and decreasing in x, with slope in [-1, -K^(-1/2)], and
 * linear for a single arm, so that the method converges much faster than on F itself: from the left of the root one step
 * leads to its right, and from the right the steps decrease to it. Near the root the step is corrected by the second
 * derivative (Chebyshev's method), which makes the convergence cubic.
 */
final class TsallisRoot {
    /** More steps than were ever needed. */
    static final int MOST_STEPS = 100;

    /** Where the relative error of the law after the next step must be to take it as the last. */
    private static final double SMALL_ERROR = 4e-15;

    private static final double LARGEST_CORRECTION = 0.25;

    private TsallisRoot() {}

    /** By how much the square root of the sum of all probabilities exceeds 1. */
    static double excess(double squares, double scale) {
        return Math.sqrt(scale * squares) - 1;
    }

    /** What to add to x. */
    static double step(double excess, double squares, double cubes, double quartics) {
        double length = squares / cubes;
        double correction = 1.5 * excess * (quartics * length / cubes - 1);
        double newton = -excess * length;
        return Math.abs(correction) <= LARGEST_CORRECTION ? newton * (1 + correction) : newton;
    }

    /** Whether a step from here leads so close to the root that there is no need to look. */
    static boolean isLast(double excess, double squares, double cubes, double quartics) {
        double shape = quartics * squares;
        double scale = cubes * cubes;
        return Math.abs(excess) * excess * excess * shape * shape <= SMALL_ERROR * scale * scale;
    }
}
