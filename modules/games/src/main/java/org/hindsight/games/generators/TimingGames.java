// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.generators;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.games.BimatrixGame;

/** Games of two players who choose when to act: action t is to act at time t. */
public final class TimingGames {
    private TimingGames() {}

    /**
     * Draws a war of attrition: whoever holds out longer wins a prize, equal times share it, and both pay for each unit of time
     * until one gives in. The players' prizes are uniform on [0, 1).
     *
     * <p>Giving in at once against an opponent who never does is an equilibrium if holding out to the end costs at least half
     * of the own prize. Source: Maynard Smith (1974), "The theory of games and the evolution of animal conflicts",
     * doi:10.1016/0022-5193(74)90110-6, in the discrete form of GAMUT.
     *
     * @param times the number of times to give in, at least 1
     * @param cost what each pays for a unit of time, non-negative and finite
     * @param random the source of randomness; the row player's prize is drawn first
     * @return the game
     */
    public static BimatrixGame warOfAttrition(int times, double cost, RandomGenerator random) {
        Checks.atLeast(times, 1, "times");
        Checks.nonNegative(cost, "cost");
        Checks.finite(cost, "cost");
        double[] prizes = {random.nextDouble(), random.nextDouble()};
        double[][][] payoffs = new double[2][times][times];
        for (int s = 0; s < times; s++) {
            for (int t = 0; t < times; t++) {
                double shared = cost * Math.min(s, t);
                payoffs[0][s][t] = prizes[0] * share(s, t) - shared;
                payoffs[1][s][t] = prizes[1] * share(t, s) - shared;
            }
        }
        return BimatrixGame.of(payoffs[0], payoffs[1]);
    }

    private static double share(int own, int other) {
        return own > other ? 1 : own == other ? 0.5 : 0;
    }

    /**
     * Draws a game of grabbing a dollar: whoever grabs first has most, the other has less, and both have least if they grab at
     * the same time. The three payoffs are uniform on [0, 1), ordered, and the same for both.
     *
     * <p>The pure equilibria are those in which exactly one of the players grabs at time 0. Source: GAMUT.
     *
     * @param times the number of times to grab, at least 1
     * @param random the source of randomness
     * @return the game
     */
    public static BimatrixGame grabTheDollar(int times, RandomGenerator random) {
        Checks.atLeast(times, 1, "times");
        double most;
        double less;
        double least;
        do {
            most = random.nextDouble();
            less = random.nextDouble();
            least = random.nextDouble();
        } while (!(most > less && less > least));
        double[][][] payoffs = new double[2][times][times];
        for (int s = 0; s < times; s++) {
            for (int t = 0; t < times; t++) {
                payoffs[0][s][t] = s < t ? most : s > t ? less : least;
                payoffs[1][s][t] = t < s ? most : t > s ? less : least;
            }
        }
        return BimatrixGame.of(payoffs[0], payoffs[1]);
    }
}
