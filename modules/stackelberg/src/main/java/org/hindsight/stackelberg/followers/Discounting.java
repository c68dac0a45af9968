// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import org.hindsight.core.Checks;

/** How much a follower cares for a payoff that is some rounds away; the payoff of this round has weight 1. */
public sealed interface Discounting {
    /**
     * Returns the weight of a payoff.
     *
     * @param rounds how far away it is, at least 0
     * @return in [0, 1], 1 for 0 rounds, non-increasing
     */
    double weight(long rounds);

    /**
     * Geometric discounting: a payoff in d rounds has the weight γ^d. What is best to do later does not change when the time comes.
     *
     * @param factor γ, in [0, 1)
     */
    record Geometric(double factor) implements Discounting {
        /**
         * Creates a discounting.
         *
         * @param factor γ, in [0, 1)
         */
        public Geometric {
            if (!(factor >= 0 && factor < 1)) {
                throw new IllegalArgumentException("factor must lie in [0, 1), was " + factor);
            }
        }

        @Override
        public double weight(long rounds) {
            return StrictMath.pow(factor, (double) Checks.atLeast(rounds, 0L, "rounds"));
        }
    }

    /**
     * Hyperbolic discounting: a payoff in d rounds has the weight 1 / (1 + k d). Plans change as time passes; a follower who decides anew in
     * every round, as ours do, is called naive.
     *
     * @param rate k, at least 0; 0 is no discounting
     */
    record Hyperbolic(double rate) implements Discounting {
        /**
         * Creates a discounting.
         *
         * @param rate k, at least 0, finite
         */
        public Hyperbolic {
            Checks.nonNegative(rate, "rate");
        }

        @Override
        public double weight(long rounds) {
            return 1 / (1 + rate * Checks.atLeast(rounds, 0L, "rounds"));
        }
    }

    /**
     * Creates a geometric discounting.
     *
     * @param factor γ, in [0, 1); 0 is a myopic follower
     * @return weights γ^d
     */
    static Geometric geometric(double factor) {
        return new Geometric(factor);
    }

    /**
     * Creates a hyperbolic discounting.
     *
     * @param rate k, at least 0
     * @return weights 1 / (1 + k d)
     */
    static Hyperbolic hyperbolic(double rate) {
        return new Hyperbolic(rate);
    }
}
