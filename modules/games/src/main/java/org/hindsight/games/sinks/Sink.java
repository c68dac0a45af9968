// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

/**
 * A sink equilibrium: a set of profiles among which play moves for ever.
 *
 * @param firstProfile the least profile index in it
 * @param size the number of profiles in it
 * @param leastWelfare the least sum of payoffs of a profile in it
 * @param meanWelfare the mean over its profiles of the sum of payoffs, each profile counting alike
 * @param greatestWelfare the largest sum of payoffs of a profile in it
 */
public record Sink(int firstProfile, int size, double leastWelfare, double meanWelfare, double greatestWelfare) {
    /**
     * Returns whether the sink is a pure Nash equilibrium; larger sinks contain none.
     *
     * @return whether its size is one
     */
    public boolean isPureNash() {
        return size == 1;
    }
}
