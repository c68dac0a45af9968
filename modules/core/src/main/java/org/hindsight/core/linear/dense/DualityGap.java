// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;

/**
 * What two strategies guarantee in a matrix game, from the payoffs alone; shares nothing with the solvers.
 *
 * <p>Payoffs enter as their distance from the smallest one, so that an offset common to all costs no accuracy. For
 * probability vectors this changes nothing but adds the offset to both guarantees. Complexity: O(rows columns).
 */
final class DualityGap {
    private double[] earnedByRow = {};
    private double[] earnedByColumn = {};
    private double lower;
    private double upper;
    private double offset;
    private double gap;

    /** Measures two strategies; returns the gap relative to the payoff range. */
    double measure(MatrixGame game, double[] x, double[] y) {
        int m = game.rows();
        int n = game.columns();
        double[] payoffs = game.payoffs();
        if (earnedByRow.length < m) {
            earnedByRow = new double[m];
        }
        if (earnedByColumn.length < n) {
            earnedByColumn = new double[n];
        }
        double least = payoffs[0];
        double most = payoffs[0];
        for (double payoff : payoffs) {
            least = payoff < least ? payoff : least;
            most = payoff > most ? payoff : most;
        }
        Arrays.fill(earnedByColumn, 0, n, 0);
        double best = 0;
        for (int i = 0; i < m; i++) {
            best = Math.max(best, dot(payoffs, i * n, least, y, n));
            if (x[i] != 0) {
                addRow(payoffs, i * n, least, x[i], earnedByColumn, n);
            }
        }
        double worst = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            worst = Math.min(worst, earnedByColumn[j]);
        }
        offset = least;
        lower = worst;
        upper = best;
        double range = most - least;
        gap = range == 0 ? 0 : Math.max(0, (best - worst) / range);
        if (!(gap >= 0)) {
            gap = Double.POSITIVE_INFINITY;
        }
        return gap;
    }

    double lower() {
        return offset + lower;
    }

    double upper() {
        return offset + Math.max(lower, upper);
    }

    double middle() {
        return offset + (lower + upper) / 2;
    }

    private static double dot(double[] payoffs, int from, double least, double[] y, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < n; j += 4) {
            a += (payoffs[from + j] - least) * y[j];
            b += (payoffs[from + j + 1] - least) * y[j + 1];
            c += (payoffs[from + j + 2] - least) * y[j + 2];
            d += (payoffs[from + j + 3] - least) * y[j + 3];
        }
        for (; j < n; j++) {
            a += (payoffs[from + j] - least) * y[j];
        }
        return (a + b) + (c + d);
    }

    private static void addRow(double[] payoffs, int from, double least, double weight, double[] sums, int n) {
        for (int j = 0; j < n; j++) {
            sums[j] += weight * (payoffs[from + j] - least);
        }
    }
}
