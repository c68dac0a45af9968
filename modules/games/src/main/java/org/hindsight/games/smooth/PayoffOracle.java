// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

/**
 * A game of two players that is too large to write down: payoffs are computed when asked for.
 *
 * <p>The cost of an algorithm on it is the number of payoffs it asks for.
 */
public interface PayoffOracle {
    /**
     * Returns the number of actions of a player.
     *
     * @param player 0 or 1
     * @return at least 1
     */
    int actions(int player);

    /**
     * Returns a payoff.
     *
     * @param player 0 or 1
     * @param row the action of player 0
     * @param column the action of player 1
     * @return in [0, 1], the same whenever it is asked for
     */
    double payoff(int player, int row, int column);
}
