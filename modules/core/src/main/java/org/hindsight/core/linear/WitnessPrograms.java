// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;

/**
 * Programs whose solutions are witnesses for another program: of infeasibility, of feasibility, of unboundedness.
 *
 * <p>They serve backends that say "infeasible" or "unbounded" and no more.
 */
final class WitnessPrograms {
    private WitnessPrograms() {}

    /**
     * Minimises the total violation of the constraints, within the bounds.
     *
     * <p>It is feasible and its value is at least zero. At value zero its point, cut to the first variables, is feasible
     * for the program; otherwise its dual variables, negated, are a Farkas certificate: they have the signs of a
     * minimisation's, and the positive dual value is exactly the certificate's contradiction.
     */
    static LinearProgram elastic(LinearProgram program) {
        int n = program.variables();
        int m = program.constraints();
        int columns = n;
        int entries = 0;
        for (int i = 0; i < m; i++) {
            int slacks = program.relation(i) == Relation.EQUAL ? 2 : 1;
            columns += slacks;
            entries += program.entries(i) + slacks;
        }
        double[] objective = new double[columns];
        Arrays.fill(objective, n, columns, 1);
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (int j = 0; j < n; j++) {
            lower[j] = program.lower(j);
            upper[j] = program.upper(j);
        }
        Relation[] relations = new Relation[m];
        double[] rightHandSides = new double[m];
        int[] start = new int[m + 1];
        int[] variables = new int[entries];
        double[] coefficients = new double[entries];
        int at = 0;
        int slack = n;
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < program.entries(i); k++) {
                variables[at] = program.entryVariable(i, k);
                coefficients[at++] = program.entryCoefficient(i, k);
            }
            if (program.relation(i) != Relation.AT_LEAST) {
                variables[at] = slack++;
                coefficients[at++] = -1;
            }
            if (program.relation(i) != Relation.AT_MOST) {
                variables[at] = slack++;
                coefficients[at++] = 1;
            }
            relations[i] = program.relation(i);
            rightHandSides[i] = program.rightHandSide(i);
            start[i + 1] = at;
        }
        return new LinearProgram(
                false, objective, lower, upper, relations, rightHandSides, start, variables, coefficients);
    }

    /** Seeks the best direction, each entry at most one, that stays feasible from any feasible point for ever. */
    static LinearProgram ray(LinearProgram program) {
        int n = program.variables();
        double[] objective = new double[n];
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int j = 0; j < n; j++) {
            objective[j] = program.objective(j);
            lower[j] = Double.isInfinite(program.lower(j)) ? -1 : 0;
            upper[j] = Double.isInfinite(program.upper(j)) ? 1 : 0;
        }
        return program.with(objective, new double[program.constraints()], lower, upper);
    }
}
