// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.numeric;

import org.hindsight.core.Checks;

/**
 * Stable logarithms of sums of exponentials, and the softmax that goes with them.
 *
 * <p>The largest exponent is subtracted first, so nothing overflows and the largest term never underflows. Time O(n), no
 * allocation. Exponentials are {@link StrictMath}'s, so results are the same bits on every platform.
 */
public final class LogSumExp {
    private LogSumExp() {}

    /**
     * Returns {@code ln sum_i exp(exponents[i])}.
     *
     * @param exponents the exponents, not modified; negative infinity stands for a term of zero
     * @return the logarithm of the sum; negative infinity if the array is empty or all terms are zero
     * @throws IllegalArgumentException if an exponent is NaN or positive infinity
     */
    public static double of(double... exponents) {
        double max = max(exponents);
        if (max == Double.NEGATIVE_INFINITY) {
            return max;
        }
        double sum = 0;
        for (double exponent : exponents) {
            sum += StrictMath.exp(exponent - max);
        }
        return max + StrictMath.log(sum);
    }

    /**
     * Writes the probabilities {@code exp(exponents[i]) / sum_j exp(exponents[j])}.
     *
     * @param exponents the exponents, not modified; negative infinity gives probability zero
     * @param out overwritten with the probabilities; may be the same array as {@code exponents}
     * @throws IllegalArgumentException if an exponent is NaN or positive infinity, if all are negative infinity, or if
     *     the lengths differ
     */
    public static void softmax(double[] exponents, double[] out) {
        Checks.length(out.length, exponents.length, "out");
        double max = max(exponents);
        if (max == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("exponents must have at least one finite entry");
        }
        double sum = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = StrictMath.exp(exponents[i] - max);
            sum += out[i];
        }
        for (int i = 0; i < out.length; i++) {
            out[i] /= sum;
        }
    }

    private static double max(double[] exponents) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < exponents.length; i++) {
            if (!(exponents[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "exponents[" + i + "] = " + exponents[i] + " must be finite or negative infinity");
            }
            max = Math.max(max, exponents[i]);
        }
        return max;
    }
}
