// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import org.hindsight.games.ZeroSumGame;

/** The game with payoffs moved and scaled to [0, 1], in which gaps are relative to the payoff range. */
final class UnitPayoffs {
    private UnitPayoffs() {}

    static ZeroSumGame of(ZeroSumGame game) {
        double least = game.toNormalForm().minPayoff(0);
        double range = game.payoffRange();
        double[] unit = new double[game.rows() * game.columns()];
        for (int i = 0; i < game.rows(); i++) {
            for (int j = 0; j < game.columns(); j++) {
                unit[i * game.columns() + j] = range == 0 ? 0 : (game.payoff(i, j) - least) / range;
            }
        }
        return ZeroSumGame.of(game.rows(), game.columns(), unit);
    }
}
