// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.generators;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.SymmetricGame;

/**
 * Random instances of the stories of the textbooks: only the order of the payoffs is given.
 *
 * <p>The families are those of GAMUT (Nudelman, Wortman, Shoham, Leyton-Brown 2004, "Run the GAMUT"). Payoffs lie in [0, 1)
 * unless said otherwise. {@link org.hindsight.games.catalogue} has the instances with the numbers of the literature.
 */
public final class TextbookGames {
    private TextbookGames() {}

    /**
     * Draws a prisoner's dilemma: temptation above reward above punishment above the sucker's payoff, and a reward above the
     * mean of temptation and sucker's payoff, so that taking turns does not beat cooperation.
     *
     * @param random the source of randomness; four uniform payoffs are drawn until they fit
     * @return the game; action 0 cooperates and action 1, which strictly dominates it, defects
     */
    public static SymmetricGame prisonersDilemma(RandomGenerator random) {
        double[] u;
        do {
            u = increasing(4, random);
        } while (!(2 * u[2] > u[3] + u[0]));
        return SymmetricGame.of(new double[][] {{u[2], u[0]}, {u[3], u[1]}});
    }

    /**
     * Draws a game of chicken: daring alone is best, then both yielding, then yielding alone, then both daring.
     *
     * @param random the source of randomness
     * @return the game; action 0 yields and action 1 dares; the pure equilibria are those in which one of them dares
     */
    public static SymmetricGame chicken(RandomGenerator random) {
        double[] u = increasing(4, random);
        return SymmetricGame.of(new double[][] {{u[2], u[1]}, {u[3], u[0]}});
    }

    /**
     * Draws a battle of the sexes: both would rather meet than not, the row player rather at action 0 and the column player
     * rather at action 1.
     *
     * @param random the source of randomness
     * @return the game, whose pure equilibria are both meetings
     */
    public static BimatrixGame battleOfTheSexes(RandomGenerator random) {
        double[] u = increasing(3, random);
        return BimatrixGame.of(
                new double[][] {{u[2], u[0]}, {u[0], u[1]}}, new double[][] {{u[1], u[0]}, {u[0], u[2]}});
    }

    /**
     * Draws a coordination game: payoffs are uniform on [1/2, 1) where all choose the same action, and on [0, 1/2) elsewhere.
     *
     * @param players at least 2
     * @param actions at least 1
     * @param random the source of randomness, drawn from profile by profile and, at a profile, player by player
     * @return the game, in which all profiles of equal actions are strict equilibria
     */
    public static NormalFormGame coordination(int players, int actions, RandomGenerator random) {
        int[] shape = new int[Checks.atLeast(players, 2, "players")];
        Arrays.fill(shape, Checks.atLeast(actions, 1, "actions"));
        GameForm form = GameForm.of(shape);
        double[][] payoffs = new double[players][form.profiles()];
        for (int index = 0; index < form.profiles(); index++) {
            boolean same = true;
            for (int i = 1; i < players; i++) {
                same &= form.action(index, i) == form.action(index, 0);
            }
            for (int i = 0; i < players; i++) {
                payoffs[i][index] = (same ? 0.5 : 0) + 0.5 * random.nextDouble();
            }
        }
        return NormalFormGame.of(form, payoffs);
    }

    /**
     * Draws a strictly ordinal game: each player ranks the profiles in a uniformly random order. For two players with two
     * actions each these are the games of Rapoport, Guyer (1966), "A taxonomy of 2x2 games", up to names 78.
     *
     * @param form the players and their actions
     * @param random the source of randomness, drawn from player by player
     * @return the game, in which each player's payoffs are 1 .. profiles
     */
    public static NormalFormGame ordinal(GameForm form, RandomGenerator random) {
        double[][] payoffs = new double[form.players()][form.profiles()];
        for (double[] own : payoffs) {
            for (int k = 0; k < own.length; k++) {
                int j = random.nextInt(k + 1);
                own[k] = own[j];
                own[j] = k + 1;
            }
        }
        return NormalFormGame.of(form, payoffs);
    }

    /** Different numbers in [0, 1), in increasing order. */
    private static double[] increasing(int count, RandomGenerator random) {
        double[] values = new double[count];
        do {
            for (int k = 0; k < count; k++) {
                values[k] = random.nextDouble();
            }
        } while (Arrays.stream(values).distinct().count() < count);
        Arrays.sort(values);
        return values;
    }
}
