// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * A two-player zero-sum game: the row player receives the payoff, the column player pays it.
 *
 * <p>Payoffs are stored in one array, row by row. Values are finite, and so is the difference between the largest and the
 * smallest. Immutable, unless it is a view ({@link #view}).
 */
public final class MatrixGame {
    private final int rows;
    private final int columns;
    private final double[] payoffs;

    private MatrixGame(int rows, int columns, double[] payoffs) {
        this.rows = Checks.atLeast(rows, 1, "rows");
        this.columns = Checks.atLeast(columns, 1, "columns");
        Objects.requireNonNull(payoffs, "payoffs");
        if ((long) rows * columns != payoffs.length) {
            throw new IllegalArgumentException(
                    "payoffs has length " + payoffs.length + ", expected " + rows + " * " + columns);
        }
        this.payoffs = payoffs;
        double least = payoffs[0];
        double most = payoffs[0];
        for (int k = 0; k < payoffs.length; k++) {
            double payoff = payoffs[k];
            if (!Double.isFinite(payoff)) {
                throw new IllegalArgumentException(
                        "payoff[" + k / columns + "][" + k % columns + "] = " + payoff + " must be finite");
            }
            least = payoff < least ? payoff : least;
            most = payoff > most ? payoff : most;
        }
        Checks.finite(most - least, "largest minus smallest payoff");
    }

    /**
     * Returns a game.
     *
     * @param payoffs what the row player receives, a row for each of her actions; copied
     * @return the game
     * @throws IllegalArgumentException if the matrix is empty or ragged, or a payoff or the payoff range is not finite
     */
    public static MatrixGame of(double[][] payoffs) {
        Checks.finiteMatrix(payoffs, "payoffs");
        int columns = payoffs[0].length;
        double[] flat = new double[Math.multiplyExact(payoffs.length, columns)];
        for (int i = 0; i < payoffs.length; i++) {
            System.arraycopy(payoffs[i], 0, flat, i * columns, columns);
        }
        return new MatrixGame(payoffs.length, columns, flat);
    }

    /**
     * Returns a game.
     *
     * @param rows the number of the row player's actions, at least 1
     * @param columns the number of the column player's actions, at least 1
     * @param payoffs what the row player receives, row by row; copied
     * @return the game
     * @throws IllegalArgumentException if the sizes do not fit, or a payoff or the payoff range is not finite
     */
    public static MatrixGame of(int rows, int columns, double... payoffs) {
        return new MatrixGame(
                rows, columns, Objects.requireNonNull(payoffs, "payoffs").clone());
    }

    /**
     * Returns a game on an array that stays the caller's, for loops that cannot afford a copy.
     *
     * @param rows the number of the row player's actions, at least 1
     * @param columns the number of the column player's actions, at least 1
     * @param payoffs what the row player receives, row by row; not copied, and not to be changed while the game is used
     * @return the game
     * @throws IllegalArgumentException if the sizes do not fit, or a payoff or the payoff range is not finite
     */
    public static MatrixGame view(int rows, int columns, double[] payoffs) {
        return new MatrixGame(rows, columns, payoffs);
    }

    /**
     * Returns the number of the row player's actions.
     *
     * @return at least 1
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns the number of the column player's actions.
     *
     * @return at least 1
     */
    public int columns() {
        return columns;
    }

    /**
     * Returns what the row player receives.
     *
     * @param row in 0 .. rows - 1
     * @param column in 0 .. columns - 1
     * @return a finite number
     */
    public double payoff(int row, int column) {
        return payoffs[Checks.index(row, rows, "row") * columns + Checks.index(column, columns, "column")];
    }

    /** The payoffs themselves, row by row, not to be changed. */
    double[] payoffs() {
        return payoffs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MatrixGame that && columns == that.columns && Arrays.equals(payoffs, that.payoffs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(payoffs) * 31 + columns;
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("matrix game ").append(rows).append(" x ").append(columns);
        if (payoffs.length <= 64) {
            for (int i = 0; i < rows; i++) {
                text.append(i == 0 ? ": " : ", ")
                        .append(Arrays.toString(Arrays.copyOfRange(payoffs, i * columns, (i + 1) * columns)));
            }
        }
        return text.toString();
    }
}
