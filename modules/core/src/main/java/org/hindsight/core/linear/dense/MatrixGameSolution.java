// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;

/**
 * Strategies of both players and the proof that they are optimal.
 *
 * <p>The row strategy guarantees the row player {@code lower} against every column, the column strategy makes sure that
 * she gets no more than {@code upper}; the value of the game lies between the two, whatever the solver did. Both numbers
 * are computed from the payoffs and the strategies alone. The strategies are probability vectors: no entry is negative,
 * and the sum is 1 up to rounding, so that nothing is violated but optimality. Arrays are copied out.
 *
 * @param status {@link SolveStatus#OPTIMAL} if the gap is within the solver's tolerance, and otherwise {@link
 *     SolveStatus#NUMERICAL_FAILURE}
 * @param value the middle of {@code lower} and {@code upper}
 * @param rowStrategy a probability for each row; handed over
 * @param columnStrategy a probability for each column; handed over
 * @param lower the least that the row strategy earns against a column
 * @param upper the most that a row earns against the column strategy
 * @param gap {@code upper - lower}, the duality gap, divided by the range of the payoffs
 * @param pivots the number of simplex pivots
 * @param method the algorithm, in a few words
 */
@SuppressWarnings("ArrayRecordComponent")
public record MatrixGameSolution(
        SolveStatus status,
        double value,
        double[] rowStrategy,
        double[] columnStrategy,
        double lower,
        double upper,
        double gap,
        int pivots,
        String method)
        implements Certificate {
    /**
     * Takes what a solver found; strategies are handed over, not copied.
     *
     * @param status what is proven
     * @param value the middle of the two guarantees
     * @param rowStrategy a probability for each row
     * @param columnStrategy a probability for each column
     * @param lower the row strategy's guarantee
     * @param upper the column strategy's guarantee
     * @param gap the distance of the two, relative to the payoff range
     * @param pivots the number of pivots
     * @param method the algorithm
     */
    public MatrixGameSolution {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(rowStrategy, "rowStrategy");
        Objects.requireNonNull(columnStrategy, "columnStrategy");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Measures a pair of strategies, whoever found it.
     *
     * @param game the game
     * @param rowStrategy a probability for each row; handed over
     * @param columnStrategy a probability for each column; handed over
     * @param pivots the work done
     * @param method the algorithm, in a few words
     * @return the pair with what it guarantees, {@link SolveStatus#OPTIMAL} if the gap is at most {@link
     *     MatrixGameSolver#TOLERANCE}
     * @throws IllegalArgumentException if the strategies are not probability vectors of the right lengths
     */
    public static MatrixGameSolution measured(
            MatrixGame game, double[] rowStrategy, double[] columnStrategy, int pivots, String method) {
        Objects.requireNonNull(rowStrategy, "rowStrategy");
        Objects.requireNonNull(columnStrategy, "columnStrategy");
        Checks.length(rowStrategy.length, game.rows(), "rowStrategy");
        Checks.length(columnStrategy.length, game.columns(), "columnStrategy");
        Checks.probabilityVector(rowStrategy, "rowStrategy");
        Checks.probabilityVector(columnStrategy, "columnStrategy");
        return measured(new DualityGap(), game, rowStrategy, columnStrategy, pivots, method);
    }

    static MatrixGameSolution measured(
            DualityGap certificate, MatrixGame game, double[] x, double[] y, int pivots, String method) {
        double gap = certificate.measure(game, x, y);
        return new MatrixGameSolution(
                gap <= MatrixGameSolver.TOLERANCE ? SolveStatus.OPTIMAL : SolveStatus.NUMERICAL_FAILURE,
                certificate.middle(),
                x,
                y,
                certificate.lower(),
                certificate.upper(),
                gap,
                pivots,
                method);
    }

    /**
     * Returns the row player's strategy.
     *
     * @return a new array, a probability for each row
     */
    @Override
    public double[] rowStrategy() {
        return rowStrategy.clone();
    }

    /**
     * Returns the column player's strategy.
     *
     * @return a new array, a probability for each column
     */
    @Override
    public double[] columnStrategy() {
        return columnStrategy.clone();
    }

    /**
     * Returns one probability of the row player.
     *
     * @param row in 0 .. rows - 1
     * @return the probability that she plays it
     */
    public double rowProbability(int row) {
        return rowStrategy[row];
    }

    /**
     * Returns one probability of the column player.
     *
     * @param column in 0 .. columns - 1
     * @return the probability that he plays it
     */
    public double columnProbability(int column) {
        return columnStrategy[column];
    }

    @Override
    public String claim() {
        return "The value of the game lies between " + lower + " and " + upper + ".";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MatrixGameSolution that
                && status == that.status
                && Double.compare(value, that.value) == 0
                && Double.compare(lower, that.lower) == 0
                && Double.compare(upper, that.upper) == 0
                && Double.compare(gap, that.gap) == 0
                && pivots == that.pivots
                && method.equals(that.method)
                && Arrays.equals(rowStrategy, that.rowStrategy)
                && Arrays.equals(columnStrategy, that.columnStrategy);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rowStrategy) * 31 + Arrays.hashCode(columnStrategy);
    }

    @Override
    public String toString() {
        return status + ": " + claim() + " Gap " + gap + " after " + pivots + " pivots (" + method + ")."
                + (rowStrategy.length + columnStrategy.length <= 40
                        ? " Row strategy " + Arrays.toString(rowStrategy) + ", column strategy "
                                + Arrays.toString(columnStrategy) + "."
                        : "");
    }
}
