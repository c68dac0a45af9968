// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import org.hindsight.core.Checks;

/**
 * A matrix game: the row player maximises A[i][j], the column player minimises it.
 *
 * <p>The value is the row player's: {@code v = max_x min_j (x^T A)_j = min_y max_i (A y)_i}, with x a strategy of the row
 * player and y one of the column player. A view of a {@link BimatrixGame} with B = -A. Immutable.
 */
public final class ZeroSumGame {
    private final BimatrixGame bimatrix;

    private ZeroSumGame(BimatrixGame bimatrix) {
        this.bimatrix = bimatrix;
    }

    /**
     * Creates a game from its matrix, with default names.
     *
     * @param payoffs A, at least one row and one column, finite; copied
     * @return the game
     */
    public static ZeroSumGame of(double[][] payoffs) {
        Checks.finiteMatrix(payoffs, "payoffs");
        double[][] negated = new double[payoffs.length][];
        for (int i = 0; i < payoffs.length; i++) {
            negated[i] = negated(payoffs[i]);
        }
        return new ZeroSumGame(BimatrixGame.of(payoffs, negated));
    }

    /**
     * Creates a game from its matrix in a flat array, with default names.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @param payoffs A, row by row, of length rows columns, finite; copied
     * @return the game
     */
    public static ZeroSumGame of(int rows, int columns, double[] payoffs) {
        return new ZeroSumGame(BimatrixGame.of(rows, columns, payoffs, negated(payoffs)));
    }

    /**
     * Sees a constant-sum game as the zero-sum game of the row player's payoffs, which has the same equilibria.
     *
     * <p>The row player's value is the value of the zero-sum game, the column player's is the constant less that.
     *
     * @param game a game whose two payoffs have the same sum everywhere, to within 1e-12 of the larger payoff range
     * @return the game, with the names of the old one
     * @throws IllegalArgumentException if the sum is not constant
     */
    public static ZeroSumGame ofConstantSum(BimatrixGame game) {
        if (game.constantSum(1e-12).isEmpty()) {
            throw new IllegalArgumentException("the two payoffs must have the same sum everywhere, was " + game);
        }
        NormalFormGame named = BimatrixGame.of(
                        game.rows(), game.columns(), game.rowPayoffs(), negated(game.rowPayoffs()))
                .toNormalForm()
                .withForm(game.form());
        return new ZeroSumGame(BimatrixGame.of(named));
    }

    private static double[] negated(double[] values) {
        double[] negated = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            // Not -a, which would turn 0 into -0.
            negated[k] = 0 - values[k];
        }
        return negated;
    }

    /**
     * Returns the game as a pair of matrices (A, -A), without copying.
     *
     * @return the game
     */
    public BimatrixGame toBimatrix() {
        return bimatrix;
    }

    /**
     * Returns the game as one of N = 2 players, without copying.
     *
     * @return the game
     */
    public NormalFormGame toNormalForm() {
        return bimatrix.toNormalForm();
    }

    /**
     * Returns the number of actions of the row player, who maximises.
     *
     * @return at least 1
     */
    public int rows() {
        return bimatrix.rows();
    }

    /**
     * Returns the number of actions of the column player, who minimises.
     *
     * @return at least 1
     */
    public int columns() {
        return bimatrix.columns();
    }

    /**
     * Returns A[row][column].
     *
     * @param row in 0 .. rows - 1
     * @param column in 0 .. columns - 1
     * @return the row player's payoff, which is the column player's loss
     */
    public double payoff(int row, int column) {
        return bimatrix.rowPayoff(row, column);
    }

    /**
     * Returns A row by row.
     *
     * @return a new array of length rows columns
     */
    public double[] payoffs() {
        return bimatrix.rowPayoffs();
    }

    /**
     * Returns the difference of the largest and the least entry of A, the unit of all tolerances.
     *
     * @return at least zero
     */
    public double payoffRange() {
        return toNormalForm().payoffRange(0);
    }

    /**
     * Writes A y: what each row earns.
     *
     * @param columnStrategy y, of length columns
     * @param out overwritten, of length rows
     */
    public void rowPayoffVector(double[] columnStrategy, double[] out) {
        bimatrix.rowPayoffVector(columnStrategy, out);
    }

    /**
     * Writes the transpose of A times x: what each column costs the column player.
     *
     * @param rowStrategy x, of length rows
     * @param out overwritten, of length columns
     */
    public void columnLossVector(double[] rowStrategy, double[] out) {
        bimatrix.columnPayoffVector(rowStrategy, out);
        for (int j = 0; j < out.length; j++) {
            out[j] = 0 - out[j];
        }
    }

    /**
     * Returns what a row strategy earns against the worst column: a lower bound on the value.
     *
     * @param rowStrategy x
     * @return min_j (x^T A)_j
     */
    public double guarantee(MixedStrategy rowStrategy) {
        double[] losses = new double[columns()];
        columnLossVector(rowStrategy.raw(), losses);
        double min = losses[0];
        for (double loss : losses) {
            min = Math.min(min, loss);
        }
        return min;
    }

    /**
     * Returns what a column strategy loses against the best row: an upper bound on the value.
     *
     * @param columnStrategy y
     * @return max_i (A y)_i
     */
    public double exposure(MixedStrategy columnStrategy) {
        double[] payoffs = new double[rows()];
        rowPayoffVector(columnStrategy.raw(), payoffs);
        double max = payoffs[0];
        for (double payoff : payoffs) {
            max = Math.max(max, payoff);
        }
        return max;
    }

    /**
     * Returns the duality gap max_i (A y)_i - min_j (x^T A)_j, which is the sum of the two regrets.
     *
     * @param rowStrategy x
     * @param columnStrategy y
     * @return at least zero, in units of payoff
     */
    public double dualityGap(MixedStrategy rowStrategy, MixedStrategy columnStrategy) {
        return dualityGap(rowStrategy.raw(), columnStrategy.raw(), new double[rows()], new double[columns()]);
    }

    /**
     * Returns the duality gap without allocating.
     *
     * @param rowStrategy x, of length rows, not checked to be a distribution
     * @param columnStrategy y, of length columns, not checked to be a distribution
     * @param rowScratch overwritten, of length rows
     * @param columnScratch overwritten, of length columns
     * @return at least zero, in units of payoff
     */
    public double dualityGap(
            double[] rowStrategy, double[] columnStrategy, double[] rowScratch, double[] columnScratch) {
        Checks.length(rowStrategy.length, rows(), "rowStrategy");
        Checks.length(columnStrategy.length, columns(), "columnStrategy");
        Checks.length(rowScratch.length, rows(), "rowScratch");
        Checks.length(columnScratch.length, columns(), "columnScratch");
        // Offsets of A and -A cancel, so that the gap is not rounded to theirs.
        toNormalForm().relativePayoffsAgainst(0, columnStrategy, rowScratch);
        toNormalForm().relativePayoffsAgainst(1, rowStrategy, columnScratch);
        return Math.max(0, max(rowScratch) + max(columnScratch));
    }

    private static double max(double[] values) {
        double max = values[0];
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /**
     * Returns the same payoffs under other names.
     *
     * @param names a form of the same shape
     * @return the game
     */
    public ZeroSumGame withForm(GameForm names) {
        return new ZeroSumGame(bimatrix.withForm(names));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZeroSumGame that && bimatrix.equals(that.bimatrix);
    }

    @Override
    public int hashCode() {
        return bimatrix.hashCode();
    }

    @Override
    public String toString() {
        return "ZeroSumGame[" + bimatrix + "]";
    }
}
