// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;

/**
 * A program rewritten so that all variables are non-negative, and the way back.
 *
 * <p>A variable is counted from its lower bound, or backwards from its upper bound if it has only that; a free one is a
 * difference of two; a second bound becomes a constraint after the original ones.
 */
final class NonNegativeForm {
    private final LinearProgram original;
    private final LinearProgram program;

    private NonNegativeForm(LinearProgram original, LinearProgram program) {
        this.original = original;
        this.program = program;
    }

    static NonNegativeForm of(LinearProgram original) {
        int n = original.variables();
        int m = original.constraints();
        int columns = n;
        int rows = m;
        int entries = 0;
        for (int j = 0; j < n; j++) {
            columns += isFree(original, j) ? 1 : 0;
            rows += isBoxed(original, j) ? 1 : 0;
        }
        // The negative parts of free variables follow all other columns, in order.
        int[] negativePart = new int[n];
        int next = n;
        for (int j = 0; j < n; j++) {
            negativePart[j] = isFree(original, j) ? next++ : -1;
        }
        for (int i = 0; i < m; i++) {
            entries += original.entries(i);
            for (int k = 0; k < original.entries(i); k++) {
                entries += negativePart[original.entryVariable(i, k)] >= 0 ? 1 : 0;
            }
        }
        double[] objective = new double[columns];
        for (int j = 0; j < n; j++) {
            objective[j] = isMirrored(original, j) ? -original.objective(j) : original.objective(j);
            if (negativePart[j] >= 0) {
                objective[negativePart[j]] = -original.objective(j);
            }
        }
        Relation[] relations = new Relation[rows];
        double[] rightHandSides = new double[rows];
        int[] start = new int[rows + 1];
        int[] variables = new int[entries + rows - m];
        double[] coefficients = new double[entries + rows - m];
        int at = 0;
        for (int i = 0; i < m; i++) {
            ProductSum rightHandSide = new ProductSum();
            rightHandSide.add(1, original.rightHandSide(i));
            for (int k = 0; k < original.entries(i); k++) {
                int j = original.entryVariable(i, k);
                double a = original.entryCoefficient(i, k);
                rightHandSide.add(-a, anchor(original, j));
                variables[at] = j;
                coefficients[at++] = isMirrored(original, j) ? -a : a;
            }
            for (int k = 0; k < original.entries(i); k++) {
                int j = original.entryVariable(i, k);
                if (negativePart[j] >= 0) {
                    variables[at] = negativePart[j];
                    coefficients[at++] = -original.entryCoefficient(i, k);
                }
            }
            relations[i] = original.relation(i);
            rightHandSides[i] = rightHandSide.value();
            start[i + 1] = at;
        }
        int row = m;
        for (int j = 0; j < n; j++) {
            if (isBoxed(original, j)) {
                variables[at] = j;
                coefficients[at++] = 1;
                relations[row] = Relation.AT_MOST;
                rightHandSides[row] = original.upper(j) - original.lower(j);
                start[++row] = at;
            }
        }
        double[] upper = new double[columns];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        return new NonNegativeForm(
                original,
                new LinearProgram(
                        original.isMaximisation(),
                        objective,
                        new double[columns],
                        upper,
                        relations,
                        rightHandSides,
                        start,
                        variables,
                        coefficients));
    }

    private static boolean isFree(LinearProgram program, int j) {
        return Double.isInfinite(program.lower(j)) && Double.isInfinite(program.upper(j));
    }

    private static boolean isMirrored(LinearProgram program, int j) {
        return Double.isInfinite(program.lower(j)) && !Double.isInfinite(program.upper(j));
    }

    private static boolean isBoxed(LinearProgram program, int j) {
        return !Double.isInfinite(program.lower(j)) && !Double.isInfinite(program.upper(j));
    }

    private static double anchor(LinearProgram program, int j) {
        return isFree(program, j) ? 0 : isMirrored(program, j) ? program.upper(j) : program.lower(j);
    }

    LinearProgram program() {
        return program;
    }

    double[] point(double[] nonNegative) {
        double[] point = new double[original.variables()];
        int next = original.variables();
        for (int j = 0; j < point.length; j++) {
            double x = nonNegative[j];
            if (isFree(original, j)) {
                point[j] = x - nonNegative[next++];
            } else {
                point[j] = anchor(original, j) + (isMirrored(original, j) ? -x : x);
            }
        }
        return point;
    }

    double[] multipliers(double[] multipliers) {
        return Arrays.copyOf(multipliers, original.constraints());
    }
}
