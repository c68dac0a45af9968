// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.math.BigInteger;

/**
 * A labelled tableau in doubles, each with a bound on its error, that says which of its answers are certain.
 *
 * <p>A sign is certain if the value exceeds its error. A zero is certain too as long as the determinant of the basis is
 * small: with whole numbers in the matrix, entries and minors of two rows are fractions with that denominator (Cramer's
 * rule), so that they are zero if less than its inverse. See {@code proofs-notes/vertex-enumeration.md}.
 */
final class BoundedTableau extends LabelledTableau {
    /** Half the distance from 1 to the next double: the largest relative error of one operation. */
    private static final double UNIT = 0x1p-53;

    /** More than the rounding errors of the few operations that compute a bound. */
    private static final double ROOM = 1 + 0x1p-40;

    /** More than what underflow loses. */
    private static final double TINY = 0x1p-1000;

    /** Pivots of more than this relative error are not good enough. */
    private static final double LARGEST_PIVOT_ERROR = 1e-4;

    private final int width;
    private final double[] matrix;
    private final double[] cells;
    private final double[] errors;
    private final double[] pivotRow;
    private final double[] pivotErrors;
    private final double[] pivotSizes;
    /** At least the absolute determinant of the basis. */
    private double determinant = 1;

    private boolean uncertain;

    /** The matrix has one row for each slack label and positive entries. */
    BoundedTableau(BigInteger[] matrix, int[] slackLabels, int[] variableLabels) {
        super(slackLabels, variableLabels);
        width = columns + 1;
        this.matrix = new double[matrix.length];
        for (int k = 0; k < matrix.length; k++) {
            this.matrix[k] = matrix[k].doubleValue();
        }
        cells = new double[rows * width];
        errors = new double[rows * width];
        pivotRow = new double[width];
        pivotErrors = new double[width];
        pivotSizes = new double[width];
        restart();
    }

    /** Goes back to the basis of slack variables, whose entries are known best. */
    void restart() {
        restoreLabels();
        determinant = 1;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double entry = matrix[r * columns + c];
                cells[r * width + c] = entry;
                // Whole numbers below 2^53 are doubles.
                errors[r * width + c] = entry < 0x1p53 ? 0 : entry * (2 * UNIT);
            }
            cells[r * width + columns] = 1;
            errors[r * width + columns] = 0;
        }
    }

    /** Whether an answer since the last call was a guess. */
    boolean guessed() {
        boolean answer = uncertain;
        uncertain = false;
        return answer;
    }

    /** The sign of a number that is a whole one divided by the determinant. */
    private int sign(double value, double error) {
        if (value > error) {
            return 1;
        }
        if (-value > error) {
            return -1;
        }
        if (!((Math.abs(value) + error) * determinant * ROOM < 1)) {
            uncertain = true;
        }
        return 0;
    }

    @Override
    boolean isPositive(int row, int column) {
        int at = row * width + column;
        return sign(cells[at], errors[at]) > 0;
    }

    /** Whether the variable in a row of the basis is zero. */
    boolean isZero(int row) {
        int at = row * width + columns;
        return sign(cells[at], errors[at]) == 0;
    }

    @Override
    double pivotQuality(int row, int column) {
        int at = row * width + column;
        double size = Math.abs(cells[at]);
        return errors[at] < LARGEST_PIVOT_ERROR * size ? size : 0;
    }

    @Override
    int compareRatios(int first, int second, int entering, int column) {
        if (column == entering) {
            return 0;
        }
        int a = first * width + column;
        int b = second * width + entering;
        int s = second * width + column;
        int t = first * width + entering;
        double left = cells[a] * cells[b];
        double right = cells[s] * cells[t];
        double difference = left - right;
        double error = errors[a] * (Math.abs(cells[b]) + errors[b])
                + Math.abs(cells[a]) * errors[b]
                + errors[s] * (Math.abs(cells[t]) + errors[t])
                + Math.abs(cells[s]) * errors[t]
                + UNIT * (Math.abs(left) + Math.abs(right) + Math.abs(difference));
        return sign(difference, error * ROOM + TINY);
    }

    /** Compares right-hand sides in one pass, and only where that leaves ties or doubts does it as every tableau. */
    @Override
    int leavingRow(int column) {
        int best = -1;
        double bestEntry = 0;
        double bestEntryError = 0;
        double bestSide = 0;
        double bestSideError = 0;
        for (int row = 0; row < rows; row++) {
            int at = row * width + column;
            double entry = cells[at];
            double entryError = errors[at];
            if (-entry > entryError) {
                continue;
            }
            if (!(entry > entryError)) {
                return super.leavingRow(column);
            }
            double side = cells[row * width + columns];
            double sideError = errors[row * width + columns];
            if (best >= 0) {
                double left = side * bestEntry;
                double right = bestSide * entry;
                double error = (sideError * (bestEntry + bestEntryError)
                                        + Math.abs(side) * bestEntryError
                                        + bestSideError * (entry + entryError)
                                        + Math.abs(bestSide) * entryError
                                        + 2 * UNIT * (Math.abs(left) + Math.abs(right)))
                                * ROOM
                        + TINY;
                if (left - right > error) {
                    continue;
                }
                if (!(right - left > error)) {
                    return super.leavingRow(column);
                }
            }
            best = row;
            bestEntry = entry;
            bestEntryError = entryError;
            bestSide = side;
            bestSideError = sideError;
        }
        return best;
    }

    @Override
    void exchange(int row, int column) {
        int from = row * width;
        double pivot = cells[from + column];
        double size = Math.abs(pivot);
        double error = errors[from + column];
        determinant *= (size + error) * ROOM;
        double inverse = 1 / pivot;
        double inverseError = (error / (size * (size - error)) + UNIT * Math.abs(inverse)) * ROOM + TINY;
        double inverseSize = Math.abs(inverse) + inverseError;
        for (int c = 0; c < width; c++) {
            double entry = cells[from + c];
            double quotient = entry * inverse;
            pivotRow[c] = quotient;
            pivotErrors[c] =
                    (Math.abs(entry) * inverseError + errors[from + c] * inverseSize + UNIT * Math.abs(quotient)) * ROOM
                            + TINY;
        }
        pivotRow[column] = inverse;
        pivotErrors[column] = inverseError;
        for (int c = 0; c < width; c++) {
            pivotSizes[c] = Math.abs(pivotRow[c]) + pivotErrors[c];
        }
        for (int r = 0; r < rows; r++) {
            if (r != row) {
                eliminate(r * width, column);
            }
        }
        System.arraycopy(pivotRow, 0, cells, from, width);
        System.arraycopy(pivotErrors, 0, errors, from, width);
    }

    private void eliminate(int from, int column) {
        double factor = cells[from + column];
        double factorError = errors[from + column];
        double factorSize = Math.abs(factor);
        cells[from + column] = 0;
        errors[from + column] = 0;
        for (int c = 0; c < width; c++) {
            double product = factor * pivotRow[c];
            double entry = cells[from + c] - product;
            cells[from + c] = entry;
            errors[from + c] = (errors[from + c]
                                    + factorSize * pivotErrors[c]
                                    + factorError * pivotSizes[c]
                                    + UNIT * (Math.abs(product) + Math.abs(entry)))
                            * ROOM
                    + TINY;
        }
    }

    /** An entry, to within its error. */
    double cell(int row, int column) {
        return cells[row * width + column];
    }

    double error(int row, int column) {
        return errors[row * width + column];
    }
}
