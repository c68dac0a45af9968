// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.generators;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;

/** Games in which players try to come out ahead of each other: arming, voting, guessing. */
public final class ContestGames {
    private ContestGames() {}

    /**
     * Draws an arms race: the level of arms costs more the higher it is, and is worth a concave increasing function of the lead
     * over the other player.
     *
     * <p>Costs grow by increments uniform on [0, 1); worths by increments uniform on [0, 1) in decreasing order. A
     * supermodular game: a higher level of the other makes a higher own level more attractive, so that there is a pure
     * equilibrium. Source: Milgrom, Roberts (1990), "Rationalizability, learning, and equilibrium in games with strategic
     * complementarities", doi:10.2307/2938316.
     *
     * @param levels the number of levels of arms, at least 1
     * @param random the source of randomness; for each player, the row player first, worths and then costs
     * @return the game
     */
    public static BimatrixGame armsRace(int levels, RandomGenerator random) {
        double[][][] payoffs = new double[2][Checks.atLeast(levels, 1, "levels")][levels];
        for (int player = 0; player < 2; player++) {
            double[] gains = new double[2 * levels - 2];
            Arrays.setAll(gains, k -> random.nextDouble());
            Arrays.sort(gains);
            double[] worth = new double[2 * levels - 1];
            for (int lead = 1; lead < worth.length; lead++) {
                worth[lead] = worth[lead - 1] + gains[gains.length - lead];
            }
            double[] cost = new double[levels];
            for (int level = 1; level < levels; level++) {
                cost[level] = cost[level - 1] + random.nextDouble();
            }
            for (int a = 0; a < levels; a++) {
                for (int b = 0; b < levels; b++) {
                    int own = player == 0 ? a : b;
                    int lead = own - (player == 0 ? b : a);
                    payoffs[player][a][b] = worth[lead + levels - 1] - cost[own];
                }
            }
        }
        return BimatrixGame.of(payoffs[0], payoffs[1]);
    }

    /**
     * Draws a plurality vote: each player votes for a candidate, the one with most votes wins, the first of several, and each
     * player's payoffs for winners are uniform on [0, 1). From three players on everyone voting alike is an equilibrium.
     * Source: GAMUT.
     *
     * @param players at least 1
     * @param candidates at least 1
     * @param random the source of randomness, drawn from player by player
     * @return the game
     */
    public static NormalFormGame majorityVoting(int players, int candidates, RandomGenerator random) {
        int[] shape = new int[Checks.atLeast(players, 1, "players")];
        Arrays.fill(shape, Checks.atLeast(candidates, 1, "candidates"));
        double[][] worth = new double[players][candidates];
        for (double[] own : worth) {
            Arrays.setAll(own, c -> random.nextDouble());
        }
        return NormalFormGame.of(GameForm.of(shape), (i, votes) -> {
            int[] count = new int[candidates];
            int winner = 0;
            for (int vote : votes) {
                count[vote]++;
            }
            for (int c = 1; c < candidates; c++) {
                winner = count[c] > count[winner] ? c : winner;
            }
            return worth[i][winner];
        });
    }

    /**
     * Creates the guessing game: those whose numbers are nearest to two thirds of the mean share a prize of 1. All guessing 0 is
     * an equilibrium. Sources: Moulin (1986), "Game theory for the social sciences"; Nagel (1995), "Unraveling in guessing
     * games", American Economic Review 85(5), 1313-1326.
     *
     * @param players at least 1
     * @param largest the largest number, in 0 .. 1000; action k guesses k
     * @return the game
     */
    public static NormalFormGame guessTwoThirds(int players, int largest) {
        int[] shape = new int[Checks.atLeast(players, 1, "players")];
        Checks.index(largest, 1001, "largest");
        Arrays.fill(shape, largest + 1);
        return NormalFormGame.of(GameForm.of(shape), (i, guesses) -> {
            long sum = Arrays.stream(guesses).asLongStream().sum();
            long least = Long.MAX_VALUE;
            int winners = 0;
            for (int guess : guesses) {
                long distance = distance(guess, sum, players);
                winners = distance < least ? 1 : winners + (distance == least ? 1 : 0);
                least = Math.min(least, distance);
            }
            return distance(guesses[i], sum, players) == least ? 1.0 / winners : 0;
        });
    }

    /** Three times as many as there are players times the distance. */
    private static long distance(int guess, long sum, int players) {
        return Math.abs(3L * players * guess - 2 * sum);
    }
}
