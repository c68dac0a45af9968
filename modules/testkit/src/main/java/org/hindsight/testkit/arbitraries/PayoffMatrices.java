// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hindsight.core.Checks;

/** Arbitraries of payoff matrices. */
public final class PayoffMatrices {
    private PayoffMatrices() {}

    /**
     * Payoff matrices of every kind in this class, of dimensions drawn first.
     *
     * @param mostRows at least 1; the rows are 1 .. mostRows
     * @param mostColumns at least 1; the columns are 1 .. mostColumns
     * @return the arbitrary
     */
    public static Arbitrary<PayoffMatrix> upTo(int mostRows, int mostColumns) {
        return Uniforms.dimensions(
                        Uniforms.sizes(1, mostRows, "mostRows"), Uniforms.sizes(1, mostColumns, "mostColumns"))
                .flatMap(size -> ofSize(size.first(), size.second()));
    }

    /**
     * Payoff matrices of one size, of every kind in this class, each as likely as the others.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @return the arbitrary
     */
    public static Arbitrary<PayoffMatrix> ofSize(int rows, int columns) {
        return Arbitraries.oneOf(
                constant(rows, columns),
                smallIntegers(rows, columns),
                uniform(rows, columns),
                withDuplicates(rows, columns),
                withDominatedRow(rows, columns),
                scaled(rows, columns));
    }

    /**
     * Matrices of payoffs drawn evenly from [-1, 1].
     *
     * @param rows at least 1
     * @param columns at least 1
     * @return the arbitrary
     */
    public static Arbitrary<PayoffMatrix> uniform(int rows, int columns) {
        return matrices(Uniforms.between(-1, 1), rows, columns);
    }

    /**
     * Matrices of integers in -2 .. 2: full of ties, within rows and columns and between them.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @return the arbitrary
     */
    public static Arbitrary<PayoffMatrix> smallIntegers(int rows, int columns) {
        return matrices(Arbitraries.of(0.0, 1.0, -1.0, 2.0, -2.0), rows, columns);
    }

    /**
     * Matrices of a single payoff in [-1, 1].
     *
     * @param rows at least 1
     * @param columns at least 1
     * @return the arbitrary
     */
    public static Arbitrary<PayoffMatrix> constant(int rows, int columns) {
        checkSize(rows, columns);
        return Uniforms.between(-1, 1).map(payoff -> {
            double[][] payoffs = new double[rows][columns];
            for (double[] row : payoffs) {
                Arrays.fill(row, payoff);
            }
            return PayoffMatrix.of(payoffs);
        });
    }

    /**
     * Matrices with a row that occurs twice, a column that occurs twice, and a row of equal payoffs, each where the size
     * allows it.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @return the arbitrary
     */
    public static Arbitrary<PayoffMatrix> withDuplicates(int rows, int columns) {
        return Combinators.combine(
                        Arbitraries.oneOf(uniform(rows, columns), smallIntegers(rows, columns)),
                        Uniforms.integers(0, rows - 1),
                        Uniforms.integers(0, columns - 1))
                .as((matrix, row, column) -> {
                    double[][] payoffs = matrix.toArray();
                    if (rows > 2) {
                        Arrays.fill(payoffs[(row + 2) % rows], payoffs[(row + 2) % rows][0]);
                    }
                    payoffs[(row + 1) % rows] = payoffs[row].clone();
                    for (double[] entries : payoffs) {
                        entries[(column + 1) % columns] = entries[column];
                    }
                    return PayoffMatrix.of(payoffs);
                });
    }

    /**
     * Matrices in which one row is nowhere above another, and may be equal to it in places: weakly or strictly dominated.
     *
     * @param rows at least 1; with one row there is nothing to dominate
     * @param columns at least 1
     * @return the arbitrary
     */
    public static Arbitrary<PayoffMatrix> withDominatedRow(int rows, int columns) {
        Arbitrary<double[]> losses =
                Uniforms.array(Arbitraries.oneOf(Arbitraries.just(0.0), Uniforms.between(0, 1)), columns);
        return Combinators.combine(uniform(rows, columns), Uniforms.integers(0, rows - 1), losses)
                .as((matrix, dominating, lost) -> {
                    double[][] payoffs = matrix.toArray();
                    int dominated = (dominating + 1) % rows;
                    for (int column = 0; column < columns && dominated != dominating; column++) {
                        payoffs[dominated][column] = payoffs[dominating][column] - lost[column];
                    }
                    return PayoffMatrix.of(payoffs);
                });
    }

    /**
     * Matrices of the other kinds multiplied by a power of ten between 1e-9 and 1e9, and sometimes shifted by that much.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @return the arbitrary
     */
    public static Arbitrary<PayoffMatrix> scaled(int rows, int columns) {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                uniform(rows, columns), smallIntegers(rows, columns), withDuplicates(rows, columns)),
                        Uniforms.integers(-9, 9),
                        Arbitraries.of(0, 1, -1))
                .as((matrix, exponent, shift) -> {
                    double scale = Double.parseDouble("1e" + exponent);
                    double[][] payoffs = matrix.toArray();
                    for (double[] row : payoffs) {
                        for (int column = 0; column < columns; column++) {
                            row[column] = scale * (row[column] + shift);
                        }
                    }
                    return PayoffMatrix.of(payoffs);
                });
    }

    private static Arbitrary<PayoffMatrix> matrices(Arbitrary<Double> payoffs, int rows, int columns) {
        checkSize(rows, columns);
        return Uniforms.array(payoffs, rows * columns).map(entries -> {
            double[][] matrix = new double[rows][columns];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(entries, row * columns, matrix[row], 0, columns);
            }
            return PayoffMatrix.of(matrix);
        });
    }

    private static void checkSize(int rows, int columns) {
        Checks.atLeast(rows, 1, "rows");
        Checks.atLeast(columns, 1, "columns");
    }
}
