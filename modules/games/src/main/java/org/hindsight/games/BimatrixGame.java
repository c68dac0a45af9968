// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.hindsight.core.Checks;

/**
 * A game of two players: the row player, 0, is paid A[i][j] and the column player, 1, is paid B[i][j].
 *
 * <p>Both matrices have one row for each action of the row player and one column for each action of the column player. A
 * view of a {@link NormalFormGame}: it holds each matrix in the orientation in which that player's payoff vector is a
 * weighted sum of contiguous rows. Immutable.
 */
public final class BimatrixGame {
    private final NormalFormGame game;
    private final int rows;
    private final int columns;

    private BimatrixGame(NormalFormGame game) {
        this.game = game;
        this.rows = game.actions(0);
        this.columns = game.actions(1);
    }

    /**
     * Creates a game from two matrices, with default names.
     *
     * @param rowPayoffs A, at least one row and one column, finite; copied
     * @param columnPayoffs B, of the same shape, finite; copied
     * @return the game
     */
    public static BimatrixGame of(double[][] rowPayoffs, double[][] columnPayoffs) {
        Checks.finiteMatrix(rowPayoffs, "rowPayoffs");
        Checks.finiteMatrix(columnPayoffs, "columnPayoffs");
        Checks.length(columnPayoffs.length, rowPayoffs.length, "columnPayoffs");
        Checks.length(columnPayoffs[0].length, rowPayoffs[0].length, "columnPayoffs[0]");
        int m = rowPayoffs.length;
        int n = rowPayoffs[0].length;
        GameForm form = GameForm.of(m, n);
        double[][] tensors = new double[2][form.profiles()];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                tensors[0][i + m * j] = rowPayoffs[i][j];
                tensors[1][j + n * i] = columnPayoffs[i][j];
            }
        }
        return new BimatrixGame(NormalFormGame.ofTensors(form, tensors));
    }

    /**
     * Creates a game from two matrices in flat arrays, with default names.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @param rowPayoffs A, row by row, of length rows columns, finite; copied
     * @param columnPayoffs B, row by row, of the same length, finite; copied
     * @return the game
     */
    public static BimatrixGame of(int rows, int columns, double[] rowPayoffs, double[] columnPayoffs) {
        GameForm form = GameForm.of(rows, columns);
        Checks.length(rowPayoffs.length, form.profiles(), "rowPayoffs");
        Checks.length(columnPayoffs.length, form.profiles(), "columnPayoffs");
        Checks.finite(rowPayoffs, "rowPayoffs");
        Checks.finite(columnPayoffs, "columnPayoffs");
        double[][] tensors = {new double[form.profiles()], columnPayoffs.clone()};
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                tensors[0][i + rows * j] = rowPayoffs[i * columns + j];
            }
        }
        return new BimatrixGame(NormalFormGame.ofTensors(form, tensors));
    }

    /**
     * Sees a game of two players as a pair of matrices, without copying.
     *
     * @param game a game of exactly two players
     * @return the view
     */
    public static BimatrixGame of(NormalFormGame game) {
        Objects.requireNonNull(game, "game");
        if (game.players() != 2) {
            throw new IllegalArgumentException("game must have 2 players, had " + game.players());
        }
        return new BimatrixGame(game);
    }

    /**
     * Returns the game as one of N = 2 players, without copying.
     *
     * @return the game
     */
    public NormalFormGame toNormalForm() {
        return game;
    }

    /**
     * Returns the game in which the players have changed places: (B transposed, A transposed).
     *
     * @return the game, names included
     */
    public BimatrixGame swapped() {
        GameForm old = game.form();
        GameForm form = GameForm.of(
                old.title(),
                List.of(old.playerName(1), old.playerName(0)),
                List.of(old.actionNames(1), old.actionNames(0)));
        double[][] tensors = {game.payoffTensor(1), game.payoffTensor(0)};
        return new BimatrixGame(NormalFormGame.ofTensors(form, tensors));
    }

    /**
     * Returns the players and their actions.
     *
     * @return the form, of two players
     */
    public GameForm form() {
        return game.form();
    }

    /**
     * Returns the number of actions of the row player.
     *
     * @return at least 1
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns the number of actions of the column player.
     *
     * @return at least 1
     */
    public int columns() {
        return columns;
    }

    /**
     * Returns A[row][column].
     *
     * @param row in 0 .. rows - 1
     * @param column in 0 .. columns - 1
     * @return the row player's payoff
     */
    public double rowPayoff(int row, int column) {
        return payoff(0, row, column);
    }

    /**
     * Returns B[row][column].
     *
     * @param row in 0 .. rows - 1
     * @param column in 0 .. columns - 1
     * @return the column player's payoff
     */
    public double columnPayoff(int row, int column) {
        return payoff(1, row, column);
    }

    private double payoff(int player, int row, int column) {
        Checks.index(row, rows, "row");
        Checks.index(column, columns, "column");
        return game.payoffAt(player, row + rows * column);
    }

    /**
     * Returns A row by row.
     *
     * @return a new array of length rows columns
     */
    public double[] rowPayoffs() {
        double[] byColumn = game.payoffTensor(0);
        double[] byRow = new double[byColumn.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                byRow[i * columns + j] = byColumn[i + rows * j];
            }
        }
        return byRow;
    }

    /**
     * Returns B row by row.
     *
     * @return a new array of length rows columns
     */
    public double[] columnPayoffs() {
        return game.payoffTensor(1);
    }

    /**
     * Writes the row player's payoffs A y.
     *
     * @param columnStrategy y, of length columns
     * @param out overwritten, of length rows
     */
    public void rowPayoffVector(double[] columnStrategy, double[] out) {
        Checks.length(columnStrategy.length, columns, "columnStrategy");
        Checks.length(out.length, rows, "out");
        against(0, columnStrategy, out);
    }

    /**
     * Writes the column player's payoffs, B transposed times x.
     *
     * @param rowStrategy x, of length rows
     * @param out overwritten, of length columns
     */
    public void columnPayoffVector(double[] rowStrategy, double[] out) {
        Checks.length(rowStrategy.length, rows, "rowStrategy");
        Checks.length(out.length, columns, "out");
        against(1, rowStrategy, out);
    }

    private void against(int player, double[] opponent, double[] out) {
        game.relativePayoffsAgainst(player, opponent, out);
        double offset = game.offset(player);
        if (offset != 0) {
            for (int a = 0; a < out.length; a++) {
                out[a] += offset;
            }
        }
    }

    /**
     * Returns the sum of the two payoffs if it is the same everywhere.
     *
     * @param tolerance the largest difference between two such sums, relative to the larger payoff range
     * @return the middle of the sums, or empty if they differ by more
     */
    public OptionalDouble constantSum(double tolerance) {
        Checks.nonNegative(tolerance, "tolerance");
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < game.form().profiles(); index++) {
            double sum = game.payoffAt(0, index) + game.payoffAt(1, index);
            min = Math.min(min, sum);
            max = Math.max(max, sum);
        }
        boolean constant = max - min <= tolerance * Math.max(game.payoffRange(0), game.payoffRange(1));
        return constant ? OptionalDouble.of(min + (max - min) / 2) : OptionalDouble.empty();
    }

    /**
     * Returns the same payoffs under other names.
     *
     * @param names a form of the same shape
     * @return the game
     */
    public BimatrixGame withForm(GameForm names) {
        return new BimatrixGame(game.withForm(names));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BimatrixGame that && game.equals(that.game);
    }

    @Override
    public int hashCode() {
        return game.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("BimatrixGame[");
        for (int i = 0; i < rows; i++) {
            text.append(i == 0 ? "" : "; ");
            for (int j = 0; j < columns; j++) {
                text.append(j == 0 ? "" : " ")
                        .append(rowPayoff(i, j))
                        .append(',')
                        .append(columnPayoff(i, j));
            }
        }
        return text.append(']').toString();
    }
}
