// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * Manipulates by estimates: the {@link BestManipulation} with confidence bounds in place of means.
 *
 * <p>With n rewards of a cell seen, means are taken to be within {@code w sqrt(ln t / (2 n))} of
 * the averages, w being 1 unless {@linkplain #withConfidence said}. The target (a, b) has the largest upper bound
 * of the follower's mean among the pairs whose lower bound of the leader's mean exceeds, for every other row, the least upper bound in
 * it; the other rows are answered with the column of that least upper bound. A column that has been tried too rarely for its row, fewer
 * than {@code c ln(1 + plays of the row)} times, is tried first; while no pair qualifies the follower best-responds to upper bounds.
 * The plan is made anew in every round in O(mn). The rule for exploration is ours. Mutable, not thread-safe; allocates nothing in a
 * round.
 *
 * <p>Source: Y. Yu, H. Chen (2024), arXiv:2405.03158.
 */
public final class ManipulatingUcb implements SideInformedFollower {
    private final int rows;
    private final int columns;
    private final double exploration;
    private final double confidence;
    private final long[] counts;
    private final double[] own;
    private final double[] leader;
    /** 1 / sqrt(n) of each cell. */
    private final double[] narrowness;

    private final double[] punishment;
    private final int[] punishing;
    private long rounds;

    private ManipulatingUcb(int rows, int columns, double exploration, double confidence) {
        this.rows = rows;
        this.columns = columns;
        this.exploration = exploration;
        this.confidence = confidence;
        this.counts = new long[Math.multiplyExact(rows, columns)];
        this.own = new double[counts.length];
        this.leader = new double[counts.length];
        this.narrowness = new double[counts.length];
        this.punishment = new double[rows];
        this.punishing = new int[rows];
    }

    /**
     * Creates the follower.
     *
     * @param rows the number of rows, at least 1
     * @param columns the number of columns, at least 1
     * @param exploration c, non-negative and finite
     * @return the follower
     */
    public static ManipulatingUcb of(int rows, int columns, double exploration) {
        Checks.atLeast(rows, 1, "rows");
        Checks.atLeast(columns, 1, "columns");
        return new ManipulatingUcb(rows, columns, Checks.nonNegative(exploration, "exploration"), 1);
    }

    /**
     * Returns a follower, in its initial state, who trusts its estimates more or less.
     *
     * @param width w, non-negative and finite; at 1 each bound fails with probability about 1 / t
     * @return the follower
     */
    public ManipulatingUcb withConfidence(double width) {
        return new ManipulatingUcb(rows, columns, exploration, Checks.nonNegative(width, "width"));
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int respond(int row) {
        Checks.index(row, rows, "row");
        int rarest = rarest(row);
        if (rarest >= 0) {
            return rarest;
        }
        double width = confidence * Math.sqrt(StrictMath.log(1.0 + rounds) / 2);
        for (int a = 0; a < rows; a++) {
            punishment[a] = Double.POSITIVE_INFINITY;
            punishing[a] = 0;
            for (int b = 0; b < columns; b++) {
                double upper = bound(leader, a * columns + b, width);
                if (upper < punishment[a]) {
                    punishment[a] = upper;
                    punishing[a] = b;
                }
            }
        }
        int target = -1;
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < rows; a++) {
            double threshold = BestManipulation.largestOther(punishment, a);
            for (int b = 0; b < columns; b++) {
                int cell = a * columns + b;
                if (counts[cell] > 0 && bound(leader, cell, -width) > threshold && bound(own, cell, width) > best) {
                    best = bound(own, cell, width);
                    target = cell;
                }
            }
        }
        if (target < 0) {
            return mostPromising(row, width);
        }
        return target / columns == row ? target % columns : punishing[row];
    }

    /** The least-tried column of a row that has been tried too rarely, or -1. */
    private int rarest(int row) {
        int least = 0;
        long plays = 0;
        for (int b = 0; b < columns; b++) {
            long count = counts[row * columns + b];
            plays += count;
            least = count < counts[row * columns + least] ? b : least;
        }
        long count = counts[row * columns + least];
        return count == 0 || count < exploration * StrictMath.log(1.0 + plays) ? least : -1;
    }

    private int mostPromising(int row, double width) {
        int best = 0;
        for (int b = 1; b < columns; b++) {
            if (bound(own, row * columns + b, width) > bound(own, row * columns + best, width)) {
                best = b;
            }
        }
        return best;
    }

    /** The mean of a cell plus a signed width over the root of its count; positive infinity for an unseen cell. */
    private double bound(double[] sums, int cell, double width) {
        return counts[cell] == 0
                ? Double.POSITIVE_INFINITY
                : sums[cell] * narrowness[cell] * narrowness[cell] + width * narrowness[cell];
    }

    @Override
    public void observe(int row, int column, double reward) {
        int cell = Checks.index(row, rows, "row") * columns + Checks.index(column, columns, "column");
        own[cell] += Checks.inUnitInterval(reward, "reward");
        counts[cell]++;
        narrowness[cell] = 1 / Math.sqrt((double) counts[cell]);
        rounds++;
    }

    @Override
    public void observeLeader(int row, int column, double reward) {
        int cell = Checks.index(row, rows, "row") * columns + Checks.index(column, columns, "column");
        leader[cell] += Checks.inUnitInterval(reward, "reward");
    }

    @Override
    public void reset() {
        Arrays.fill(counts, 0);
        Arrays.fill(own, 0);
        Arrays.fill(leader, 0);
        rounds = 0;
    }

    @Override
    public ManipulatingUcb fork() {
        ManipulatingUcb copy = new ManipulatingUcb(rows, columns, exploration, confidence);
        System.arraycopy(counts, 0, copy.counts, 0, counts.length);
        System.arraycopy(narrowness, 0, copy.narrowness, 0, counts.length);
        System.arraycopy(own, 0, copy.own, 0, own.length);
        System.arraycopy(leader, 0, copy.leader, 0, leader.length);
        copy.rounds = rounds;
        return copy;
    }
}
