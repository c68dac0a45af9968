// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.MixedStrategy;
import org.hindsight.games.ZeroSumCertificate;
import org.hindsight.games.ZeroSumGame;

/**
 * A lottery over alternatives that no other beats: an optimal strategy of the game whose payoffs are margins.
 *
 * <p>The margin of a over b is by how much more voters prefer a to b than b to a; the matrix is skew-symmetric, the value of
 * its game zero, and a lottery p is maximal when {@code sum_a p(a) margin(a, b)} is at least zero for every b. An alternative
 * that beats every other is the only maximal lottery. Also known as the von Neumann winner or minimax winner. Sources: G.
 * Kreweras (1965), "Aggregation of preference orderings"; P. Fishburn (1984), "Probabilistic social choice based on simple
 * voting comparisons".
 *
 * @param lottery a probability for each alternative
 * @param certificate that the lottery is optimal for both sides of the game
 * @param method how it was found
 * @param tolerance what the certificate's gap is within
 */
public record MaximalLottery(MixedStrategy lottery, ZeroSumCertificate certificate, String method, double tolerance) {
    /** How far a pair of preferences may be from summing to one. */
    private static final double COMPLEMENT_TOLERANCE = 1e-9;

    /**
     * Checks that nothing is missing.
     *
     * @param lottery a probability for each alternative
     * @param certificate that the lottery is optimal
     * @param method how it was found
     * @param tolerance what the gap is within
     */
    public MaximalLottery {
        Objects.requireNonNull(lottery, "lottery");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Finds a maximal lottery.
     *
     * @param margins by how much each alternative (row) beats each other (column); finite, and margins[b][a] is exactly
     *     -margins[a][b]
     * @return a maximal lottery, one of several if they are not unique
     * @throws IllegalArgumentException if the matrix is not skew-symmetric
     */
    public static MaximalLottery ofMargins(double[][] margins) {
        Checks.finiteMatrix(margins, "margins");
        Checks.length(margins[0].length, margins.length, "margins[0]");
        for (int a = 0; a < margins.length; a++) {
            for (int b = 0; b <= a; b++) {
                if (margins[a][b] != -margins[b][a]) {
                    throw new IllegalArgumentException("margins[" + a + "][" + b + "] = " + margins[a][b]
                            + " must be -margins[" + b + "][" + a + "] = " + -margins[b][a]);
                }
            }
        }
        ZeroSumGame game = ZeroSumGame.of(margins);
        ZeroSumSolution solution = ZeroSumSolver.standard().solve(game);
        // What p guarantees as a row it concedes as a column, so the better of the two is optimal for both.
        MixedStrategy row = solution.row();
        MixedStrategy column = solution.column();
        ZeroSumCertificate ofRow = ZeroSumCertificate.of(game, row, row);
        ZeroSumCertificate ofColumn = ZeroSumCertificate.of(game, column, column);
        ZeroSumCertificate best = ofRow.gap() <= ofColumn.gap() ? ofRow : ofColumn;
        // Two regrets, each of which the solver's tolerance bounds.
        return new MaximalLottery(best.row(), best, solution.method(), 2 * solution.tolerance());
    }

    /**
     * Finds a maximal lottery of pairwise preferences.
     *
     * @param preferences the probability that each alternative (row) is preferred to each other (column); those of a pair
     *     sum to one within 1e-9
     * @return a maximal lottery for the margins {@code preferences[a][b] - preferences[b][a]}
     * @throws IllegalArgumentException if the preferences of a pair do not sum to one
     */
    public static MaximalLottery ofPreferences(double[][] preferences) {
        Checks.finiteMatrix(preferences, "preferences");
        Checks.length(preferences[0].length, preferences.length, "preferences[0]");
        double[][] margins = new double[preferences.length][preferences.length];
        for (int a = 0; a < margins.length; a++) {
            for (int b = 0; b < margins.length; b++) {
                Checks.inUnitInterval(preferences[a][b], "preferences[" + a + "][" + b + "]");
                double sum = preferences[a][b] + preferences[b][a];
                if (!(Math.abs(sum - 1) <= COMPLEMENT_TOLERANCE)) {
                    throw new IllegalArgumentException("preferences[" + a + "][" + b + "] and preferences[" + b + "]["
                            + a + "] must sum to 1, summed to " + sum);
                }
                margins[a][b] = preferences[a][b] - preferences[b][a];
            }
        }
        return ofMargins(margins);
    }
}
