// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import org.hindsight.core.Checks;
import org.hindsight.core.random.CounterUniforms;

/**
 * A random game of any size that is not stored: each payoff is a hash of player, actions and seed.
 *
 * <p>Payoffs are uniform in [0, 1) and as good as independent, of each other and between seeds. A payoff does not depend on the
 * numbers of actions, so that with one seed the game of 1,000 actions is a part of that of 100,000. Time O(1) and no memory a
 * payoff. Immutable and thread-safe.
 */
public final class HashedGame implements PayoffOracle {
    private final int rows;
    private final int columns;
    private final CounterUniforms rowPayoffs;
    private final CounterUniforms columnPayoffs;

    private HashedGame(int rows, int columns, CounterUniforms payoffs) {
        this.rows = rows;
        this.columns = columns;
        this.rowPayoffs = payoffs.within(0, 0);
        this.columnPayoffs = payoffs.within(1, 0);
    }

    /**
     * Creates a game.
     *
     * @param rows the number of actions of player 0, at least 1
     * @param columns the number of actions of player 1, at least 1
     * @param seed which game
     * @return the game
     */
    public static HashedGame of(int rows, int columns, long seed) {
        return new HashedGame(
                Checks.atLeast(rows, 1, "rows"), Checks.atLeast(columns, 1, "columns"), CounterUniforms.of(seed));
    }

    @Override
    public int actions(int player) {
        return Checks.index(player, 2, "player") == 0 ? rows : columns;
    }

    @Override
    public double payoff(int player, int row, int column) {
        Checks.index(row, rows, "row");
        Checks.index(column, columns, "column");
        return (Checks.index(player, 2, "player") == 0 ? rowPayoffs : columnPayoffs).at(row, column);
    }
}
