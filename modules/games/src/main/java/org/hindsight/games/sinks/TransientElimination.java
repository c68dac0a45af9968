// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The elimination of the states of a {@link TransientChain}, those with the fewest neighbours first, while the chain stays sparse; what is left
 * when it no longer is goes to a {@link TransientBlock}.
 *
 * <p>Like there, numbers are added, multiplied and divided, all non-negative, and never subtracted. So every entry of an answer is accurate to
 * a few roundings a state, however unlikely the exit (W. Grassmann, M. Taksar, D. Heyman, 1985).
 */
final class TransientElimination {
    /** The largest remainder that is eliminated as a dense matrix, which takes 8 bytes an entry and seconds. */
    static final int MOST_DENSE = 4000;
    /** Multiplications of the sparse phase before the elimination is given up. */
    static final long MOST_WORK = 4_000_000_000L;

    private final int size;
    /** The states in the order of their elimination, without those of the dense remainder. */
    private final int[] order;

    private final int eliminated;
    private final double[] away;
    /** At its elimination: where a state leads, and which states lead to it. */
    private final int[][] columns;

    private final double[][] steps;
    private final int[][] sources;
    private final double[][] arrivals;
    private final int[] rest;
    private final @Nullable TransientBlock dense;

    private TransientElimination(Elimination done, int[] rest, @Nullable TransientBlock dense) {
        this.size = done.size;
        this.order = done.order;
        this.eliminated = done.eliminated;
        this.away = done.away;
        this.columns = done.columns;
        this.steps = done.steps;
        this.sources = done.rows;
        this.arrivals = done.arrivals;
        this.rest = rest;
        this.dense = dense;
    }

    /** Eliminates, or returns null if the chain fills up beyond the limits; chains of up to {@link #MOST_DENSE} states never do. */
    static @Nullable TransientElimination of(TransientChain chain) {
        Elimination work = new Elimination(chain);
        if (!work.run()) {
            return null;
        }
        int[] rest = work.alive();
        if (rest.length == 0) {
            return new TransientElimination(work, rest, null);
        }
        int[] position = new int[work.size];
        for (int k = 0; k < rest.length; k++) {
            position[rest[k]] = k;
        }
        double[][] inside = new double[rest.length][rest.length];
        double[] exit = new double[rest.length];
        for (int k = 0; k < rest.length; k++) {
            int s = rest[k];
            exit[k] = work.exit[s];
            for (int e = 0; e < work.length[s]; e++) {
                int t = work.columns[s][e];
                if (!work.gone[t]) {
                    inside[k][position[t]] = work.steps[s][e];
                }
            }
        }
        return new TransientElimination(work, rest, new TransientBlock(inside, exit));
    }

    /** Replaces the probabilities of starting in each state by the expected numbers of visits. */
    void visits(double[] start) {
        for (int e = 0; e < eliminated; e++) {
            int k = order[e];
            double share = start[k] / away[k];
            for (int j = 0; j < columns[k].length && share > 0; j++) {
                start[columns[k][j]] += share * steps[k][j];
            }
        }
        double[] block = gather(start);
        if (dense != null) {
            dense.visits(block);
        }
        scatter(block, start);
        for (int e = eliminated - 1; e >= 0; e--) {
            int k = order[e];
            double sum = start[k];
            for (int i = 0; i < sources[k].length; i++) {
                sum += start[sources[k][i]] * arrivals[k][i];
            }
            start[k] = sum / away[k];
        }
    }

    /** Replaces the expected values of leaving from each state, times the probability, by the values of starting there. */
    void values(double[] values) {
        for (int e = 0; e < eliminated; e++) {
            int k = order[e];
            double share = values[k] / away[k];
            for (int i = 0; i < sources[k].length && share > 0; i++) {
                values[sources[k][i]] += arrivals[k][i] * share;
            }
        }
        double[] block = gather(values);
        if (dense != null) {
            dense.values(block);
        }
        scatter(block, values);
        for (int e = eliminated - 1; e >= 0; e--) {
            int k = order[e];
            double sum = values[k];
            for (int j = 0; j < columns[k].length; j++) {
                sum += steps[k][j] * values[columns[k][j]];
            }
            values[k] = sum / away[k];
        }
    }

    int size() {
        return size;
    }

    private double[] gather(double[] vector) {
        double[] block = new double[rest.length];
        for (int k = 0; k < block.length; k++) {
            block[k] = vector[rest[k]];
        }
        return block;
    }

    private void scatter(double[] block, double[] vector) {
        for (int k = 0; k < block.length; k++) {
            vector[rest[k]] = block[k];
        }
    }

    /** The chain on the states that are left, changing as they go. */
    private static final class Elimination {
        final int size;
        final int[] order;
        final double[] away;
        final int[][] columns;
        final double[][] steps;
        final int[] length;
        /** The states with a step to each state; eliminated ones are skipped. */
        final int[][] rows;

        final int[] rowCount;
        final double[][] arrivals;
        final double[] exit;
        final boolean[] gone;
        int eliminated;
        private long work;
        /** One more than the position of each column in the row at hand. */
        private final int[] position;

        Elimination(TransientChain chain) {
            size = chain.size();
            order = new int[size];
            away = new double[size];
            columns = new int[size][];
            steps = new double[size][];
            length = new int[size];
            rows = new int[size][];
            rowCount = new int[size];
            arrivals = new double[size][];
            exit = chain.exit().clone();
            gone = new boolean[size];
            position = new int[size];
            for (int i = 0; i < size; i++) {
                columns[i] = Arrays.copyOfRange(chain.to(), chain.start()[i], chain.start()[i + 1]);
                steps[i] = Arrays.copyOfRange(chain.step(), chain.start()[i], chain.start()[i + 1]);
                length[i] = columns[i].length;
                for (int j : columns[i]) {
                    rowCount[j]++;
                }
            }
            for (int i = 0; i < size; i++) {
                rows[i] = new int[rowCount[i]];
                rowCount[i] = 0;
            }
            for (int i = 0; i < size; i++) {
                for (int j : columns[i]) {
                    rows[j][rowCount[j]++] = i;
                }
            }
        }

        /** Returns whether what is left is small enough for a dense matrix. */
        boolean run() {
            PriorityQueue<Long> queue = new PriorityQueue<>();
            for (int i = 0; i < size; i++) {
                queue.add(key(i));
            }
            while (!queue.isEmpty()) {
                int k = (int) (queue.remove() & Integer.MAX_VALUE);
                compact(k);
                long key = key(k);
                if (!queue.isEmpty() && key > queue.element()) {
                    queue.add(key);
                    continue;
                }
                int left = size - eliminated;
                // When every state has a quarter of the others for neighbours, a dense matrix is faster.
                if (16L * length[k] * rowCount[k] >= (long) left * left) {
                    return left <= MOST_DENSE;
                }
                if (work > MOST_WORK) {
                    return left <= MOST_DENSE;
                }
                eliminate(k);
            }
            return true;
        }

        /** Orders states by how many steps their elimination can create, then by number. */
        private long key(int k) {
            return Math.min((long) length[k] * rowCount[k], Integer.MAX_VALUE) << 32 | k;
        }

        /** Drops eliminated states from the row and column of a state. */
        private void compact(int k) {
            int kept = 0;
            for (int e = 0; e < length[k]; e++) {
                if (!gone[columns[k][e]]) {
                    columns[k][kept] = columns[k][e];
                    steps[k][kept++] = steps[k][e];
                }
            }
            length[k] = kept;
            kept = 0;
            for (int e = 0; e < rowCount[k]; e++) {
                if (!gone[rows[k][e]]) {
                    rows[k][kept++] = rows[k][e];
                }
            }
            rowCount[k] = kept;
        }

        private void eliminate(int k) {
            columns[k] = Arrays.copyOf(columns[k], length[k]);
            steps[k] = Arrays.copyOf(steps[k], length[k]);
            rows[k] = Arrays.copyOf(rows[k], rowCount[k]);
            arrivals[k] = new double[rowCount[k]];
            double sum = exit[k];
            for (double step : steps[k]) {
                sum += step;
            }
            away[k] = sum;
            gone[k] = true;
            order[eliminated++] = k;
            for (int e = 0; e < rows[k].length; e++) {
                redirect(rows[k][e], k, e);
            }
        }

        /** Sends the steps from i into k on to where k leads. */
        private void redirect(int i, int k, int slot) {
            compactRow(i, k, slot);
            double share = arrivals[k][slot] / away[k];
            int[] own = columns[i];
            for (int e = 0; e < length[i]; e++) {
                position[own[e]] = e + 1;
            }
            int filled = length[i];
            for (int e = 0; e < columns[k].length; e++) {
                int j = columns[k][e];
                if (j == i) {
                    continue;
                }
                double more = share * steps[k][e];
                if (position[j] > 0) {
                    steps[i][position[j] - 1] += more;
                } else if (more > 0) {
                    if (filled == columns[i].length) {
                        int room = 2 * filled + 4;
                        columns[i] = Arrays.copyOf(columns[i], room);
                        steps[i] = Arrays.copyOf(steps[i], room);
                    }
                    columns[i][filled] = j;
                    steps[i][filled++] = more;
                    if (rowCount[j] == rows[j].length) {
                        rows[j] = Arrays.copyOf(rows[j], 2 * rowCount[j] + 4);
                    }
                    rows[j][rowCount[j]++] = i;
                }
            }
            for (int e = 0; e < length[i]; e++) {
                position[columns[i][e]] = 0;
            }
            work += length[i] + columns[k].length;
            length[i] = filled;
            exit[i] += share * exit[k];
        }

        /** Drops eliminated states from row i, and notes the step into k, which is one of them. */
        private void compactRow(int i, int k, int slot) {
            int kept = 0;
            for (int e = 0; e < length[i]; e++) {
                int j = columns[i][e];
                if (j == k) {
                    arrivals[k][slot] = steps[i][e];
                } else if (!gone[j]) {
                    columns[i][kept] = j;
                    steps[i][kept++] = steps[i][e];
                }
            }
            length[i] = kept;
        }

        int[] alive() {
            int[] left = new int[size - eliminated];
            int next = 0;
            for (int i = 0; i < size; i++) {
                if (!gone[i]) {
                    left[next++] = i;
                }
            }
            return left;
        }
    }
}
