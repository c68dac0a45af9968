// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

/** How likely the walk is to take a deviation, up to a factor common to all deviations from a profile. */
public interface EdgeWeight {
    /** The weight of a deviation is what the deviating player gains. */
    EdgeWeight GAIN = new EdgeWeight() {
        @Override
        public double of(int player, double gain) {
            return gain;
        }

        @Override
        public String toString() {
            return "GAIN";
        }
    };

    /** All deviations are equally likely. */
    EdgeWeight UNIFORM = new EdgeWeight() {
        @Override
        public double of(int player, double gain) {
            return 1;
        }

        @Override
        public String toString() {
            return "UNIFORM";
        }
    };

    /**
     * Returns the weight of a deviation.
     *
     * @param player who deviates
     * @param gain what the player gains, positive
     * @return a positive finite number, the same for the same arguments
     */
    double of(int player, double gain);
}
