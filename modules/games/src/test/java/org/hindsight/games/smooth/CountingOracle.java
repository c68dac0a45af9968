// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

/** Counts the payoffs that are asked for. */
final class CountingOracle implements PayoffOracle {
    private final PayoffOracle game;
    private long calls;

    CountingOracle(PayoffOracle game) {
        this.game = game;
    }

    long calls() {
        return calls;
    }

    @Override
    public int actions(int player) {
        return game.actions(player);
    }

    @Override
    public double payoff(int player, int row, int column) {
        calls++;
        return game.payoff(player, row, column);
    }
}
