// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

/**
 * Solves {@code sum_i 4 / (eta (L_i - x))^2 = 1} for the x below all L_i.
 *
 * <p>By Newton's method on {@code F(x)^(-1/2) = 2 / eta}, where {@code F(x) = sum_i (L_i - x)^-2}. The left side is
 * concave and decreasing, with slope in [-1, -K^(-1/2)], and linear for a single arm, so the method converges much faster
 * than on F itself: from the left of the root one step leads to its right, and from the right the steps decrease to it. The
 * root is at most {@code min L - 2 / eta}, to which a step too long is cut.
 */
final class TsallisRoot {
    /** A step from a point this close, relatively, squares the error away. */
    private static final double CLOSE = 1e-8;

    private static final int MOST_STEPS = 60;

    private TsallisRoot() {}

    /** Solves from a start of any quality; least is the least of the losses. */
    static double solve(double[] losses, double least, double rate, double start) {
        double greatest = least - 2 / rate;
        double x = Math.min(start, greatest);
        for (int i = 0; i < MOST_STEPS; i++) {
            double squares = 0;
            double cubes = 0;
            for (double loss : losses) {
                double inverse = 1 / (loss - x);
                double square = inverse * inverse;
                squares += square;
                cubes += square * inverse;
            }
            double excess = excess(squares, rate);
            double next = Math.min(greatest, x - excess * squares / cubes);
            if (Math.abs(excess) <= CLOSE || next == x) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** By how much the root of the sum of the probabilities exceeds 1, given F. */
    static double excess(double squares, double rate) {
        return 2 / rate * Math.sqrt(squares) - 1;
    }

    static boolean isClose(double excess) {
        return Math.abs(excess) <= CLOSE;
    }
}
