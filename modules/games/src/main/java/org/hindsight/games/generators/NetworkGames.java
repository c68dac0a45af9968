// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.generators;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.SymmetricGame;

/** Random games of many players that need few numbers: who meets whom, and on what. */
public final class NetworkGames {
    private NetworkGames() {}

    /**
     * Draws a graphical game: each player's payoffs, uniform on [0, 1), depend on the own action and on those of a random set of
     * neighbours, not necessarily mutual (Kearns, Littman, Singh 2001, "Graphical models for game theory", arXiv:1301.2281).
     *
     * @param form the players and their actions
     * @param neighbours the number of each player's neighbours, in 0 .. players - 1
     * @param random the source of randomness, drawn from player by player: the neighbours, then the payoffs
     * @return the game
     */
    public static NormalFormGame graphical(GameForm form, int neighbours, RandomGenerator random) {
        int players = form.players();
        Checks.index(neighbours, players, "neighbours");
        double[][] payoffs = new double[players][form.profiles()];
        for (int i = 0; i < players; i++) {
            boolean[] matters = neighbourhood(players, i, neighbours, random);
            for (int index = 0; index < form.profiles(); index++) {
                int representative = index;
                for (int k = 0; k < players; k++) {
                    representative -= matters[k] ? 0 : form.action(index, k) * form.stride(k);
                }
                payoffs[i][index] = representative == index ? random.nextDouble() : payoffs[i][representative];
            }
        }
        return NormalFormGame.of(form, payoffs);
    }

    /** The player and a uniformly random set of others. */
    private static boolean[] neighbourhood(int players, int player, int neighbours, RandomGenerator random) {
        boolean[] matters = new boolean[players];
        int needed = neighbours;
        int left = players - 1;
        for (int k = 0; k < players; k++) {
            if (k == player) {
                matters[k] = true;
            } else {
                matters[k] = random.nextInt(left) < needed;
                needed -= matters[k] ? 1 : 0;
                left--;
            }
        }
        return matters;
    }

    /**
     * Draws a compound game: every pair of players meets in the same symmetric game, with payoffs uniform on [0, 1), in which
     * each uses the one action she chose, and is paid the sum. A symmetric pure equilibrium of that game is one of all
     * players. Source: GAMUT.
     *
     * @param players at least 1
     * @param actions at least 1
     * @param random the source of randomness, drawn from row by row
     * @return the game, symmetric in its players
     */
    public static NormalFormGame compound(int players, int actions, RandomGenerator random) {
        double[][] pair = new double[Checks.atLeast(actions, 1, "actions")][actions];
        for (double[] row : pair) {
            Arrays.setAll(row, b -> random.nextDouble());
        }
        return compound(players, SymmetricGame.of(pair));
    }

    /**
     * Creates the game in which every pair of players meets in a symmetric game.
     *
     * @param players at least 1
     * @param pair the game that pairs play
     * @return the game, symmetric in its players
     */
    public static NormalFormGame compound(int players, SymmetricGame pair) {
        return NormalFormGame.of(equalActions(players, pair.actions()), (i, a) -> {
            // Counted by action, so that the sum does not depend on who the others are.
            int[] met = new int[pair.actions()];
            for (int k = 0; k < a.length; k++) {
                met[a[k]] += k == i ? 0 : 1;
            }
            double sum = 0;
            for (int b = 0; b < met.length; b++) {
                sum += met[b] * pair.payoff(a[i], b);
            }
            return sum;
        });
    }

    /**
     * Draws a congestion game: each player uses a non-empty set of resources and bears the sum of their delays, which grow with
     * the number of users by increments uniform on [0, 1).
     *
     * <p>A potential is minus the sum over resources of the delays at loads 1 .. users. Source: Rosenthal (1973),
     * doi:10.1007/BF01737559. {@link RandomGames#congestion} has players who use one resource each.
     *
     * @param players at least 1
     * @param resources at least 1; a player has 2^resources - 1 actions, and action s uses resource r if bit r of s + 1 is set
     * @param random the source of randomness, drawn from resource by resource
     * @return the game, in which payoffs are negative delays
     */
    public static NormalFormGame congestion(int players, int resources, RandomGenerator random) {
        Checks.atLeast(resources, 1, "resources");
        if (!(resources <= 30)) {
            throw new IllegalArgumentException("resources must be at most 30, was " + resources);
        }
        GameForm form = equalActions(players, (1 << resources) - 1);
        double[][] delays = new double[resources][players];
        for (double[] delay : delays) {
            double sum = 0;
            for (int load = 0; load < players; load++) {
                sum += random.nextDouble();
                delay[load] = sum;
            }
        }
        return NormalFormGame.of(form, (i, a) -> {
            double total = 0;
            for (int r = 0; r < resources; r++) {
                if (((a[i] + 1) >>> r & 1) == 1) {
                    int load = 0;
                    for (int action : a) {
                        load += (action + 1) >>> r & 1;
                    }
                    total += delays[r][load - 1];
                }
            }
            return 0 - total;
        });
    }

    private static GameForm equalActions(int players, int actions) {
        int[] shape = new int[Checks.atLeast(players, 1, "players")];
        Arrays.fill(shape, actions);
        return GameForm.of(shape);
    }
}
