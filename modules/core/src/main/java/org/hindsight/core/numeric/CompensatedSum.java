// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.numeric;

/**
 * A running sum whose error does not grow with the number of terms.
 *
 * <p>Neumaier's variant of Kahan summation: the result of n additions differs from the exact sum by at most {@code u |sum| +
 * (n u / (1 - n u))^2 sum |x_i|}, with u = 2^-53. The sum of non-negative terms never decreases by an addition, not even
 * in the last bit. One addition costs four floating-point operations. Mutable, not thread-safe. Sources: A. Neumaier,
 * ZAMM 54 (1974), 39-51; the error bound is that of T. Ogita, S. Rump, S. Oishi (2005), "Accurate sum and dot product",
 * SIAM J. Sci. Comput. 26(6), for the same sequence of operations.
 */
public final class CompensatedSum {
    private double sum;
    private double compensation;

    /** Creates an empty sum. */
    public CompensatedSum() {}

    /**
     * Returns the sum of an array.
     *
     * @param terms the terms, not modified
     * @return their sum, zero for an empty array
     */
    public static double of(double... terms) {
        CompensatedSum total = new CompensatedSum();
        for (double term : terms) {
            total.add(term);
        }
        return total.value();
    }

    /**
     * Adds a term.
     *
     * @param term the term
     */
    public void add(double term) {
        double next = sum + term;
        if (Math.abs(sum) >= Math.abs(term)) {
            compensation += (sum - next) + term;
        } else {
            compensation += (term - next) + sum;
        }
        sum = next;
    }

    /**
     * Returns the sum so far.
     *
     * @return the sum; infinite or NaN if a term was, or if the sum overflowed
     */
    public double value() {
        // Once the plain sum is infinite the compensation is NaN and must not hide it.
        return Double.isFinite(sum) ? sum + compensation : sum;
    }

    /** Empties the sum. */
    public void reset() {
        sum = 0;
        compensation = 0;
    }
}
