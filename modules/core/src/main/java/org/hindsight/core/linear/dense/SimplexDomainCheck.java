// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;

/**
 * Measures witnesses of a {@link SimplexDomainProgram} on its data alone; shares nothing with the solver.
 *
 * <p>Since x sums to one, D x at most d is the same as (D - d 1') x at most 0, and the objective may be shifted by any
 * constant; both differences are taken entry by entry before anything is summed, so that offsets cost no accuracy.
 * Complexity: O(constraints support + multipliers variables), where support and multipliers count the non-zero entries of
 * the witnesses; at most one pass over the data more.
 */
final class SimplexDomainCheck {
    /** Each term is rounded twice, and each sum once a term, by half of this at most. */
    private static final double UNIT = 0x1p-52;

    private double[] reduced = {};
    private int[] support = {};
    private double value;
    private double bound;
    private double violation;
    private double gap;

    /** Measures a probability vector and non-negative multipliers. */
    void optimum(SimplexDomainProgram program, double[] x, double[] y) {
        int n = program.variables();
        double[] c = program.objective();
        double[] d = program.rightHandSides();
        double base = c[0];
        double most = c[0];
        for (double each : c) {
            base = each < base ? each : base;
            most = each > most ? each : most;
        }
        reserve(n);
        int size = 0;
        double sum = 0;
        double wrong = 0;
        for (int j = 0; j < n; j++) {
            if (x[j] != 0) {
                support[size++] = j;
                sum += x[j];
                wrong = Math.max(wrong, -x[j]);
            }
        }
        violation = Math.max(wrong, Math.abs(sum - 1));
        double slackness = 0;
        for (int k = 0; k < d.length; k++) {
            double excess = excess(program, k, x, size);
            if (excess > 0) {
                violation = Math.max(violation, excess / largest(program, k));
            }
            slackness += Math.abs(y[k] * excess);
            if (!(y[k] >= 0)) {
                violation = Double.POSITIVE_INFINITY;
            }
        }
        double t = multipliersBound(program, y, base);
        double own = 0;
        for (int s = 0; s < size; s++) {
            int j = support[s];
            slackness += x[j] * (t - reduced[j]);
            own += x[j] * (c[j] - base);
        }
        value = base + own;
        bound = base + t;
        double range = most - base;
        gap = slackness == 0 ? 0 : slackness / range;
        if (!(gap >= 0)) {
            gap = Double.POSITIVE_INFINITY;
        }
        if (!(violation >= 0)) {
            violation = Double.POSITIVE_INFINITY;
        }
    }

    /** An upper bound on the value that non-negative multipliers prove, rounding included. */
    double boundOf(SimplexDomainProgram program, double[] y) {
        int n = program.variables();
        double[] c = program.objective();
        double base = Double.POSITIVE_INFINITY;
        for (double each : c) {
            base = Math.min(base, each);
        }
        reserve(2 * n);
        Arrays.fill(reduced, 0, 2 * n, 0);
        int terms = addRows(program, y);
        double t = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            double own = c[j] - base;
            t = Math.max(t, own - reduced[j] + (terms + 4) * UNIT * (own + reduced[n + j]));
        }
        return Math.nextUp(base + t);
    }

    /** Whether multipliers prove that there is no feasible point, rounding included. */
    boolean provesInfeasibility(SimplexDomainProgram program, double[] y) {
        int n = program.variables();
        for (double multiplier : y) {
            if (!(multiplier >= 0)) {
                return false;
            }
        }
        reserve(2 * n);
        Arrays.fill(reduced, 0, 2 * n, 0);
        int terms = addRows(program, y);
        for (int j = 0; j < n; j++) {
            if (!(reduced[j] > (terms + 3) * UNIT * reduced[n + j])) {
                return false;
            }
        }
        return true;
    }

    /** Adds y (D - d 1') to the first n sums and its absolute terms to the next n; returns the number of rows added. */
    private int addRows(SimplexDomainProgram program, double[] y) {
        int n = program.variables();
        double[] coefficients = program.coefficients();
        int terms = 0;
        for (int k = 0; k < y.length; k++) {
            if (y[k] == 0) {
                continue;
            }
            terms++;
            double d = program.rightHandSides()[k];
            for (int j = 0; j < n; j++) {
                double term = y[k] * (coefficients[k * n + j] - d);
                reduced[j] += term;
                reduced[n + j] += Math.abs(term);
            }
        }
        return terms;
    }

    /** Fills in the reduced objective, relative to a base, and returns its largest entry. */
    private double multipliersBound(SimplexDomainProgram program, double[] y, double base) {
        int n = program.variables();
        double[] c = program.objective();
        for (int j = 0; j < n; j++) {
            reduced[j] = c[j] - base;
        }
        for (int k = 0; k < y.length; k++) {
            if (y[k] != 0) {
                subtractRow(reduced, program.coefficients(), k * n, program.rightHandSides()[k], y[k], n);
            }
        }
        double t = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            t = Math.max(t, reduced[j]);
        }
        return t;
    }

    private static void subtractRow(double[] sums, double[] coefficients, int from, double d, double y, int n) {
        for (int j = 0; j < n; j++) {
            sums[j] -= y * (coefficients[from + j] - d);
        }
    }

    private double excess(SimplexDomainProgram program, int k, double[] x, int size) {
        double[] coefficients = program.coefficients();
        int from = k * program.variables();
        double d = program.rightHandSides()[k];
        double sum = 0;
        for (int s = 0; s < size; s++) {
            int j = support[s];
            sum += (coefficients[from + j] - d) * x[j];
        }
        return sum;
    }

    private static double largest(SimplexDomainProgram program, int k) {
        double[] coefficients = program.coefficients();
        int from = k * program.variables();
        double d = program.rightHandSides()[k];
        double largest = 0;
        for (int j = 0; j < program.variables(); j++) {
            largest = Math.max(largest, Math.abs(coefficients[from + j] - d));
        }
        return largest;
    }

    private void reserve(int n) {
        if (reduced.length < n) {
            reduced = new double[n];
            support = new int[n];
        }
    }

    double value() {
        return value;
    }

    double bound() {
        return bound;
    }

    double violation() {
        return violation;
    }

    double gap() {
        return gap;
    }
}
