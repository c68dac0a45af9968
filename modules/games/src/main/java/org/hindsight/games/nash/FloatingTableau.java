// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

/** A labelled tableau in doubles, for a matrix whose entries are of the order of one. */
final class FloatingTableau extends LabelledTableau {
    private static final double LEAST_PIVOT = 1e-10;
    private static final double TIE = 1e-11;
    /** Ratios below this are compared as if they were this large, for they may be rounding errors alone. */
    private static final double LEAST_RATIO = 1e-2;

    private final double[] matrix;
    private final int width;
    private final double[] cells;

    /** The matrix has one row for each slack label; the tableau keeps it. */
    FloatingTableau(double[] matrix, int[] slackLabels, int[] variableLabels) {
        super(slackLabels, variableLabels);
        this.matrix = matrix;
        width = columns + 1;
        cells = new double[rows * width];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(matrix, r * columns, cells, r * width, columns);
            cells[r * width + columns] = 1;
        }
    }

    @Override
    boolean isPositive(int row, int column) {
        return cells[row * width + column] > LEAST_PIVOT;
    }

    @Override
    double pivotQuality(int row, int column) {
        return Math.abs(cells[row * width + column]);
    }

    @Override
    int compareRatios(int first, int second, int entering, int column) {
        double a = cells[first * width + column] / cells[first * width + entering];
        double b = cells[second * width + column] / cells[second * width + entering];
        double scale = Math.max(LEAST_RATIO, Math.max(Math.abs(a), Math.abs(b)));
        return Math.abs(a - b) <= TIE * scale ? 0 : Double.compare(a, b);
    }

    @Override
    void exchange(int row, int column) {
        int pivotRow = row * width;
        double inverse = 1 / cells[pivotRow + column];
        cells[pivotRow + column] = 1;
        for (int c = 0; c < width; c++) {
            cells[pivotRow + c] *= inverse;
        }
        for (int r = 0; r < rows; r++) {
            if (r != row) {
                eliminate(r * width, pivotRow, column);
            }
        }
    }

    private void eliminate(int target, int pivotRow, int column) {
        double factor = cells[target + column];
        if (factor != 0) {
            cells[target + column] = 0;
            for (int c = 0; c < width; c++) {
                cells[target + c] -= factor * cells[pivotRow + c];
            }
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
            values[v] = fresh.isBasic(label) ? Math.max(0, fresh.cells[fresh.row(label) * width + columns]) : 0;
        }
        return values;
    }
}
