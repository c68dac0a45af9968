// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.instances;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.hindsight.stackelberg.security.coverage.PackingCoverage;

/**
 * Families of random security games.
 *
 * <p>Each factory draws target by target unless it says otherwise, and depends on its arguments and the generator alone. {@link
 * PublishedRandomGames} has the very games of a published figure.
 */
public final class SecurityGames {
    private SecurityGames() {}

    /**
     * Draws the games of the paper that introduced ORIGAMI: {@code Dc, Au} uniform in 0 .. 100 and {@code Du, Ac} uniform in -100 ..
     * -1, all integers.
     *
     * <p>Source: C. Kiekintveld, M. Jain, J. Tsai, J. Pita, F. Ordóñez, M. Tambe (2009), AAMAS, section 7.
     *
     * @param targets n, at least 1
     * @param resources r, at least 0
     * @param random draws Dc, Du, Ac, Au of each target in turn
     * @return the game
     */
    public static SecurityGame ssg2009(int targets, double resources, RandomGenerator random) {
        Payoffs payoffs = new Payoffs(targets);
        for (int target = 0; target < targets; target++) {
            payoffs.defenderCovered[target] = random.nextInt(101);
            payoffs.defenderUncovered[target] = -1 - random.nextInt(100);
            payoffs.attackerCovered[target] = -1 - random.nextInt(100);
            payoffs.attackerUncovered[target] = random.nextInt(101);
        }
        return payoffs.with(BudgetCoverage.of(targets, resources));
    }

    /**
     * Draws a game of nearly equal values: w_t uniform in (0.9995, 1), {@code D_t} from 0 to w_t and {@code A_t} from w_t to 0, one
     * resource. Setting 1 of the query figure of arXiv:2208.09407, as in the authors' code.
     *
     * @param targets n, at least 1
     * @param random draws w_0, w_1, ...
     * @return the game
     */
    public static SecurityGame simplexEqual(int targets, RandomGenerator random) {
        Payoffs payoffs = new Payoffs(targets);
        for (int target = 0; target < targets; target++) {
            double value = 0.9995 + 0.0005 * random.nextDouble();
            payoffs.defenderCovered[target] = value;
            payoffs.attackerUncovered[target] = value;
        }
        return payoffs.with(BudgetCoverage.of(targets, 1));
    }

    /**
     * Draws a game of independent values: the defender's a_t and the attacker's b_t uniform in [lowest, highest), {@code D_t} from 0
     * to a_t and {@code A_t} from b_t to 0, one resource. Setting 2 of the query figure of arXiv:2208.09407 is (0, 1); the figures
     * with non-myopic attackers have (0.25, 0.75).
     *
     * @param targets n, at least 1
     * @param lowest at least 0
     * @param highest above {@code lowest}, finite
     * @param random draws first all a_t, then all b_t
     * @return the game
     */
    public static SecurityGame simplexRandom(int targets, double lowest, double highest, RandomGenerator random) {
        Checks.nonNegative(lowest, "lowest");
        if (!(highest > lowest && highest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "highest must be finite and greater than lowest = " + lowest + ", was " + highest);
        }
        Payoffs payoffs = new Payoffs(targets);
        Arrays.setAll(payoffs.defenderCovered, target -> positive(lowest, highest, random));
        Arrays.setAll(payoffs.attackerUncovered, target -> positive(lowest, highest, random));
        return payoffs.with(BudgetCoverage.of(targets, 1));
    }

    /** A uniform number above 0: a value of 0 would leave the defender or the attacker indifferent to coverage. */
    private static double positive(double lowest, double highest, RandomGenerator random) {
        while (true) {
            double value = lowest + (highest - lowest) * random.nextDouble();
            if (value > 0) {
                return value;
            }
        }
    }

    /**
     * Draws a game in which all four payoffs are independent: {@code Dc, Au} uniform in [0, 1) and {@code Du, Ac} uniform in (-1,
     * 0].
     *
     * @param targets n, at least 1
     * @param resources r, at least 0
     * @param random draws Dc, Du, Ac, Au of each target in turn
     * @return the game
     */
    public static SecurityGame randomIndependent(int targets, double resources, RandomGenerator random) {
        return correlated(targets, resources, 0, random);
    }

    /**
     * Draws a game between no conflict and full conflict: the attacker's payoffs are those of {@link #randomIndependent} with weight
     * {@code 1 - conflict} and the opposite of the defender's with weight {@code conflict}.
     *
     * <p>At 1 the game is zero-sum, so that the value is -v*.
     *
     * @param targets n, at least 1
     * @param resources r, at least 0
     * @param conflict ρ, in [0, 1]
     * @param random draws Dc, Du, Ac, Au of each target in turn
     * @return the game
     */
    public static SecurityGame correlated(int targets, double resources, double conflict, RandomGenerator random) {
        Checks.inUnitInterval(conflict, "conflict");
        Payoffs payoffs = new Payoffs(targets);
        for (int target = 0; target < targets; target++) {
            double defenderCovered = positive(0, 1, random);
            double defenderUncovered = -random.nextDouble();
            double attackerCovered = -random.nextDouble();
            double attackerUncovered = positive(0, 1, random);
            payoffs.defenderCovered[target] = defenderCovered;
            payoffs.defenderUncovered[target] = defenderUncovered;
            payoffs.attackerCovered[target] = (1 - conflict) * attackerCovered - conflict * defenderCovered;
            payoffs.attackerUncovered[target] = (1 - conflict) * attackerUncovered - conflict * defenderUncovered;
        }
        return payoffs.with(BudgetCoverage.of(targets, resources));
    }

    /**
     * Draws a game of targets on a ring with the payoffs of {@link #randomIndependent}, where every window of neighbouring
     * targets shares one resource: {@code c_t + c_(t+1) + ... + c_(t+window-1) <= 1} for every t, indices modulo n.
     *
     * <p>The constraint matrix is circulant.
     *
     * @param targets n, at least 1
     * @param window the number of neighbours that share a resource, in 1 .. n
     * @param random draws Dc, Du, Ac, Au of each target in turn
     * @return the game
     */
    public static SecurityGame circulant(int targets, int window, RandomGenerator random) {
        Checks.atLeast(targets, 1, "targets");
        if (!(window >= 1 && window <= targets)) {
            throw new IllegalArgumentException("window must lie in 1.." + targets + ", was " + window);
        }
        double[][] weights = new double[targets][targets];
        double[] limits = new double[targets];
        Arrays.fill(limits, 1);
        for (int row = 0; row < targets; row++) {
            for (int k = 0; k < window; k++) {
                weights[row][(row + k) % targets] = 1;
            }
        }
        return randomIndependent(targets, 1, random).withCoverages(PackingCoverage.of(weights, limits));
    }

    /**
     * Draws the game of an airport against attackers of several types, in the manner of the checkpoint model ARMOR: one game for each
     * type, all with the same defender's payoffs and coverages.
     *
     * <p>Terminal t has a size s_t in 1 .. 10. The defender loses s_t when an uncovered terminal is attacked and gains 1 .. 3 when an
     * attack is caught. An attacker of a type gains between half and three halves of s_t and loses 1 .. 10 when caught. The numbers
     * are ours; those of the real system are not public.
     *
     * @param terminals n, at least 1
     * @param resources r, the number of checkpoints or patrols, at least 0
     * @param types the number of types of attackers, at least 1
     * @param random draws the defender's payoffs, then those of each type
     * @return the games, type by type
     */
    public static List<SecurityGame> airport(int terminals, double resources, int types, RandomGenerator random) {
        Checks.atLeast(types, 1, "types");
        Payoffs defender = new Payoffs(terminals);
        for (int terminal = 0; terminal < terminals; terminal++) {
            defender.defenderUncovered[terminal] = -1 - random.nextInt(10);
            defender.defenderCovered[terminal] = 1 + random.nextInt(3);
        }
        List<SecurityGame> games = new ArrayList<>();
        for (int type = 0; type < types; type++) {
            for (int terminal = 0; terminal < terminals; terminal++) {
                defender.attackerUncovered[terminal] =
                        -defender.defenderUncovered[terminal] * (0.5 + random.nextDouble());
                defender.attackerCovered[terminal] = -1 - random.nextInt(10);
            }
            games.add(defender.with(BudgetCoverage.of(terminals, resources)));
        }
        return games;
    }

    /** The four payoffs, all 0 to begin with. */
    private static final class Payoffs {
        final double[] defenderCovered;
        final double[] defenderUncovered;
        final double[] attackerCovered;
        final double[] attackerUncovered;

        Payoffs(int targets) {
            Checks.atLeast(targets, 1, "targets");
            defenderCovered = new double[targets];
            defenderUncovered = new double[targets];
            attackerCovered = new double[targets];
            attackerUncovered = new double[targets];
        }

        SecurityGame with(BudgetCoverage coverages) {
            return SecurityGame.builder(coverages)
                    .defenderCovered(defenderCovered)
                    .defenderUncovered(defenderUncovered)
                    .attackerCovered(attackerCovered)
                    .attackerUncovered(attackerUncovered)
                    .build();
        }
    }
}
