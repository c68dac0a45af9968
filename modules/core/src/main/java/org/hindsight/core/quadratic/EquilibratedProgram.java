// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.quadratic;

import org.hindsight.core.linear.Relation;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * A program in units in which the diagonal of Q and the norms of rows are near 1, with inequalities turned into "at least".
 *
 * <p>All factors are powers of two, so that nothing is rounded.
 */
final class EquilibratedProgram {
    final int variables;
    final int constraints;
    final double[][] quadratic;
    final double[] linear;
    final double[][] rows;
    final double[] sides;
    final boolean[] equality;
    /** The program's variable is this times ours. */
    private final double[] variableUnits;
    /** The program's multiplier is this times ours; negative for "at most". */
    private final double[] multiplierUnits;

    EquilibratedProgram(QuadraticProgram program) {
        this.variables = program.variables();
        this.constraints = program.constraints();
        this.quadratic = new double[variables][variables];
        this.linear = new double[variables];
        this.rows = new double[constraints][variables];
        this.sides = new double[constraints];
        this.equality = new boolean[constraints];
        this.variableUnits = new double[variables];
        this.multiplierUnits = new double[constraints];
        for (int j = 0; j < variables; j++) {
            variableUnits[j] = Math.scalb(1.0, -Math.floorDiv(Math.getExponent(program.quadratic(j, j)), 2));
        }
        for (int j = 0; j < variables; j++) {
            linear[j] = program.linear(j) * variableUnits[j];
            for (int k = 0; k < variables; k++) {
                quadratic[j][k] = program.quadratic(j, k) * variableUnits[j] * variableUnits[k];
            }
        }
        for (int i = 0; i < constraints; i++) {
            equality[i] = program.relation(i) == Relation.EQUAL;
            double largest = 0;
            for (int j = 0; j < variables; j++) {
                rows[i][j] = program.coefficient(i, j) * variableUnits[j];
                largest = Math.max(largest, Math.abs(rows[i][j]));
            }
            double unit = largest > 0 ? Math.scalb(1.0, -Math.getExponent(largest)) : 1;
            multiplierUnits[i] = program.relation(i) == Relation.AT_MOST ? -unit : unit;
            for (int j = 0; j < variables; j++) {
                rows[i][j] *= multiplierUnits[i];
            }
            sides[i] = program.rightHandSide(i) * multiplierUnits[i];
        }
    }

    /** A point in the program's own units. */
    double[] point(double[] x) {
        double[] point = new double[variables];
        for (int j = 0; j < variables; j++) {
            point[j] = x[j] * variableUnits[j];
        }
        return point;
    }

    /** A multiplier in the program's own units. */
    double multiplier(int constraint, double multiplier) {
        return multiplier == 0 ? 0 : multiplier * multiplierUnits[constraint];
    }

    /** a_i . x - b_i by plain sums. */
    double excess(int constraint, double[] x) {
        double[] row = rows[constraint];
        double sum = -sides[constraint];
        for (int j = 0; j < variables; j++) {
            sum += row[j] * x[j];
        }
        return sum;
    }

    /** The size of the terms of {@link #excess}. */
    double terms(int constraint, double[] x) {
        double[] row = rows[constraint];
        double sum = Math.abs(sides[constraint]);
        for (int j = 0; j < variables; j++) {
            sum += Math.abs(row[j] * x[j]);
        }
        return sum;
    }

    /** a_i . x - b_i without rounding up to the last step. */
    double exactExcess(int constraint, double[] x) {
        CompensatedSum sum = new CompensatedSum();
        sum.add(-sides[constraint]);
        for (int j = 0; j < variables; j++) {
            addProduct(sum, rows[constraint][j], x[j]);
        }
        return sum.value();
    }

    /** The gradient (Qx + c)_j less the pull of the active constraints, without rounding up to the last step. */
    double exactPull(int j, double[] x, int[] active, int size, double[] multipliers) {
        CompensatedSum sum = new CompensatedSum();
        sum.add(linear[j]);
        for (int k = 0; k < variables; k++) {
            addProduct(sum, quadratic[j][k], x[k]);
        }
        for (int k = 0; k < size; k++) {
            addProduct(sum, -multipliers[k], rows[active[k]][j]);
        }
        return sum.value();
    }

    private static void addProduct(CompensatedSum sum, double a, double b) {
        double product = a * b;
        sum.add(product);
        sum.add(Math.fma(a, b, -product));
    }
}
