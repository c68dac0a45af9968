// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/**
 * The condensed tableau of "maximise 1.y subject to B y at most 1, y at least 0" for a positive matrix B, and the primal
 * simplex method with exact steepest edge on it.
 *
 * <p>B is the game shifted and scaled to payoffs between 1 and 3, transposed if that makes the rows the shorter side.
 * Row i is an equation for its basic variable, column j a non-basic variable; variables 0 .. n - 1 are the y, n + i is the
 * slack of row i. Pricing takes the column with the largest z_j^2 / gamma_j, gamma_j = 1 + sum_i T_ij^2, and the pass that
 * updates the tableau adds the gammas up anew, for it is bound by memory. All right-hand sides being 1, ties of the ratio
 * test are the rule in games of small integers; they are broken by a second right-hand side of fixed pseudo-random
 * numbers, which is the limit of perturbing the first one, with nothing to be removed afterwards.
 */
final class MatrixGameTableau {
    private static final double OPTIMAL = 1e-10;
    private static final double SMALLEST_PIVOT = 1e-9;
    private static final double TIE = 1e-12;
    private static final long SEED = 0x6d61747269780001L;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(SEED);
    private int m;
    private int n;
    private boolean transposed;
    private double shift;
    private double factor;
    /** Row i: n coefficients, the right-hand side, and the second one. */
    private double[][] rows = {};
    /** The objective: reduced costs, and what the objective has grown to. */
    private double[] z = {};

    private double[] gamma = {};
    private double[] line = {};
    private int[] basic = {};
    private int[] nonbasic = {};
    private int pivots;

    /** Starts from the slack basis. */
    void begin(MatrixGame game, double least, double range) {
        transposed = game.rows() > game.columns();
        m = Math.min(game.rows(), game.columns());
        n = Math.max(game.rows(), game.columns());
        factor = Math.scalb(1.0, -Math.getExponent(range));
        shift = transposed ? least + range : least;
        pivots = 0;
        reserve();
        fill(game);
    }

    private void reserve() {
        if (rows.length < m || z.length != n + 2) {
            rows = new double[m][n + 2];
            z = new double[n + 2];
            gamma = new double[n + 2];
            line = new double[n + 2];
            nonbasic = new int[n];
            basic = new int[m];
        }
    }

    /** The entry of B, from the payoffs. */
    double entry(MatrixGame game, int i, int j) {
        double[] payoffs = game.payoffs();
        return transposed ? (shift - payoffs[j * m + i]) * factor + 1 : (payoffs[i * n + j] - shift) * factor + 1;
    }

    private void fill(MatrixGame game) {
        double[] payoffs = game.payoffs();
        random.reseed(SEED);
        Arrays.fill(gamma, 1);
        for (int i = 0; i < m; i++) {
            double[] row = rows[i];
            if (transposed) {
                for (int j = 0; j < n; j++) {
                    row[j] = (shift - payoffs[j * m + i]) * factor + 1;
                }
            } else {
                int from = i * n;
                for (int j = 0; j < n; j++) {
                    row[j] = (payoffs[from + j] - shift) * factor + 1;
                }
            }
            row[n] = 1;
            row[n + 1] = 0.5 + random.nextDouble();
            addSquares(row, gamma, n);
            basic[i] = n + i;
        }
        Arrays.fill(z, 0, n, -1);
        z[n] = 0;
        z[n + 1] = 0;
        for (int j = 0; j < n; j++) {
            nonbasic[j] = j;
        }
    }

    private static void addSquares(double[] row, double[] sums, int n) {
        for (int j = 0; j < n; j++) {
            sums[j] += row[j] * row[j];
        }
    }

    /** Pivots until no reduced cost is negative; returns whether that was reached within a number of pivots. */
    boolean optimise(int limit) {
        while (true) {
            int entering = entering();
            if (entering < 0) {
                return true;
            }
            int leaving = leaving(entering);
            if (leaving < 0 || pivots >= limit) {
                return false;
            }
            pivot(leaving, entering);
        }
    }

    private int entering() {
        int best = -1;
        double bestSquare = 0;
        double bestGamma = 1;
        for (int j = 0; j < n; j++) {
            double cost = z[j];
            if (cost < -OPTIMAL) {
                double square = cost * cost;
                if (square * bestGamma > bestSquare * gamma[j]) {
                    best = j;
                    bestSquare = square;
                    bestGamma = gamma[j];
                }
            }
        }
        return best;
    }

    private int leaving(int entering) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            double pivot = rows[i][entering];
            if (pivot > SMALLEST_PIVOT) {
                least = Math.min(least, Math.max(0, rows[i][n]) / pivot);
            }
        }
        int best = -1;
        double bestSecond = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            double pivot = rows[i][entering];
            if (pivot > SMALLEST_PIVOT && rows[i][n] <= (least + TIE) * pivot) {
                double second = rows[i][n + 1] / pivot;
                if (second < bestSecond) {
                    best = i;
                    bestSecond = second;
                }
            }
        }
        return best;
    }

    private void pivot(int r, int e) {
        double[] pivotRow = rows[r];
        double inverse = 1 / pivotRow[e];
        for (int j = 0; j < n + 2; j++) {
            double scaled = pivotRow[j] * inverse;
            line[j] = scaled;
            pivotRow[j] = scaled;
        }
        line[e] = inverse;
        pivotRow[e] = inverse;
        for (int j = 0; j < n; j++) {
            gamma[j] = 1 + line[j] * line[j];
        }
        // Two rows a pass halve the traffic for the line and the gammas.
        int i = 0;
        double[] waiting = null;
        double waitingFactor = 0;
        for (; i < m; i++) {
            if (i == r) {
                continue;
            }
            double[] row = rows[i];
            double f = row[e];
            row[e] = 0;
            if (waiting == null) {
                waiting = row;
                waitingFactor = f;
            } else {
                eliminateTwo(waiting, row, waitingFactor, f, line, gamma, n + 2);
                waiting = null;
            }
        }
        if (waiting != null) {
            eliminateOne(waiting, waitingFactor, line, gamma, n + 2);
        }
        double f = z[e];
        z[e] = 0;
        for (int j = 0; j < n + 2; j++) {
            z[j] -= f * line[j];
        }
        int out = basic[r];
        basic[r] = nonbasic[e];
        nonbasic[e] = out;
        pivots++;
    }

    private static void eliminateTwo(
            double[] a, double[] b, double fa, double fb, double[] line, double[] gamma, int length) {
        for (int j = 0; j < length; j++) {
            double p = line[j];
            double u = a[j] - fa * p;
            double v = b[j] - fb * p;
            a[j] = u;
            b[j] = v;
            gamma[j] += u * u + v * v;
        }
    }

    private static void eliminateOne(double[] a, double f, double[] line, double[] gamma, int length) {
        for (int j = 0; j < length; j++) {
            double u = a[j] - f * line[j];
            a[j] = u;
            gamma[j] += u * u;
        }
    }

    /**
     * Starts again from the payoffs and pivots straight to the basis that was reached, in the order of the largest
     * pivots; returns whether that basis is regular.
     */
    boolean refactor(MatrixGame game) {
        boolean[] wanted = new boolean[n + m];
        for (int i = 0; i < m; i++) {
            wanted[basic[i]] = true;
        }
        fill(game);
        while (true) {
            double largest = 0;
            int r = -1;
            int e = -1;
            boolean done = true;
            for (int i = 0; i < m; i++) {
                if (wanted[basic[i]]) {
                    continue;
                }
                done = false;
                for (int j = 0; j < n; j++) {
                    if (wanted[nonbasic[j]] && Math.abs(rows[i][j]) > largest) {
                        largest = Math.abs(rows[i][j]);
                        r = i;
                        e = j;
                    }
                }
            }
            if (done) {
                return true;
            }
            if (largest < SMALLEST_PIVOT) {
                return false;
            }
            pivot(r, e);
        }
    }

    int pivots() {
        return pivots;
    }

    boolean transposed() {
        return transposed;
    }

    int basicVariable(int i) {
        return basic[i];
    }

    int height() {
        return m;
    }

    int width() {
        return n;
    }

    /** Writes the unnormalised strategies of the players who choose columns and rows of the tableau. */
    void read(double[] ofRows, double[] ofColumns) {
        Arrays.fill(ofRows, 0, m, 0);
        Arrays.fill(ofColumns, 0, n, 0);
        for (int i = 0; i < m; i++) {
            if (basic[i] < n) {
                ofColumns[basic[i]] = rows[i][n];
            }
        }
        for (int j = 0; j < n; j++) {
            if (nonbasic[j] >= n) {
                ofRows[nonbasic[j] - n] = z[j];
            }
        }
    }
}
