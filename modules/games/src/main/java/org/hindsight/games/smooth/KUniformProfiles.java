// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.Arrays;

/**
 * The profiles in which each of two players mixes uniformly over k of her K actions, repetitions allowed.
 *
 * <p>The strategies of a player are the multisets of size k, written as non-decreasing lists and numbered in lexicographic
 * order. Payoff sums are carried along that order, so that each further profile costs two additions.
 */
final class KUniformProfiles {
    private KUniformProfiles() {}

    /** The number of multisets, (K + k - 1 choose k), or the limit plus one if there are more than the limit. */
    static long strategies(int actions, int supportSize, long limit) {
        // The binomial coefficient is symmetric, and its shorter product grows with every factor.
        long few = Math.min(supportSize, actions - 1L);
        long many = Math.max(supportSize, actions - 1L);
        long count = 1;
        for (long i = 1; i <= few; i++) {
            if (count > limit * i / (many + i)) {
                return limit + 1;
            }
            count = count * (many + i) / i;
        }
        return Math.min(count, limit + 1);
    }

    /** The multiset of a number. */
    static int[] multiset(int number, int actions, int supportSize) {
        int[] list = new int[supportSize];
        for (int k = 0; k < number; k++) {
            int last = supportSize - 1;
            while (list[last] == actions - 1) {
                last--;
            }
            Arrays.fill(list, last, supportSize, list[last] + 1);
        }
        return list;
    }

    /**
     * The value of the best smooth response to each strategy.
     *
     * @param payoffs for each of the K actions what it pays to each of the N actions that may be the response
     */
    static double[] responseValues(double[][] payoffs, int supportSize, int strategies, double cap) {
        return new Responses(payoffs, supportSize, strategies, cap).values();
    }

    private static final class Responses {
        private final double[][] payoffs;
        private final int supportSize;
        private final double cap;
        private final double[][] sums;
        private final double[] scratch;
        private final double[] values;
        private int number;

        Responses(double[][] payoffs, int supportSize, int strategies, double cap) {
            this.payoffs = payoffs;
            this.supportSize = supportSize;
            this.cap = cap;
            this.sums = new double[supportSize + 1][payoffs[0].length];
            this.scratch = new double[payoffs[0].length];
            this.values = new double[strategies];
        }

        double[] values() {
            extend(0, 0);
            return values;
        }

        private void extend(int size, int least) {
            if (size == supportSize) {
                values[number++] = SmoothResponse.value(sums[size], cap, scratch) / supportSize;
                return;
            }
            for (int action = least; action < payoffs.length; action++) {
                add(sums[size], payoffs[action], sums[size + 1]);
                extend(size + 1, action);
            }
        }
    }

    /** The profile of least gap, by the numbers of the strategies. */
    record Best(int row, int column, double gap) {}

    /**
     * The first profile whose gap is least.
     *
     * @param rowPayoffs the K by K payoffs of the row player
     * @param columnPayoffs those of the column player, of the same shape
     * @param rowValues what the row player can get against each strategy of the column player
     * @param columnValues what the column player can get against each strategy of the row player
     */
    static Best leastGap(
            double[][] rowPayoffs,
            double[][] columnPayoffs,
            int supportSize,
            double[] rowValues,
            double[] columnValues) {
        return new Search(rowPayoffs, columnPayoffs, supportSize, rowValues, columnValues).run();
    }

    private static final class Search {
        private final double[][] rowPayoffs;
        private final double[][] columnPayoffs;
        private final int supportSize;
        private final double scale;
        private final double[] rowValues;
        private final double[] columnValues;
        /** For each length of the row player's list the payoffs summed over it, one entry a column. */
        private final double[][] rowSums;

        private final double[][] columnSums;
        private int row;
        private int column;
        private double columnValue;
        private Best best = new Best(0, 0, Double.POSITIVE_INFINITY);

        Search(
                double[][] rowPayoffs,
                double[][] columnPayoffs,
                int supportSize,
                double[] rowValues,
                double[] columnValues) {
            this.rowPayoffs = rowPayoffs;
            this.columnPayoffs = columnPayoffs;
            this.supportSize = supportSize;
            this.scale = 1.0 / ((double) supportSize * supportSize);
            this.rowValues = rowValues;
            this.columnValues = columnValues;
            this.rowSums = new double[supportSize + 1][rowPayoffs[0].length];
            this.columnSums = new double[supportSize + 1][rowPayoffs[0].length];
        }

        Best run() {
            extendRow(0, 0);
            return best;
        }

        private void extendRow(int size, int least) {
            if (size == supportSize) {
                column = 0;
                columnValue = columnValues[row];
                extendColumn(1, 0, 0, 0);
                row++;
                return;
            }
            for (int action = least; action < rowPayoffs.length; action++) {
                add(rowSums[size], rowPayoffs[action], rowSums[size + 1]);
                add(columnSums[size], columnPayoffs[action], columnSums[size + 1]);
                extendRow(size + 1, action);
            }
        }

        private void extendColumn(int size, int least, double rowSum, double columnSum) {
            double[] rows = rowSums[supportSize];
            double[] columns = columnSums[supportSize];
            if (size < supportSize) {
                for (int action = least; action < rows.length; action++) {
                    extendColumn(size + 1, action, rowSum + rows[action], columnSum + columns[action]);
                }
                return;
            }
            for (int action = least; action < rows.length; action++) {
                double gap = Math.max(
                        rowValues[column] - scale * (rowSum + rows[action]),
                        columnValue - scale * (columnSum + columns[action]));
                if (gap < best.gap) {
                    best = new Best(row, column, gap);
                }
                column++;
            }
        }
    }

    private static void add(double[] sum, double[] term, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = sum[k] + term[k];
        }
    }
}
