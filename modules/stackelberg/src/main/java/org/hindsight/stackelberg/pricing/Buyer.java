// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/** Answers a posted price. */
@FunctionalInterface
public interface Buyer {
    /**
     * Answers the price of a round.
     *
     * @param price p, in [0, 1]
     * @param random the buyer's randomness, and that of the value
     * @return whether the buyer buys
     */
    boolean buys(double price, RandomGenerator random);

    /**
     * Returns a truthful buyer of fixed value.
     *
     * @param value v, in [0, 1]
     * @return the buyer, who buys exactly if {@code v >= p}
     */
    static Buyer ofValue(double value) {
        double worth = Checks.inUnitInterval(value, "value");
        return (price, random) -> worth >= price;
    }
}
