// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.util.Arrays;
import java.util.List;
import org.hindsight.core.linear.ExactOutcome;
import org.hindsight.core.linear.RationalProgram;
import org.hindsight.core.linear.RationalSimplex;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hipparchus.fraction.BigFraction;

/**
 * Finds the value of a zero-sum game and optimal strategies in exact fractions.
 *
 * <p>The program "maximise t subject to what x earns against each column being at least t" has one variable a row and t,
 * one constraint a column and one more, and is solved by {@link RationalSimplex}. Its numbers are the payoffs multiplied so
 * that they are whole, of any length.
 */
public final class ExactZeroSumSolver {
    private ExactZeroSumSolver() {}

    /**
     * Solves a game.
     *
     * @param game a game of two players whose payoffs have the same sum everywhere
     * @return the value, which is the row player's, and a pair of optimal strategies
     * @throws IllegalArgumentException if the game is not of constant sum
     * @throws UncertifiedStrategiesException if the answer is not exact, which would be a defect
     */
    public static ExactZeroSumSolution solve(RationalGame game) {
        IntegerMatrix matrix = IntegerMatrix.of(game);
        int m = matrix.rows();
        int n = matrix.columns();
        BigFraction[] c = new BigFraction[m + 1];
        Arrays.fill(c, BigFraction.ZERO);
        c[m] = BigFraction.ONE;
        RationalProgram.Builder builder = RationalProgram.maximise(c).free(m);
        for (int j = 0; j < n; j++) {
            BigFraction[] earned = new BigFraction[m + 1];
            for (int i = 0; i < m; i++) {
                earned[i] = new BigFraction(matrix.entries()[i][j]);
            }
            earned[m] = BigFraction.MINUS_ONE;
            builder.atLeast(Arrays.asList(earned), BigFraction.ZERO);
        }
        BigFraction[] ones = new BigFraction[m + 1];
        Arrays.fill(ones, 0, m, BigFraction.ONE);
        ones[m] = BigFraction.ZERO;
        builder.equalTo(Arrays.asList(ones), BigFraction.ONE);
        if (!(RationalSimplex.solve(builder.build()) instanceof ExactOutcome.Optimal optimum)) {
            throw new UncertifiedStrategiesException("a matrix game must have a value", Double.POSITIVE_INFINITY);
        }
        // Multipliers of "at least" constraints of a maximisation are at most zero.
        List<BigFraction> column =
                optimum.dual().subList(0, n).stream().map(BigFraction::negate).toList();
        RationalProfile profile = RationalProfile.of(List.of(optimum.primal().subList(0, m), column));
        ExactNashCertificate certificate = ExactNashCertificate.of(game, profile);
        if (certificate.exactGap().signum() != 0) {
            throw new UncertifiedStrategiesException(
                    "the exact strategies have gap " + certificate.exactGap() + ", expected 0", certificate.gap());
        }
        return new ExactZeroSumSolution(game.expectedPayoff(0, profile), certificate, optimum.pivots());
    }
}
