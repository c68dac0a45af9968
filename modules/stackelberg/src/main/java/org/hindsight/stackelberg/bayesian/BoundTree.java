// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import java.util.List;
import org.hindsight.core.Checks;

/** The tree of a search over the types' responses: what was opened, and with which prices the rest was closed. */
public sealed interface BoundTree {
    /**
     * All responses of one more type, each with a tree of its own.
     *
     * @param type the type, which no node above has opened
     * @param children one for each response of the type
     */
    record Opened(int type, List<BoundTree> children) implements BoundTree {
        /**
         * Copies its list.
         *
         * @param type at least 0
         * @param children one for each response
         */
        public Opened {
            children = List.copyOf(children);
        }
    }

    /**
     * Nothing below brings more than the prices allow.
     *
     * @param prices for each of the types that the nodes above have opened, in that order, a price of at least 0 on each of
     *     the type's responses
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Closed(double[][] prices) implements BoundTree {
        /**
         * Copies the prices.
         *
         * @param prices finite
         */
        public Closed {
            prices = copied(prices);
        }

        /**
         * Returns the prices.
         *
         * @return new arrays, one for each type fixed above
         */
        @Override
        public double[][] prices() {
            return copied(prices);
        }

        /** The price of a type's response. */
        double price(int depth, int response) {
            return prices[depth][response];
        }

        int depth() {
            return prices.length;
        }

        int responses(int depth) {
            return prices[depth].length;
        }

        private static double[][] copied(double[][] prices) {
            double[][] copy = new double[prices.length][];
            for (int d = 0; d < copy.length; d++) {
                copy[d] = Checks.finite(prices[d], "prices[" + d + "]").clone();
            }
            return copy;
        }
    }
}
