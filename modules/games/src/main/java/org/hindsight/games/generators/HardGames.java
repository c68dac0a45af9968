// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.generators;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.games.BimatrixGame;

/** Deterministic families of games on which solvers are slow. */
public final class HardGames {
    private static final double HIGH = 1;
    private static final double BASE = 0.75;
    private static final double LOW = 0.5;

    private HardGames() {}

    /**
     * Creates the game SGC(k) with 4k-1 actions a player and one equilibrium, in which each plays 2k-1 actions with the same
     * probability: the middle of what support enumeration goes through.
     *
     * <p>With the player's own action as the row, the first 2k-1 actions of both form a cycle: 3/4, but 1 against the
     * predecessor and 1/2 against the successor. They pay 1/2 against all others. The others pay 0, but for 3/4 in 2x2
     * blocks on the diagonal, where one player wants to match and the other to differ. Source: Sandholm, Gilpin,
     * Conitzer (2005), "Mixed-integer programming methods for finding Nash equilibria", AAAI-05, with payoffs scaled to
     * [0, 1]. That there is no other equilibrium is checked in the tests for k = 1 and k = 2.
     *
     * @param k at least 1
     * @return the game
     */
    public static BimatrixGame sandholmGilpinConitzer(int k) {
        Checks.atLeast(k, 1, "k");
        int n = Math.subtractExact(Math.multiplyExact(4, k), 1);
        double[][] matching = blocks(n, 2 * k - 1, 0);
        double[][] differing = blocks(n, 2 * k - 1, 1);
        double[][] columnPayoffs = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                columnPayoffs[i][j] = differing[j][i];
            }
        }
        return BimatrixGame.of(matching, columnPayoffs);
    }

    private static double[][] blocks(int n, int cycle, int flip) {
        double[][] own = new double[n][n];
        for (int a = 0; a < cycle; a++) {
            Arrays.fill(own[a], 0, cycle, BASE);
            Arrays.fill(own[a], cycle, n, LOW);
            if (cycle > 1) {
                own[a][Math.floorMod(a - 1, cycle)] = HIGH;
                own[a][(a + 1) % cycle] = LOW;
            }
        }
        for (int a = cycle; a < n; a++) {
            own[a][cycle + ((a - cycle) ^ flip)] = BASE;
        }
        return own;
    }
}
