// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/** How often each pair of row and column was played. Mutable, not thread-safe. */
public final class PairCounts {
    private final int columns;
    private final long[] counts;
    private long rounds;

    private PairCounts(int rows, int columns) {
        this.columns = columns;
        this.counts = new long[Math.multiplyExact(rows, columns)];
    }

    /**
     * Creates empty counts.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @return the counts
     */
    public static PairCounts of(int rows, int columns) {
        return new PairCounts(Checks.atLeast(rows, 1, "rows"), Checks.atLeast(columns, 1, "columns"));
    }

    void add(int row, int column) {
        counts[row * columns + column]++;
        rounds++;
    }

    /** Forgets all rounds. */
    public void reset() {
        Arrays.fill(counts, 0);
        rounds = 0;
    }

    /**
     * Returns the number of rounds.
     *
     * @return at least 0
     */
    public long rounds() {
        return rounds;
    }

    /**
     * Returns how often a pair was played.
     *
     * @param row the leader's row
     * @param column the follower's column
     * @return at least 0
     */
    public long count(int row, int column) {
        return counts[
                Checks.index(row, counts.length / columns, "row") * columns + Checks.index(column, columns, "column")];
    }

    /**
     * Returns the sum of the follower's mean rewards.
     *
     * @param means the game
     * @return the sum over rounds
     */
    public double followerTotal(BimatrixStackelbergGame means) {
        double total = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            total += counts[cell] * means.followerPayoffAt(cell / columns, cell % columns);
        }
        return total;
    }

    /**
     * Returns the sum of the leader's mean rewards.
     *
     * @param means the game
     * @return the sum over rounds
     */
    public double leaderTotal(BimatrixStackelbergGame means) {
        double total = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            total += counts[cell] * means.leaderPayoffAt(cell / columns, cell % columns);
        }
        return total;
    }
}
