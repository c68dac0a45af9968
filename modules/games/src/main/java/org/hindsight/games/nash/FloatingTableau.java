// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.Arrays;

/**
 * A labelled tableau in doubles, for a matrix whose entries are of the order of one.
 *
 * <p>A pivot changes every entry, so that large tableaux cost their way through memory. A path asks only for one column, the
 * right-hand sides and one row of each, so pivots are collected and carried out together, row by row, with the same operations in the
 * same order as one by one.
 */
final class FloatingTableau extends LabelledTableau {
    private static final double LEAST_PIVOT = 1e-10;
    private static final double TIE = 1e-11;
    /** Ratios below this are compared as if they were this large, for they may be rounding errors alone. */
    private static final double LEAST_RATIO = 1e-2;

    /** As many rows as fit into the nearest cache with the one that they change. */
    private static final int MOST_PENDING = 6;

    private final double[] matrix;
    /** Rows of entries as of before the pending pivots; loops over parts of one array would not be vectorised. */
    private final double[][] cells;
    /** The right-hand sides, as of now. */
    private final double[] sides;

    private int pending;
    private final int[] pivotRows = new int[MOST_PENDING];
    private final int[] pivotColumns = new int[MOST_PENDING];
    /** The pivot row after each pending pivot, and the pivot column before it. */
    private final double[][] quotients;

    private final double[][] factors;
    /** A column as of now. */
    private final double[] entering;

    private int enteringColumn = -1;

    /** The matrix has one row for each slack label; the tableau keeps it. */
    FloatingTableau(double[] matrix, int[] slackLabels, int[] variableLabels) {
        super(slackLabels, variableLabels);
        this.matrix = matrix;
        cells = new double[rows][columns];
        sides = new double[rows];
        quotients = new double[MOST_PENDING][columns];
        factors = new double[MOST_PENDING][rows];
        entering = new double[rows];
        restart();
    }

    /** Goes back to the basis of slack variables. */
    void restart() {
        restoreLabels();
        for (int r = 0; r < rows; r++) {
            System.arraycopy(matrix, r * columns, cells[r], 0, columns);
        }
        Arrays.fill(sides, 1);
        pending = 0;
        enteringColumn = -1;
    }

    @Override
    boolean isPositive(int row, int column) {
        readColumn(column);
        return entering[row] > LEAST_PIVOT;
    }

    @Override
    double pivotQuality(int row, int column) {
        carryOut();
        return Math.abs(cells[row][column]);
    }

    @Override
    int compareRatios(int first, int second, int divisor, int column) {
        readColumn(divisor);
        double a = entry(first, column) / entering[first];
        double b = entry(second, column) / entering[second];
        double scale = Math.max(LEAST_RATIO, Math.max(Math.abs(a), Math.abs(b)));
        return Math.abs(a - b) <= TIE * scale ? 0 : Double.compare(a, b);
    }

    /** An entry as of now; the right-hand sides are the last column. */
    double entry(int row, int column) {
        if (column == columns) {
            return sides[row];
        }
        double entry = cells[row][column];
        for (int k = 0; k < pending; k++) {
            if (row == pivotRows[k]) {
                entry = quotients[k][column];
            } else {
                entry = (column == pivotColumns[k] ? 0 : entry) - factors[k][row] * quotients[k][column];
            }
        }
        return entry;
    }

    private void readColumn(int column) {
        if (column == enteringColumn) {
            return;
        }
        enteringColumn = column;
        for (int r = 0; r < rows; r++) {
            entering[r] = cells[r][column];
        }
        for (int k = 0; k < pending; k++) {
            double quotient = quotients[k][column];
            if (column == pivotColumns[k]) {
                Arrays.fill(entering, 0);
            }
            double[] factor = factors[k];
            for (int r = 0; r < rows; r++) {
                entering[r] -= factor[r] * quotient;
            }
            entering[pivotRows[k]] = quotient;
        }
    }

    @Override
    void exchange(int row, int column) {
        readColumn(column);
        if (pending == MOST_PENDING) {
            carryOut();
        }
        double inverse = 1 / entering[row];
        double[] quotient = quotients[pending];
        System.arraycopy(cells[row], 0, quotient, 0, columns);
        carryOut(row, quotient);
        for (int c = 0; c < columns; c++) {
            quotient[c] *= inverse;
        }
        quotient[column] = inverse;
        System.arraycopy(entering, 0, factors[pending], 0, rows);
        pivotRows[pending] = row;
        pivotColumns[pending] = column;
        pending++;
        enteringColumn = -1;

        double side = sides[row] * inverse;
        for (int r = 0; r < rows; r++) {
            sides[r] -= entering[r] * side;
        }
        sides[row] = side;
    }

    /** Carries out the pending pivots. */
    private void carryOut() {
        if (pending > 0) {
            for (int r = 0; r < rows; r++) {
                carryOut(r, cells[r]);
            }
            pending = 0;
        }
    }

    /** Carries out the pending pivots in one row. */
    private void carryOut(int row, double[] target) {
        for (int k = 0; k < pending; k++) {
            double[] quotient = quotients[k];
            double factor = factors[k][row];
            if (row == pivotRows[k]) {
                System.arraycopy(quotient, 0, target, 0, columns);
            } else if (factor != 0) {
                target[pivotColumns[k]] = 0;
                subtract(factor, quotient, target);
            }
        }
    }

    private static void subtract(double factor, double[] quotient, double[] target) {
        for (int c = 0; c < target.length; c++) {
            target[c] -= factor * quotient[c];
        }
    }

    /**
     * The values of the variables 0 .. columns - 1 that had the given labels at the start, in the present basis but
     * computed afresh from the matrix, largest pivots first, so that the rounding errors of the path are forgotten.
     */
    double[] values(int[] slackLabels, int[] variableLabels) {
        FloatingTableau fresh = new FloatingTableau(matrix, slackLabels, variableLabels);
        long[] basis = new long[LabelSets.words(rows + columns)];
        for (int r = 0; r < rows; r++) {
            LabelSets.add(basis, 0, rowLabel(r));
        }
        fresh.moveTo(basis);
        double[] values = new double[columns];
        for (int v = 0; v < columns; v++) {
            int label = variableLabels[v];
            values[v] = fresh.isBasic(label) ? Math.max(0, fresh.sides[fresh.row(label)]) : 0;
        }
        return values;
    }
}
