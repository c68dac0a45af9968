// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;

/**
 * Iterative refinement: a program for the correction of a nearly optimal point and its multipliers.
 *
 * <p>Shifting the program by the point and its objective by the multipliers leaves right-hand sides, bounds and an
 * objective that are as small as the errors. Multiplied by powers of two to about one, they make a program that the same
 * backend solves to its usual accuracy, which corrects the errors to that accuracy of themselves. Source: A. Gleixner, D.
 * Steffy, K. Wolter (2016), "Iterative refinement for linear programming", INFORMS Journal on Computing 28.
 */
final class Refinement {
    /** Errors below this part of a unit are as good as none. */
    private static final double SMALLEST_ERROR = 0x1p-60;
    /** A point this far from a bound counts as off it, unless the point's errors are larger. */
    private static final double LOOSE = 1e-7;
    /** Shifted bounds beyond this are as good as absent. */
    private static final double FAR = 1e15;

    private final LinearProgram program;
    private final double[] primal;
    private final double[] dual;
    private final double primalZoom;
    private final double dualZoom;
    private final LinearProgram correction;

    private Refinement(
            LinearProgram program,
            double[] primal,
            double[] dual,
            double primalZoom,
            double dualZoom,
            LinearProgram correction) {
        this.program = program;
        this.primal = primal;
        this.dual = dual;
        this.primalZoom = primalZoom;
        this.dualZoom = dualZoom;
        this.correction = correction;
    }

    static Refinement of(LinearProgram program, double[] primal, double[] dual) {
        int n = program.variables();
        int m = program.constraints();
        double sense = program.isMaximisation() ? 1 : -1;
        // Inequalities become equalities with a slack, so that a correction of either sign fits every multiplier.
        int columns = n;
        int entries = 0;
        for (int i = 0; i < m; i++) {
            columns += program.relation(i) == Relation.EQUAL ? 0 : 1;
            entries += program.entries(i) + (program.relation(i) == Relation.EQUAL ? 0 : 1);
        }
        double[] point = Arrays.copyOf(primal, columns);
        double[] objective = new double[columns];
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        ProductSum[] reducedCosts = new ProductSum[n];
        for (int j = 0; j < n; j++) {
            lower[j] = program.lower(j);
            upper[j] = program.upper(j);
            reducedCosts[j] = new ProductSum();
            reducedCosts[j].add(1, program.objective(j));
        }
        double[] residual = new double[m];
        int[] start = new int[m + 1];
        int[] variables = new int[entries];
        double[] coefficients = new double[entries];
        int at = 0;
        int slack = n;
        for (int i = 0; i < m; i++) {
            ProductSum row = new ProductSum();
            row.add(1, program.rightHandSide(i));
            for (int k = 0; k < program.entries(i); k++) {
                int j = program.entryVariable(i, k);
                double a = program.entryCoefficient(i, k);
                row.add(-a, primal[j]);
                reducedCosts[j].add(-a, dual[i]);
                variables[at] = j;
                coefficients[at++] = a;
            }
            residual[i] = row.value();
            if (program.relation(i) != Relation.EQUAL) {
                double sign = program.relation(i) == Relation.AT_MOST ? 1 : -1;
                point[slack] = Math.max(0, sign * residual[i]);
                residual[i] -= sign * point[slack];
                objective[slack] = -sign * dual[i];
                variables[at] = slack++;
                coefficients[at++] = sign;
            }
            start[i + 1] = at;
        }
        double primalError = SMALLEST_ERROR;
        for (double r : residual) {
            primalError = Math.max(primalError, Math.abs(r));
        }
        for (int j = 0; j < columns; j++) {
            primalError = Math.max(primalError, Math.max(lower[j] - point[j], point[j] - upper[j]));
        }
        // What is within a multiple of the error of its bound counts as being there.
        double loose = Math.max(LOOSE, 100 * primalError);
        double dualError = SMALLEST_ERROR;
        for (int j = 0; j < columns; j++) {
            objective[j] = j < n ? reducedCosts[j].value() : objective[j];
            double ahead = sense * objective[j] > 0 ? upper[j] - point[j] : point[j] - lower[j];
            if (ahead > loose) {
                dualError = Math.max(dualError, Math.abs(objective[j]));
            }
        }
        double primalZoom = Math.scalb(1.0, -Math.getExponent(primalError));
        double dualZoom = Math.scalb(1.0, -Math.getExponent(dualError));
        for (int j = 0; j < columns; j++) {
            objective[j] *= dualZoom;
            lower[j] = far(primalZoom * (lower[j] - point[j]));
            upper[j] = far(primalZoom * (upper[j] - point[j]));
        }
        for (int i = 0; i < m; i++) {
            residual[i] *= primalZoom;
        }
        Relation[] equal = new Relation[m];
        Arrays.fill(equal, Relation.EQUAL);
        LinearProgram correction = new LinearProgram(
                program.isMaximisation(), objective, lower, upper, equal, residual, start, variables, coefficients);
        return new Refinement(program, primal, dual, primalZoom, dualZoom, correction);
    }

    private static double far(double bound) {
        return Math.abs(bound) < FAR ? bound : Math.copySign(Double.POSITIVE_INFINITY, bound);
    }

    /** The program whose optimal point and multipliers are the corrections. */
    LinearProgram correction() {
        return correction;
    }

    double[] primal(double[] correctionPrimal) {
        double[] refined = new double[program.variables()];
        for (int j = 0; j < refined.length; j++) {
            refined[j] = primal[j] + correctionPrimal[j] / primalZoom;
        }
        return refined;
    }

    double[] dual(double[] correctionDual) {
        double[] refined = new double[program.constraints()];
        for (int i = 0; i < refined.length; i++) {
            refined[i] = dual[i] + correctionDual[i] / dualZoom;
        }
        return refined;
    }
}
