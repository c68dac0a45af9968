// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.math.BigInteger;

/**
 * The weights on some actions of one player that make some actions of the other equally good.
 *
 * <p>The differences of the other player's payoffs to those by the first of these actions give as many homogeneous equations
 * as there are further actions. Up to a factor the weights are unique if the rank is one less than their number.
 */
final class Indifference {
    /** Pivots below this, of a matrix of payoffs in [0, 1], are taken for zero. */
    private static final double SINGULAR = 1e-10;

    /** How many weights there are up to a factor. */
    enum Solutions {
        NONE,
        ONE,
        MANY
    }

    private Indifference() {}

    /** The equations are overwritten; of one solution up to a factor the first entries of weights become that. */
    static Solutions solve(BigInteger[][] equations, BigInteger[] weights) {
        int unknowns = weights.length;
        int rank = 0;
        BigInteger denominator = BigInteger.ONE;
        int free = -1;
        int[] pivotRow = new int[unknowns];
        for (int c = 0; c < unknowns; c++) {
            int pivotAt = rank;
            while (pivotAt < equations.length && equations[pivotAt][c].signum() == 0) {
                pivotAt++;
            }
            if (pivotAt == equations.length) {
                if (free >= 0) {
                    return Solutions.MANY;
                }
                free = c;
                continue;
            }
            BigInteger[] pivot = equations[pivotAt];
            equations[pivotAt] = equations[rank];
            equations[rank] = pivot;
            for (BigInteger[] row : equations) {
                if (row != pivot) {
                    BigInteger factor = row[c];
                    for (int k = 0; k < unknowns; k++) {
                        row[k] = row[k].multiply(pivot[c])
                                .subtract(factor.multiply(pivot[k]))
                                .divide(denominator);
                    }
                }
            }
            denominator = pivot[c];
            pivotRow[c] = rank;
            rank++;
        }
        if (free < 0) {
            return Solutions.NONE;
        }
        for (int c = 0; c < unknowns; c++) {
            weights[c] = c == free ? denominator : equations[pivotRow[c]][free].negate();
        }
        return Solutions.ONE;
    }

    /** The same in doubles, with complete pivoting; a system that is nearly singular counts as singular. */
    static Solutions solve(double[][] equations, double[] weights) {
        int unknowns = weights.length;
        int[] order = new int[unknowns];
        for (int c = 0; c < unknowns; c++) {
            order[c] = c;
        }
        int rank = 0;
        while (rank < Math.min(equations.length, unknowns)) {
            int row = -1;
            int column = -1;
            double largest = SINGULAR;
            for (int r = rank; r < equations.length; r++) {
                for (int c = rank; c < unknowns; c++) {
                    if (Math.abs(equations[r][order[c]]) > largest) {
                        largest = Math.abs(equations[r][order[c]]);
                        row = r;
                        column = c;
                    }
                }
            }
            if (row < 0) {
                break;
            }
            double[] pivot = equations[row];
            equations[row] = equations[rank];
            equations[rank] = pivot;
            int entering = order[column];
            order[column] = order[rank];
            order[rank] = entering;
            for (int r = 0; r < equations.length; r++) {
                if (r != rank) {
                    double factor = equations[r][entering] / pivot[entering];
                    equations[r][entering] = 0;
                    for (int c = rank + 1; c < unknowns; c++) {
                        equations[r][order[c]] -= factor * pivot[order[c]];
                    }
                }
            }
            rank++;
        }
        if (rank == unknowns) {
            return Solutions.NONE;
        }
        if (rank < unknowns - 1) {
            return Solutions.MANY;
        }
        int free = order[rank];
        weights[free] = 1;
        for (int r = 0; r < rank; r++) {
            weights[order[r]] = -equations[r][free] / equations[r][order[r]];
        }
        return Solutions.ONE;
    }
}
