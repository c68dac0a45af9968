// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.games.GameForm;
import org.hindsight.games.ZeroSumGame;

/** Zero-sum games: the row player maximises. */
public final class ZeroSumGames {
    private ZeroSumGames() {}

    /**
     * Creates matching pennies: the row player wins 1 if both show the same side and loses 1 otherwise.
     *
     * <p>Value 0; the only equilibrium is uniform. Source: von Neumann, Morgenstern (1944), Section 18.
     *
     * @return the game
     */
    public static ZeroSumGame matchingPennies() {
        return ZeroSumGame.of(new double[][] {{1, -1}, {-1, 1}})
                .withForm(GameForm.of(
                        "Matching pennies",
                        List.of("Matcher", "Mismatcher"),
                        List.of(List.of("Heads", "Tails"), List.of("Heads", "Tails"))));
    }

    /**
     * Creates matching pennies with dice: the row player wins 1 if both choose the same of some sides and loses 1 otherwise.
     *
     * <p>Value (2 - sides)/sides; the only equilibrium is uniform.
     *
     * @param sides at least 2
     * @return the game
     */
    public static ZeroSumGame matchingPennies(int sides) {
        double[][] payoffs = new double[Checks.atLeast(sides, 2, "sides")][sides];
        for (int a = 0; a < sides; a++) {
            Arrays.fill(payoffs[a], -1);
            payoffs[a][a] = 1;
        }
        ZeroSumGame game = ZeroSumGame.of(payoffs);
        return game.withForm(game.toBimatrix().form().withTitle("Matching pennies of " + sides + " sides"));
    }

    /**
     * Creates rock, paper, scissors.
     *
     * <p>Value 0; the only equilibrium is uniform. Source: von Neumann, Morgenstern (1944), Section 18.
     *
     * @return the game
     */
    public static ZeroSumGame rockPaperScissors() {
        List<String> hands = List.of("Rock", "Paper", "Scissors");
        return rockPaperScissors(3)
                .withForm(GameForm.of("Rock, paper, scissors", List.of("Row", "Column"), List.of(hands, hands)));
    }

    /**
     * Creates rock, paper, scissors with an odd number of hands: each beats the half of the others that precede it around a
     * circle.
     *
     * <p>Value 0; the only equilibrium is uniform.
     *
     * @param hands odd, at least 3
     * @return the game
     */
    public static ZeroSumGame rockPaperScissors(int hands) {
        Checks.atLeast(hands, 3, "hands");
        if (hands % 2 == 0) {
            throw new IllegalArgumentException("hands must be odd, was " + hands);
        }
        double[][] payoffs = new double[hands][hands];
        for (int a = 0; a < hands; a++) {
            for (int b = 0; b < hands; b++) {
                int ahead = Math.floorMod(a - b, hands);
                payoffs[a][b] = ahead == 0 ? 0 : ahead <= hands / 2 ? 1 : -1;
            }
        }
        ZeroSumGame game = ZeroSumGame.of(payoffs);
        return game.withForm(game.toBimatrix().form().withTitle("Rock, paper, scissors of " + hands + " hands"));
    }

    /**
     * Creates Colonel Blotto's game: both divide their troops among the battlefields, and the row player is paid the number of
     * battlefields where she has more less the number where she has fewer.
     *
     * <p>Symmetric, so of value 0. Actions are named by the troops on each battlefield. Sources: Borel (1921); Hart (2008),
     * "Discrete Colonel Blotto and General Lotto games", doi:10.1007/s00182-007-0099-9.
     *
     * @param battlefields at least 1
     * @param troops the number each has, at least 0
     * @return the game
     */
    public static ZeroSumGame blotto(int battlefields, int troops) {
        Checks.atLeast(battlefields, 1, "battlefields");
        Checks.atLeast(troops, 0, "troops");
        List<int[]> divisions = new ArrayList<>();
        divide(new int[battlefields], 0, troops, divisions);
        List<String> names = new ArrayList<>();
        double[][] payoffs = new double[divisions.size()][divisions.size()];
        for (int i = 0; i < payoffs.length; i++) {
            names.add(Arrays.toString(divisions.get(i)));
            for (int j = 0; j < payoffs.length; j++) {
                for (int f = 0; f < battlefields; f++) {
                    payoffs[i][j] +=
                            Integer.compare(divisions.get(i)[f], divisions.get(j)[f]);
                }
            }
        }
        return ZeroSumGame.of(payoffs)
                .withForm(GameForm.of("Colonel Blotto", List.of("Colonel", "Enemy"), List.of(names, names)));
    }

    private static void divide(int[] division, int battlefield, int left, List<int[]> divisions) {
        if (battlefield == division.length - 1) {
            division[battlefield] = left;
            divisions.add(division.clone());
            return;
        }
        for (int here = left; here >= 0; here--) {
            division[battlefield] = here;
            divide(division, battlefield + 1, left - here, divisions);
        }
    }
}
