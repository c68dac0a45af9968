// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;

/**
 * Gaussian elimination with partial pivoting for a square system and its transpose, each with one step of refinement.
 *
 * <p>Keeps its arrays from one system to the next. Complexity: k^3 / 3 multiplications to factor, k^2 to solve.
 */
final class DenseLu {
    private int size;
    /** The system as it was filled in, row by row, for the residuals. */
    private double[][] matrix = {};

    private double[][] factors = {};
    /** The row of the system that each row of the factors came from. */
    private int[] order = {};

    private double[] work = {};
    private double[] correction = {};

    /** Starts a system; the caller fills every cell of every {@link #row}. */
    void begin(int newSize) {
        size = newSize;
        if (matrix.length < newSize) {
            matrix = new double[newSize][newSize];
            factors = new double[newSize][];
            order = new int[newSize];
            work = new double[newSize];
            correction = new double[newSize];
        }
    }

    double[] row(int i) {
        return matrix[i];
    }

    /** Factors the system; returns whether it is regular to working precision. */
    boolean factor() {
        for (int i = 0; i < size; i++) {
            if (factors[i] == null || factors[i].length < size) {
                factors[i] = new double[matrix.length];
            }
            System.arraycopy(matrix[i], 0, factors[i], 0, size);
            order[i] = i;
        }
        for (int k = 0; k < size; k++) {
            int best = k;
            for (int i = k + 1; i < size; i++) {
                best = Math.abs(factors[i][k]) > Math.abs(factors[best][k]) ? i : best;
            }
            double pivot = factors[best][k];
            if (!(Math.abs(pivot) > 1e-14)) {
                return false;
            }
            double[] pivotRow = factors[best];
            factors[best] = factors[k];
            factors[k] = pivotRow;
            int from = order[best];
            order[best] = order[k];
            order[k] = from;
            for (int i = k + 1; i < size; i++) {
                double[] other = factors[i];
                double multiplier = other[k] / pivot;
                other[k] = multiplier;
                if (multiplier != 0) {
                    eliminate(other, pivotRow, multiplier, k + 1, size);
                }
            }
        }
        return true;
    }

    private static void eliminate(double[] other, double[] pivotRow, double multiplier, int from, int to) {
        for (int j = from; j < to; j++) {
            other[j] -= multiplier * pivotRow[j];
        }
    }

    /** Solves (matrix) x = b. */
    void solve(double[] b, double[] x) {
        solveOnce(b, x);
        for (int i = 0; i < size; i++) {
            double[] row = matrix[i];
            double residual = b[i];
            for (int j = 0; j < size; j++) {
                residual -= row[j] * x[j];
            }
            correction[i] = residual;
        }
        addCorrection(x, false);
    }

    /** Solves (transposed matrix) x = b. */
    void solveTransposed(double[] b, double[] x) {
        solveTransposedOnce(b, x);
        System.arraycopy(b, 0, correction, 0, size);
        for (int i = 0; i < size; i++) {
            eliminate(correction, matrix[i], x[i], 0, size);
        }
        addCorrection(x, true);
    }

    private void addCorrection(double[] x, boolean transposed) {
        double[] before = Arrays.copyOf(x, size);
        if (transposed) {
            solveTransposedOnce(correction, x);
        } else {
            solveOnce(correction, x);
        }
        for (int i = 0; i < size; i++) {
            x[i] += before[i];
        }
    }

    private void solveOnce(double[] b, double[] x) {
        for (int i = 0; i < size; i++) {
            double[] row = factors[i];
            double sum = b[order[i]];
            for (int j = 0; j < i; j++) {
                sum -= row[j] * x[j];
            }
            x[i] = sum;
        }
        for (int i = size - 1; i >= 0; i--) {
            double[] row = factors[i];
            double sum = x[i];
            for (int j = i + 1; j < size; j++) {
                sum -= row[j] * x[j];
            }
            x[i] = sum / row[i];
        }
    }

    private void solveTransposedOnce(double[] b, double[] x) {
        System.arraycopy(b, 0, work, 0, size);
        for (int i = 0; i < size; i++) {
            work[i] /= factors[i][i];
            eliminate(work, factors[i], work[i], i + 1, size);
        }
        for (int i = size - 1; i >= 0; i--) {
            eliminate(work, factors[i], work[i], 0, i);
        }
        for (int i = 0; i < size; i++) {
            x[order[i]] = work[i];
        }
    }
}
