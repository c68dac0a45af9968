// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.hindsight.core.linear.ExactOutcome;
import org.hindsight.core.linear.ExactSimplex;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hipparchus.fraction.BigFraction;

/**
 * Finds the value of a zero-sum game and optimal strategies in exact fractions.
 *
 * <p>The program "maximise t subject to what x earns against each column being at least t" has one variable a row and t, one
 * constraint a column and one more, and must {@linkplain ExactSimplex#fits fit} the exact simplex method: some 25 by 25. Its
 * numbers are the payoffs themselves, multiplied so that they are whole, and must be doubles then; payoffs that were doubles
 * are.
 */
public final class ExactZeroSumSolver {
    private static final int BITS_OF_A_DOUBLE = 53;
    private static final int LARGEST_EXPONENT = 1000;

    private ExactZeroSumSolver() {}

    /**
     * Solves a game.
     *
     * @param game a game of two players whose payoffs have the same sum everywhere
     * @return the value, which is the row player's, and a pair of optimal strategies
     * @throws IllegalArgumentException if the game is not of constant sum, is too large, or its payoffs as whole numbers
     *     need more than 53 significant bits
     * @throws UncertifiedStrategiesException if the answer is not exact, which would be a defect
     */
    public static ExactZeroSumSolution solve(RationalGame game) {
        IntegerMatrix matrix = IntegerMatrix.of(game);
        int m = matrix.rows();
        int n = matrix.columns();
        double[] c = new double[m + 1];
        c[m] = 1;
        LinearProgram.Builder builder = LinearProgram.maximise(c).free(m);
        for (int j = 0; j < n; j++) {
            double[] earned = new double[m + 1];
            for (int i = 0; i < m; i++) {
                earned[i] = exactDouble(matrix.entries()[i][j]);
            }
            earned[m] = -1;
            builder.atLeast(earned, 0);
        }
        double[] ones = new double[m + 1];
        Arrays.fill(ones, 0, m, 1);
        builder.equalTo(ones, 1);
        if (!(ExactSimplex.solve(builder.build()) instanceof ExactOutcome.Optimal optimum)) {
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

    private static double exactDouble(BigInteger whole) {
        int bits = whole.signum() == 0 ? 0 : whole.bitLength() - whole.getLowestSetBit();
        if (bits > BITS_OF_A_DOUBLE || whole.bitLength() > LARGEST_EXPONENT) {
            throw new IllegalArgumentException(
                    "the payoffs as whole numbers must be doubles, but " + whole + " has " + bits + " bits");
        }
        return whole.doubleValue();
    }
}
