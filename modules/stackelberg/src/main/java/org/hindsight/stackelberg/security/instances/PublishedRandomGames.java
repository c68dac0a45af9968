// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.instances;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.hipparchus.random.MersenneTwister;

/**
 * The random games g0, g1, ... of the figures with non-myopic attackers in arXiv:2208.09407, to the last bit.
 *
 * <p>The authors' code draws all games of a figure in a row from one Mersenne Twister MT19937 with the plain 32-bit initialisation
 * by 1234, uniform doubles of 53 bits: game by game first the n values a_t of the defender, then the n values b_t of the attacker,
 * each {@code 0.25 + 0.5 U}. The defender's payoff goes from 0 to a_t with the coverage, the attacker's from b_t to 0, and there is one
 * resource. The figures use g0 .. g4 for n = 3 and for n = 10.
 */
public final class PublishedRandomGames {
    /** The seed of the generator. */
    private static final int SEED = 1234;

    private PublishedRandomGames() {}

    /**
     * Returns the first games of a figure.
     *
     * @param count how many games, at least 1; 5 in the paper
     * @param targets n, at least 1; 3 and 10 in the paper
     * @return g0, g1, ...
     */
    public static List<SecurityGame> first(int count, int targets) {
        Checks.atLeast(count, 1, "count");
        Checks.atLeast(targets, 1, "targets");
        MersenneTwister generator = new MersenneTwister(SEED);
        double[] none = new double[targets];
        List<SecurityGame> games = new ArrayList<>();
        for (int game = 0; game < count; game++) {
            double[] defender = new double[targets];
            double[] attacker = new double[targets];
            Arrays.setAll(defender, target -> 0.25 + 0.5 * uniform(generator));
            Arrays.setAll(attacker, target -> 0.25 + 0.5 * uniform(generator));
            games.add(SecurityGame.builder(BudgetCoverage.of(targets, 1))
                    .defenderCovered(defender)
                    .defenderUncovered(none)
                    .attackerCovered(none)
                    .attackerUncovered(attacker)
                    .build());
        }
        return games;
    }

    /**
     * Returns a game of a figure.
     *
     * @param index which, at least 0
     * @param targets n, at least 1
     * @return g_index
     */
    public static SecurityGame game(int index, int targets) {
        return first(Checks.atLeast(index, 0, "index") + 1, targets).get(index);
    }

    /** 53 random bits from two outputs; Hipparchus's own doubles have 52. */
    private static double uniform(MersenneTwister generator) {
        int high = generator.nextInt() >>> 5;
        int low = generator.nextInt() >>> 6;
        return (high * 0x1.0p26 + low) * 0x1.0p-53;
    }
}
