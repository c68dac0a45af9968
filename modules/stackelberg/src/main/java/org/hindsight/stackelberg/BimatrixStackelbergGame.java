// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.BimatrixGame;

/**
 * A bimatrix game with roles: the leader commits to a mixture x of the rows, the follower answers with a column j.
 *
 * <p>The leader is paid {@code sum_i x_i U[i][j]} and the follower {@code sum_i x_i V[i][j]}. Both matrices have m rows, one
 * for each action of the leader, and n columns, one for each action of the follower. Immutable.
 */
public final class BimatrixStackelbergGame implements StackelbergGame {
    private final int rows;
    private final int columns;
    private final double[] leader;
    private final double[] follower;
    private final double leaderRange;
    private final double followerRange;
    private final double stake;

    private BimatrixStackelbergGame(int rows, int columns, double[] leader, double[] follower) {
        this.rows = rows;
        this.columns = columns;
        this.leader = leader;
        this.follower = follower;
        this.leaderRange = range(leader, "leaderPayoffs");
        this.followerRange = range(follower, "followerPayoffs");
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            largest = Math.max(
                    largest,
                    range(Arrays.copyOfRange(follower, row * columns, (row + 1) * columns), "followerPayoffs"));
        }
        this.stake = largest;
    }

    private static double range(double[] payoffs, String name) {
        double least = payoffs[0];
        double most = payoffs[0];
        for (double payoff : payoffs) {
            least = Math.min(least, payoff);
            most = Math.max(most, payoff);
        }
        if (!Double.isFinite(most - least)) {
            throw new IllegalArgumentException(name + " must have a finite range, was from " + least + " to " + most);
        }
        return most - least;
    }

    /**
     * Creates a game from two matrices.
     *
     * @param leaderPayoffs U, m rows of n finite payoffs, m and n at least 1; copied
     * @param followerPayoffs V, of the same shape; copied
     * @return the game
     */
    public static BimatrixStackelbergGame of(double[][] leaderPayoffs, double[][] followerPayoffs) {
        return of(BimatrixGame.of(leaderPayoffs, followerPayoffs), 0);
    }

    /**
     * Gives the players of a bimatrix game their roles.
     *
     * @param game the game
     * @param leader the player who commits: 0, the row player, or 1, the column player
     * @return the game, with one row for each action of the leader
     */
    public static BimatrixStackelbergGame of(BimatrixGame game, int leader) {
        Objects.requireNonNull(game, "game");
        Checks.index(leader, 2, "leader");
        BimatrixGame ordered = leader == 0 ? game : game.swapped();
        return new BimatrixStackelbergGame(
                ordered.rows(), ordered.columns(), ordered.rowPayoffs(), ordered.columnPayoffs());
    }

    /**
     * Returns the game as one that is played simultaneously, the leader as the row player.
     *
     * @return the bimatrix game (U, V), with default names
     */
    public BimatrixGame toBimatrixGame() {
        return BimatrixGame.of(rows, columns, leader, follower);
    }

    @Override
    public int dimension() {
        return rows;
    }

    @Override
    public int responses() {
        return columns;
    }

    /**
     * Returns U[row][column].
     *
     * @param row in 0 .. m - 1
     * @param column in 0 .. n - 1
     * @return the leader's payoff
     */
    public double leaderPayoffAt(int row, int column) {
        return leader[Checks.index(row, rows, "row") * columns + Checks.index(column, columns, "column")];
    }

    /**
     * Returns V[row][column].
     *
     * @param row in 0 .. m - 1
     * @param column in 0 .. n - 1
     * @return the follower's payoff
     */
    public double followerPayoffAt(int row, int column) {
        return follower[Checks.index(row, rows, "row") * columns + Checks.index(column, columns, "column")];
    }

    /**
     * Returns U.
     *
     * @return a new array, row by row
     */
    public double[] leaderPayoffs() {
        return leader.clone();
    }

    /**
     * Returns V.
     *
     * @return a new array, row by row
     */
    public double[] followerPayoffs() {
        return follower.clone();
    }

    /**
     * Returns the most that the follower's choice can matter to the follower: the largest range of a row of V.
     *
     * <p>Unlike the range of all of V it does not change when a constant is added to a row, which changes no best response.
     *
     * @return at least 0, and at most {@link #followerRange()}
     */
    public double followerStake() {
        return stake;
    }

    @Override
    public double leaderPayoff(double[] commitment, int response) {
        return columnSum(leader, commitment, response);
    }

    @Override
    public double followerPayoff(double[] commitment, int response) {
        return columnSum(follower, commitment, response);
    }

    private double columnSum(double[] payoffs, double[] commitment, int response) {
        double sum = 0;
        for (int row = 0, at = response; row < rows; row++, at += columns) {
            sum += commitment[row] * payoffs[at];
        }
        return sum;
    }

    @Override
    public void followerPayoffs(double[] commitment, double[] out) {
        Checks.length(out.length, columns, "out");
        Arrays.fill(out, 0);
        for (int row = 0, at = 0; row < rows; row++, at += columns) {
            double weight = commitment[row];
            if (weight != 0) {
                for (int column = 0; column < columns; column++) {
                    out[column] += weight * follower[at + column];
                }
            }
        }
    }

    @Override
    public double leaderRange() {
        return leaderRange;
    }

    @Override
    public double followerRange() {
        return followerRange;
    }

    @Override
    public double[] checkCommitment(double[] commitment) {
        Checks.length(commitment.length, rows, "commitment");
        return Checks.probabilityVector(commitment, "commitment");
    }
}
