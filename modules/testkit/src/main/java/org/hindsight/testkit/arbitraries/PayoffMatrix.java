// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import java.util.Arrays;
import java.util.StringJoiner;
import org.hindsight.core.Checks;

/** A matrix of finite payoffs, as generated; immutable, and printed row by row. */
public final class PayoffMatrix {
    private final double[][] payoffs;

    private PayoffMatrix(double[][] payoffs) {
        this.payoffs = payoffs;
    }

    /**
     * Creates a matrix.
     *
     * @param payoffs rows of equal length of at least 1, at least one of them; finite; copied
     * @return the matrix
     */
    public static PayoffMatrix of(double[][] payoffs) {
        return new PayoffMatrix(copy(Checks.finiteMatrix(payoffs, "payoffs")));
    }

    /**
     * Returns the number of rows.
     *
     * @return at least 1
     */
    public int rows() {
        return payoffs.length;
    }

    /**
     * Returns the number of columns.
     *
     * @return at least 1
     */
    public int columns() {
        return payoffs[0].length;
    }

    /**
     * Returns an entry.
     *
     * @param row in 0 .. rows - 1
     * @param column in 0 .. columns - 1
     * @return the payoff
     */
    public double payoff(int row, int column) {
        return payoffs[Checks.index(row, rows(), "row")][Checks.index(column, columns(), "column")];
    }

    /**
     * Returns the entries.
     *
     * @return a new array of rows
     */
    public double[][] toArray() {
        return copy(payoffs);
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PayoffMatrix that && Arrays.deepEquals(payoffs, that.payoffs);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(payoffs);
    }

    @Override
    public String toString() {
        StringJoiner lines = new StringJoiner(", ", rows() + " x " + columns() + " payoffs [", "]");
        for (double[] row : payoffs) {
            lines.add(Arrays.toString(row));
        }
        return lines.toString();
    }
}
