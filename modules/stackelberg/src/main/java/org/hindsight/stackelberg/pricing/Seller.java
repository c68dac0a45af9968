// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import java.util.random.RandomGenerator;

/** Posts a price each round and sees whether it was accepted. Mutable and not thread-safe; allocates nothing in a round. */
public interface Seller {
    /**
     * Returns the price of this round. The seller's state does not change until {@link #observe}.
     *
     * @param random the seller's randomness; deterministic sellers do not read it
     * @return p, in [0, 1]
     */
    double price(RandomGenerator random);

    /**
     * Tells the seller the answer of the round.
     *
     * @param price the price that was posted, as {@link #price} returned it
     * @param sold whether the buyer bought
     * @throws IllegalArgumentException if the seller could not have posted the price; the seller is then unchanged
     */
    void observe(double price, boolean sold);

    /** Returns the seller to its initial state. */
    void reset();

    /**
     * Returns an independent seller in the same state.
     *
     * @return the copy
     */
    Seller fork();
}
