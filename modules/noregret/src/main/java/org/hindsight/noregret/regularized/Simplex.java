// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import org.hindsight.core.Checks;

/** What the regularizers share. */
final class Simplex {
    /** Largest magnitude of a cost: squares of twice as much are finite. */
    private static final double GREATEST_COST = 1e150;

    private Simplex() {}

    static void checkCosts(double[] costs, double[] out) {
        Checks.length(out.length, Checks.atLeast(costs.length, 1, "costs.length"), "out");
        if (costs == out) {
            throw new IllegalArgumentException("out must be another array than costs");
        }
        for (int i = 0; i < costs.length; i++) {
            if (!(Math.abs(costs[i]) <= GREATEST_COST)) {
                throw new IllegalArgumentException(
                        "costs[" + i + "] = " + costs[i] + " must have a magnitude of at most " + GREATEST_COST);
            }
        }
    }

    static double least(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** Divides by the sum, which is compensated: for many actions the rounding of a plain sum would show. */
    static void normalize(double[] weights) {
        double sum = 0;
        double compensation = 0;
        for (double weight : weights) {
            double next = sum + weight;
            compensation += sum >= weight ? (sum - next) + weight : (weight - next) + sum;
            sum = next;
        }
        double total = sum + compensation;
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
    }
}
