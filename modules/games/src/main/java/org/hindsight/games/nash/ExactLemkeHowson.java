// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;

/**
 * One equilibrium of a game of two players by the method of Lemke and Howson, in whole numbers.
 *
 * <p>As {@link LemkeHowson}, with pivots that divide without remainder, so that the paths are those of the theorem whatever
 * the payoffs. A number is kept in 64 bits as long as it fits. Complexity: m n multiplications and divisions a pivot, of
 * numbers with up to min(m, n) times the digits of a payoff. See {@code proofs-notes/lemke-howson.md}.
 */
public final class ExactLemkeHowson {
    private static final String METHOD = "exact Lemke-Howson";

    private ExactLemkeHowson() {}

    /**
     * Returns the equilibrium at the end of the path that drops a label.
     *
     * @param game a game of two players
     * @param droppedLabel in 0 .. m + n - 1: a row, or m plus a column
     * @return the equilibrium; its work is the number of pivots
     * @throws IllegalArgumentException if the game does not have two players, or there is no such label
     */
    public static ExactNashSolution solve(RationalGame game, int droppedLabel) {
        BestReplyPolytopes polytopes = BestReplyPolytopes.of(game.form());
        Checks.index(droppedLabel, polytopes.labels(), "droppedLabel");
        WholeTableau rowPlayer = polytopes.ofRowPlayer(game);
        WholeTableau columnPlayer = polytopes.ofColumnPlayer(game);
        long pivots = ComplementaryPath.follow(rowPlayer, columnPlayer, droppedLabel, Long.MAX_VALUE - 1);
        if (pivots < 0) {
            throw new AssertionError("both polytopes are bounded");
        }
        RationalProfile profile = RationalProfile.of(List.of(
                BestReplyPolytopes.normalised(polytopes.rowNumerators(rowPlayer)),
                BestReplyPolytopes.normalised(polytopes.columnNumerators(columnPlayer))));
        return ExactNashSolution.of(game, profile, METHOD, pivots);
    }

    /**
     * Returns the equilibrium at the end of each label's path, which need not be all equilibria, nor different ones.
     *
     * @param game a game of two players
     * @return one equilibrium a label, in order
     * @throws IllegalArgumentException if the game does not have two players
     */
    public static List<ExactNashSolution> solveFromEveryLabel(RationalGame game) {
        List<ExactNashSolution> solutions = new ArrayList<>();
        int labels = BestReplyPolytopes.of(game.form()).labels();
        for (int label = 0; label < labels; label++) {
            solutions.add(solve(game, label));
        }
        return List.copyOf(solutions);
    }
}
