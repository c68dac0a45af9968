// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * The level at which a budget is spent: the v with {@code sum_t w_t max(0, a_t - v) = r}.
 *
 * <p>With {@code a_t} the attacker's payoff at an uncovered target and {@code w_t = 1 / d_t}, the sum is the budget that it takes to
 * hold the attacker to v everywhere. It is convex, piecewise linear and decreasing in v, so Newton's method from the left
 * is the closed form by prefix sums without the sort: each pass puts the level at {@code (S - r) / B}, with {@code S = sum w a} and
 * {@code B = sum w} over the targets above the previous level, and drops those that are not above the new one. It ends when
 * none is dropped.
 *
 * <p>Each pass shrinks the product of the excess over the budget and the slope B at least fourfold (proof note {@code
 * proofs-notes/security-games.md}), so the passes are at most logarithmic in {@code n max d / (min d precision)}, whatever the order
 * of the targets; a handful in practice. Holds two buffers of n numbers and allocates nothing else, so not thread-safe.
 */
public final class WaterFilling {
    private final double[] heights;
    private final double[] weights;
    private int passes;

    private WaterFilling(int capacity) {
        this.heights = new double[capacity];
        this.weights = new double[capacity];
    }

    /**
     * Creates the method with room for a number of targets.
     *
     * @param targets the most targets that {@link #level} can be asked for, at least 1
     * @return the method
     */
    public static WaterFilling ofCapacity(int targets) {
        return new WaterFilling(Checks.atLeast(targets, 1, "targets"));
    }

    /**
     * Finds the level. O(n) for each pass.
     *
     * @param tops a_t, finite; not modified
     * @param rates w_t, at least 0 and finite, not all 0; of the same length; not modified. Targets of rate 0 are left out
     * @param budget r, at least 0 and finite
     * @return v, at most the largest a_t with positive rate
     */
    public double level(double[] tops, double[] rates, double budget) {
        Checks.length(rates.length, tops.length, "rates");
        if (tops.length > heights.length) {
            throw new IllegalArgumentException(
                    "tops must have at most " + heights.length + " entries, had " + tops.length);
        }
        Checks.nonNegative(budget, "budget");
        double top = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < tops.length; target++) {
            if (rates[target] > 0 && tops[target] > top) {
                top = tops[target];
            }
        }
        if (!(top > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException("rates must have a positive entry");
        }
        // Heights are measured downward from the top, so that a large common payoff costs no digits.
        int active = 0;
        double weighted = 0;
        double weight = 0;
        for (int target = 0; target < tops.length; target++) {
            if (rates[target] > 0) {
                heights[active] = tops[target] - top;
                weights[active] = rates[target];
                weighted += heights[active] * weights[active];
                weight += weights[active];
                active++;
            }
        }
        double level = (weighted - budget) / weight;
        passes = 1;
        while (true) {
            int kept = 0;
            weighted = 0;
            weight = 0;
            for (int k = 0; k < active; k++) {
                double height = heights[k];
                double rate = weights[k];
                if (height >= level) {
                    heights[kept] = height;
                    weights[kept] = rate;
                    weighted += height * rate;
                    weight += rate;
                    kept++;
                }
            }
            passes++;
            if (kept == active) {
                return top + refined(kept, budget);
            }
            active = kept;
            level = (weighted - budget) / weight;
        }
    }

    /** The level of the first targets in the buffers, without the rounding that plain sums collect. */
    private double refined(int active, double budget) {
        CompensatedSum weighted = new CompensatedSum();
        CompensatedSum weight = new CompensatedSum();
        weighted.add(-budget);
        for (int k = 0; k < active; k++) {
            weighted.add(heights[k] * weights[k]);
            weight.add(weights[k]);
        }
        return weighted.value() / weight.value();
    }

    /**
     * Returns how many passes the last call of {@link #level} made over the targets that were left.
     *
     * @return at least 2 after a call, 0 before
     */
    public int passes() {
        return passes;
    }
}
