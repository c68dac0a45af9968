// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/** Lets a seller meet a buyer. */
public final class PostedPrices {
    private PostedPrices() {}

    /**
     * Resets the seller and plays.
     *
     * @param seller the seller
     * @param buyer the buyer
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of both
     * @return the revenue: the sum of the prices that were accepted
     */
    public static double run(Seller seller, Buyer buyer, long rounds, RandomGenerator random) {
        Checks.atLeast(rounds, 0L, "rounds");
        seller.reset();
        CompensatedSum revenue = new CompensatedSum();
        for (long round = 0; round < rounds; round++) {
            double price = seller.price(random);
            boolean sold = buyer.buys(price, random);
            if (sold) {
                revenue.add(price);
            }
            seller.observe(price, sold);
        }
        return revenue.value();
    }

    /** Refuses an answer to a price that was not posted. */
    static void checkPosted(double price, double posted) {
        if (price != posted) {
            throw new IllegalArgumentException("price must be the one posted, " + posted + ", was " + price);
        }
    }
}
