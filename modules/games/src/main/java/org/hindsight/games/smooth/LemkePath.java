// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lemke's algorithm for a linear complementarity problem: w = q + M z, w and z non-negative, w_i z_i = 0 for all i.
 *
 * <p>An artificial variable z_0 with a positive covering vector d makes w = q + M z + d z_0 feasible; complementary pivots with
 * the lexicographic ratio rule follow a path without cycles until z_0 leaves. A pivot costs O(N^2) on a dense tableau, which is
 * recomputed from the problem whenever its solution has drifted from it. Source: C. E. Lemke (1965), "Bimatrix equilibrium
 * points and mathematical programming", Management Science 11; R. Cottle, J.-S. Pang, R. Stone (1992), "The linear
 * complementarity problem", Algorithm 4.4.5.
 */
final class LemkePath {
    private static final double PIVOT_TOLERANCE = 1e-10;
    private static final double TIE_TOLERANCE = 1e-12;
    private static final double DRIFT_TOLERANCE = 1e-11;
    private static final int DRIFT_CHECK = 50;

    /** Columns: 0 .. N-1 are w, N .. 2N-1 are z, 2N is z_0, 2N+1 is the right-hand side. */
    private final int size;

    private final double[][] matrix;
    private final double[] right;
    private final double[] covering;
    private final double[][] tableau;
    private final int[] basis;
    private int pivots;

    LemkePath(double[][] matrix, double[] right, double[] covering) {
        this.size = right.length;
        this.matrix = matrix;
        this.right = right;
        this.covering = covering;
        this.tableau = new double[size][2 * size + 2];
        this.basis = new int[size];
    }

    int pivots() {
        return pivots;
    }

    /** Follows the path for a number of pivots at most; returns z, or null if it did not end at a solution. */
    double @Nullable [] follow(int limit) {
        for (int i = 0; i < size; i++) {
            basis[i] = i;
            writeOriginalRow(i, tableau[i]);
        }
        int artificial = 2 * size;
        int row = firstRow();
        if (row < 0) {
            return new double[size];
        }
        int entering = artificial;
        while (true) {
            int leaving = basis[row];
            pivot(row, entering);
            if (leaving == artificial) {
                return solution();
            }
            if (pivots >= limit) {
                return null;
            }
            if (pivots % DRIFT_CHECK == 0 && drift() > DRIFT_TOLERANCE && !refactor()) {
                return null;
            }
            entering = leaving < size ? leaving + size : leaving - size;
            row = leavingRow(entering);
            if (row < 0) {
                return null;
            }
        }
    }

    private void writeOriginalRow(int i, double[] out) {
        Arrays.fill(out, 0);
        out[i] = 1;
        for (int j = 0; j < size; j++) {
            out[size + j] = -matrix[i][j];
        }
        out[2 * size] = -covering[i];
        out[2 * size + 1] = right[i];
    }

    /** The row that is lexicographically least relative to the covering vector; negative if q is non-negative. */
    private int firstRow() {
        boolean feasible = true;
        int least = 0;
        for (int i = 0; i < size; i++) {
            feasible &= right[i] >= 0;
            // Of equal ratios the one with the later unit vector is lexicographically less.
            if (right[i] / covering[i] <= right[least] / covering[least]) {
                least = i;
            }
        }
        return feasible ? -1 : least;
    }

    private int leavingRow(int entering) {
        double[] ratios = new double[size];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double step = tableau[i][entering];
            ratios[i] = step > PIVOT_TOLERANCE ? tableau[i][2 * size + 1] / step : Double.POSITIVE_INFINITY;
            least = Math.min(least, ratios[i]);
        }
        if (least == Double.POSITIVE_INFINITY) {
            return -1;
        }
        int best = -1;
        for (int i = 0; i < size; i++) {
            if (!(ratios[i] <= least + TIE_TOLERANCE * (1 + Math.abs(least)))) {
                continue;
            }
            if (basis[i] == 2 * size) {
                return i;
            }
            best = best < 0 || lexicographicallyLess(i, best, entering) ? i : best;
        }
        return best;
    }

    private boolean lexicographicallyLess(int i, int j, int entering) {
        double stepI = tableau[i][entering];
        double stepJ = tableau[j][entering];
        for (int k = 0; k < size; k++) {
            double difference = tableau[i][k] / stepI - tableau[j][k] / stepJ;
            if (Math.abs(difference) > TIE_TOLERANCE * (1 + Math.abs(tableau[i][k] / stepI))) {
                return difference < 0;
            }
        }
        return i < j;
    }

    private void pivot(int row, int entering) {
        double[] pivotRow = tableau[row];
        double scale = 1 / pivotRow[entering];
        for (int k = 0; k < pivotRow.length; k++) {
            pivotRow[k] *= scale;
        }
        pivotRow[entering] = 1;
        for (int i = 0; i < size; i++) {
            double factor = tableau[i][entering];
            if (i != row && factor != 0) {
                double[] other = tableau[i];
                for (int k = 0; k < other.length; k++) {
                    other[k] -= factor * pivotRow[k];
                }
                other[entering] = 0;
            }
        }
        basis[row] = entering;
        pivots++;
    }

    private double[] solution() {
        double[] z = new double[size];
        for (int i = 0; i < size; i++) {
            if (basis[i] >= size && basis[i] < 2 * size) {
                z[basis[i] - size] = tableau[i][2 * size + 1];
            }
        }
        return z;
    }

    private double original(int i, int column) {
        if (column < size) {
            return column == i ? 1 : 0;
        }
        return column < 2 * size ? -matrix[i][column - size] : -covering[i];
    }

    /** By how much the basic solution breaks the equations. */
    private double drift() {
        double worst = 0;
        for (int i = 0; i < size; i++) {
            double residual = -right[i];
            for (int k = 0; k < size; k++) {
                residual += original(i, basis[k]) * tableau[k][2 * size + 1];
            }
            worst = Math.max(worst, Math.abs(residual));
        }
        return worst;
    }

    /** Computes the tableau anew by Gauss-Jordan elimination of the basis; false if the basis is singular. */
    private boolean refactor() {
        for (int i = 0; i < size; i++) {
            writeOriginalRow(i, tableau[i]);
        }
        int[] columns = basis.clone();
        boolean[] done = new boolean[size];
        for (int column : columns) {
            int best = -1;
            for (int i = 0; i < size; i++) {
                if (!done[i] && (best < 0 || Math.abs(tableau[i][column]) > Math.abs(tableau[best][column]))) {
                    best = i;
                }
            }
            if (!(Math.abs(tableau[best][column]) > PIVOT_TOLERANCE)) {
                return false;
            }
            pivot(best, column);
            pivots--;
            done[best] = true;
        }
        return true;
    }
}
