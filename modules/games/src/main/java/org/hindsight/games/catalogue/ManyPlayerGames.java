// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.catalogue;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;

/** Games of any number of players. */
public final class ManyPlayerGames {
    private ManyPlayerGames() {}

    /**
     * Creates matching pennies for three: player 0 wants to match player 1, player 1 to match player 2, and player 2 to differ
     * from player 0; 1 for success, -1 for failure.
     *
     * <p>The only equilibrium is uniform. Source: Jordan (1993), "Three problems in learning mixed-strategy Nash equilibria",
     * doi:10.1006/game.1993.1022.
     *
     * @return the game
     */
    public static NormalFormGame jordan() {
        return NormalFormGame.of(GameForm.of(2, 2, 2).withTitle("Jordan's matching pennies"), (i, a) -> {
            boolean match = a[i] == a[(i + 1) % 3];
            return match == (i < 2) ? 1 : -1;
        });
    }

    /**
     * Creates the minimum-effort game: everyone earns a benefit on the least effort and pays for the own.
     *
     * <p>If the benefit exceeds the cost and both are positive, the pure equilibria are the profiles of equal efforts. Source:
     * Van Huyck, Battalio, Beil (1990), American Economic Review 80(1), 234-248.
     *
     * @param players at least 1
     * @param efforts the number of efforts, at least 1; action a is effort a + 1
     * @param benefit what each earns for a unit of the least effort
     * @param cost what each pays for a unit of the own effort
     * @return the game
     */
    public static NormalFormGame minimumEffort(int players, int efforts, double benefit, double cost) {
        Checks.finite(benefit, "benefit");
        Checks.finite(cost, "cost");
        return NormalFormGame.of(equalActions(players, efforts).withTitle("Minimum effort"), (i, a) -> {
            int least = a[0];
            for (int effort : a) {
                least = Math.min(least, effort);
            }
            return benefit * (least + 1) - cost * (a[i] + 1);
        });
    }

    /**
     * Creates the linear public-goods game: each keeps the part of an endowment that is not contributed, and contributions are
     * multiplied and shared by all.
     *
     * <p>If the multiplier is less than the number of players, contributing nothing is strictly dominant; if it exceeds one,
     * everyone would be better off contributing everything. Source: Isaac, Walker (1988), doi:10.2307/1882648.
     *
     * @param players at least 1
     * @param endowment at least 0; action a contributes a
     * @param multiplier finite
     * @return the game
     */
    public static NormalFormGame publicGoods(int players, int endowment, double multiplier) {
        Checks.finite(multiplier, "multiplier");
        int actions = Math.addExact(Checks.atLeast(endowment, 0, "endowment"), 1);
        return NormalFormGame.of(
                equalActions(players, actions).withTitle("Public goods"),
                (i, a) -> endowment - a[i] + multiplier * Arrays.stream(a).sum() / players);
    }

    /**
     * Creates the El Farol bar: going pays 1 if at most so many go as there is room for, else -1; staying pays 0.
     *
     * <p>The pure equilibria are the profiles in which exactly as many go as there is room for. Source: Arthur (1994), American
     * Economic Review 84(2), 406-411.
     *
     * @param players at least 1
     * @param room at least 0
     * @return the game; action 0 stays, action 1 goes
     */
    public static NormalFormGame elFarol(int players, int room) {
        Checks.atLeast(room, 0, "room");
        return NormalFormGame.of(
                equalActions(players, 2).withTitle("El Farol bar"),
                (i, a) -> a[i] == 0 ? 0 : Arrays.stream(a).sum() <= room ? 1 : -1);
    }

    /**
     * Creates a dispersion game: a player is paid 1 if no other chooses the same action, else nothing.
     *
     * <p>Source: Grenager, Powers, Shoham (2002), "Dispersion games", AAAI-02.
     *
     * @param players at least 1
     * @param actions at least 1
     * @return the game
     */
    public static NormalFormGame dispersion(int players, int actions) {
        return NormalFormGame.of(
                equalActions(players, actions).withTitle("Dispersion"),
                (i, a) -> Arrays.stream(a).filter(action -> action == a[i]).count() == 1 ? 1 : 0);
    }

    /**
     * Creates a singleton congestion game: each player chooses one resource and bears its delay at its load.
     *
     * <p>A potential game, so that it has a pure equilibrium. Source: Rosenthal (1973), doi:10.1007/BF01737559.
     *
     * @param players at least 1
     * @param delays for each resource the delay at loads 1 .. players; copied
     * @return the game, in which payoffs are negative delays
     */
    public static NormalFormGame congestion(int players, double[][] delays) {
        Objects.requireNonNull(delays, "delays");
        GameForm form = equalActions(players, Checks.atLeast(delays.length, 1, "delays.length"));
        for (int r = 0; r < delays.length; r++) {
            Checks.length(delays[r].length, players, "delays[" + r + "]");
        }
        return NormalFormGame.of(form.withTitle("Congestion"), (i, a) -> {
            int load = 0;
            for (int resource : a) {
                load += resource == a[i] ? 1 : 0;
            }
            return -delays[a[i]][load - 1];
        });
    }

    private static GameForm equalActions(int players, int actions) {
        int[] shape = new int[Checks.atLeast(players, 1, "players")];
        Arrays.fill(shape, actions);
        return GameForm.of(shape);
    }
}
