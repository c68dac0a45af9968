// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import org.hindsight.core.numeric.CompensatedSum;

/**
 * A sum of products that is as good as exact before its last rounding, and that remembers its largest term.
 *
 * <p>Each product is split into its rounded value and the rounding error, and both enter a compensated sum, so that n
 * terms err by about {@code 2^-53 |sum| + n^2 2^-106 max |term|}. Overflow makes the value infinite or NaN.
 */
final class ProductSum {
    private final CompensatedSum sum = new CompensatedSum();
    private double largest;

    void add(double a, double b) {
        double product = a * b;
        sum.add(product);
        sum.add(Math.fma(a, b, -product));
        largest = Math.max(largest, Math.abs(product));
    }

    double value() {
        return sum.value();
    }

    /** The largest absolute value of a term, zero if there was none. */
    double largest() {
        return largest;
    }

    /** A violation in units of a scale: zero is zero in every unit, and what cannot be measured is infinite. */
    static double relative(double violation, double scale) {
        if (violation == 0) {
            return 0;
        }
        double ratio = violation / scale;
        return ratio >= 0 ? ratio : Double.POSITIVE_INFINITY;
    }
}
