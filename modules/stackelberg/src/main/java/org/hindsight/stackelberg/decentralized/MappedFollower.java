// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/** Answers each row with a column that is fixed in advance, and learns nothing. */
public final class MappedFollower implements RowFollower {
    private final int columns;
    private final int[] map;

    private MappedFollower(int columns, int[] map) {
        this.columns = columns;
        this.map = map;
    }

    /**
     * Creates a follower from a map.
     *
     * @param columns the number of columns, at least 1
     * @param map the column for each row, at least one row; copied
     * @return the follower
     */
    public static MappedFollower of(int columns, int... map) {
        Checks.atLeast(columns, 1, "columns");
        Checks.atLeast(map.length, 1, "map.length");
        for (int row = 0; row < map.length; row++) {
            Checks.index(map[row], columns, "map[" + row + "]");
        }
        return new MappedFollower(columns, map.clone());
    }

    /**
     * Creates the follower who knows its means and best-responds, to the lowest column on ties.
     *
     * @param means the mean rewards
     * @return the follower
     */
    public static MappedFollower bestResponding(BimatrixStackelbergGame means) {
        int[] map = new int[means.dimension()];
        for (int row = 0; row < map.length; row++) {
            for (int column = 1; column < means.responses(); column++) {
                if (means.followerPayoffAt(row, column) > means.followerPayoffAt(row, map[row])) {
                    map[row] = column;
                }
            }
        }
        return of(means.responses(), map);
    }

    @Override
    public int rows() {
        return map.length;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int respond(int row) {
        return map[Checks.index(row, map.length, "row")];
    }

    @Override
    public void observe(int row, int column, double reward) {
        Checks.index(row, map.length, "row");
        Checks.index(column, columns, "column");
        Checks.inUnitInterval(reward, "reward");
    }

    @Override
    public void reset() {
        // Nothing has been learned.
    }

    @Override
    public MappedFollower fork() {
        return new MappedFollower(columns, map);
    }
}
