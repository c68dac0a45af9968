// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import org.hindsight.core.Checks;

/**
 * The cost slope * max(0, to - from): every unit of likelihood gained costs the same.
 *
 * <p>The cost of the credit-score study of Milli, Miller, Dragan, Hardt (2019), arXiv:1808.08460, whose alpha is the
 * slope. With a gain of one, people climb by at most 1/slope.
 *
 * @param slope the cost of raising the likelihood from zero to one, positive and finite
 */
public record LinearOutcomeCost(double slope) implements AdditiveOutcomeCost {
    /**
     * Creates the cost.
     *
     * @param slope positive and finite
     */
    public LinearOutcomeCost {
        Checks.positive(slope, "slope");
    }

    /**
     * Creates the cost.
     *
     * @param slope positive and finite
     * @return the cost
     */
    public static LinearOutcomeCost of(double slope) {
        return new LinearOutcomeCost(slope);
    }

    @Override
    public double cost(double from, double to) {
        return to > from ? slope * (to - from) : 0;
    }

    /**
     * Returns {@code from + budget / slope}, the closed form, which may exceed one.
     *
     * @param from in [0, 1]
     * @param budget at least zero
     * @return a number of at least {@code from}
     */
    @Override
    public double reach(double from, double budget) {
        return Checks.inUnitInterval(from, "from") + Checks.nonNegative(budget, "budget") / slope;
    }

    @Override
    public LinearOutcomeCost times(double factor) {
        return new LinearOutcomeCost(slope * Checks.positive(factor, "factor"));
    }
}
