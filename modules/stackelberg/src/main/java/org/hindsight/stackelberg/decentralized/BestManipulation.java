// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

import java.util.Arrays;
import java.util.Optional;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The response map that is best for a follower who can announce one: it makes one row the leader's only best row.
 *
 * <p>A map F from rows to columns leaves the leader with the payoffs {@code U[a][F(a)]}. The follower can make row a strictly best
 * with the answer b exactly if {@code U[a][b] > max over a' != a of min over b' of U[a'][b']}: it answers a with b and every other
 * row with the column that is worst for the leader. The best manipulation maximises {@code V[a][b]} over these pairs; ties go to the
 * lowest row, then column. No map that leaves the leader with a single best row brings the follower more. Complexity: O(mn).
 *
 * <p>Source: Y. Yu, H. Chen (2024), arXiv:2405.03158; proof note {@code proofs-notes/follower-manipulation.md}.
 *
 * @param row a, the row that the leader is led to
 * @param column b, the answer to it
 * @param value V[a][b], what the follower gets
 * @param map F
 */
@SuppressWarnings("ArrayRecordComponent")
public record BestManipulation(int row, int column, double value, int[] map) {
    /**
     * Creates a manipulation.
     *
     * @param row in 0 .. m - 1
     * @param column at least 0
     * @param value finite
     * @param map m columns, {@code map[row] = column}; copied
     */
    public BestManipulation {
        Checks.index(row, map.length, "row");
        Checks.finite(value, "value");
        map = map.clone();
        if (map[row] != column) {
            throw new IllegalArgumentException("map[" + row + "] must be " + column + ", was " + map[row]);
        }
    }

    /**
     * Finds the best manipulation.
     *
     * @param game the mean payoffs
     * @return the manipulation; empty if no map leaves the leader with a single best row
     */
    public static Optional<BestManipulation> of(BimatrixStackelbergGame game) {
        return withMargin(game, 0);
    }

    /**
     * Finds the best manipulation that leaves the leader's best row ahead of the others by more than a margin, so that a leader who
     * learns can tell.
     *
     * @param game the mean payoffs
     * @param margin at least 0, in units of U
     * @return the manipulation; empty if no map does so
     */
    public static Optional<BestManipulation> withMargin(BimatrixStackelbergGame game, double margin) {
        Checks.nonNegative(margin, "margin");
        int m = game.dimension();
        int n = game.responses();
        int[] map = new int[m];
        double[] punishment = new double[m];
        for (int a = 0; a < m; a++) {
            for (int b = 1; b < n; b++) {
                if (game.leaderPayoffAt(a, b) < game.leaderPayoffAt(a, map[a])) {
                    map[a] = b;
                }
            }
            punishment[a] = game.leaderPayoffAt(a, map[a]);
        }
        int row = -1;
        int column = -1;
        for (int a = 0; a < m; a++) {
            double threshold = largestOther(punishment, a) + margin;
            for (int b = 0; b < n; b++) {
                if (game.leaderPayoffAt(a, b) > threshold
                        && (row < 0 || game.followerPayoffAt(a, b) > game.followerPayoffAt(row, column))) {
                    row = a;
                    column = b;
                }
            }
        }
        if (row < 0) {
            return Optional.empty();
        }
        map[row] = column;
        return Optional.of(new BestManipulation(row, column, game.followerPayoffAt(row, column), map));
    }

    /** The largest entry but one's own; negative infinity if there is no other. */
    static double largestOther(double[] values, int own) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            largest = i == own ? largest : Math.max(largest, values[i]);
        }
        return largest;
    }

    /**
     * Returns the response to each row.
     *
     * @return a copy
     */
    @Override
    public int[] map() {
        return map.clone();
    }

    /**
     * Returns the follower who plays the map.
     *
     * @param columns the number of columns n
     * @return the follower
     */
    public MappedFollower follower(int columns) {
        return MappedFollower.of(columns, map);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BestManipulation that
                && row == that.row
                && column == that.column
                && value == that.value
                && Arrays.equals(map, that.map);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(map) + row;
    }

    @Override
    public String toString() {
        return "BestManipulation[row=" + row + ", column=" + column + ", value=" + value + ", map="
                + Arrays.toString(map) + "]";
    }
}
