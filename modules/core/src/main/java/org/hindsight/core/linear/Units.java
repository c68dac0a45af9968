// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;

/**
 * The natural sizes of a program's variables and of its multipliers, read off the data alone.
 *
 * <p>A constraint with a right-hand side other than zero has the size of that number. A variable without a size takes
 * the smallest amount whose term in a sized constraint has that constraint's size; a constraint without a size takes its
 * largest term at the sized variables; and so on until nothing changes. Variables that no constant reaches take the size
 * of their own smallest finite bound other than zero, and the spreading resumes; what is left has size 0. For multipliers
 * the same is done to the transposed matrix with the objective in the place of the right-hand sides.
 *
 * <p>Sizes follow every change of units of variables, constraints and objective, and no witness can inflate them. In the
 * program of a matrix game, with constraints "value minus payoffs times probabilities at most 0" and "probabilities add
 * up to 1", probabilities have size 1 and the value has the size of the payoffs. Complexity: the number of entries times
 * the number of spreading rounds, usually two or three.
 */
final class Units {
    private final LinearProgram program;
    private final boolean transposed;
    /** Sizes of the unknowns (columns, or rows if transposed); zero is unknown so far. */
    private final double[] unknowns;

    private final double[] equations;

    private Units(LinearProgram program, boolean transposed, double[] unknowns, double[] equations) {
        this.program = program;
        this.transposed = transposed;
        this.unknowns = unknowns;
        this.equations = equations;
    }

    /** One size a variable. */
    static double[] ofVariables(LinearProgram program) {
        double[] equations = new double[program.constraints()];
        for (int i = 0; i < equations.length; i++) {
            equations[i] = Math.abs(program.rightHandSide(i));
        }
        Units units = new Units(program, false, new double[program.variables()], equations);
        units.spread();
        boolean seeded = false;
        for (int j = 0; j < units.unknowns.length; j++) {
            if (units.unknowns[j] == 0) {
                double bound = Math.min(size(program.lower(j)), size(program.upper(j)));
                units.unknowns[j] = bound < Double.POSITIVE_INFINITY ? bound : 0;
                seeded |= units.unknowns[j] > 0;
            }
        }
        if (seeded) {
            units.sizeEquations();
            units.spread();
        }
        return units.unknowns;
    }

    /** One size a constraint's multiplier. */
    static double[] ofMultipliers(LinearProgram program) {
        double[] equations = new double[program.variables()];
        for (int j = 0; j < equations.length; j++) {
            equations[j] = Math.abs(program.objective(j));
        }
        Units units = new Units(program, true, new double[program.constraints()], equations);
        units.spread();
        return units.unknowns;
    }

    private static double size(double bound) {
        return bound == 0 ? Double.POSITIVE_INFINITY : Math.abs(bound);
    }

    private void spread() {
        boolean changed = true;
        while (changed) {
            changed = sizeUnknowns();
            changed = changed && sizeEquations();
        }
    }

    /** Gives a size to every unsized unknown in a sized equation; returns whether any got one. */
    private boolean sizeUnknowns() {
        double[] found = new double[unknowns.length];
        Arrays.fill(found, Double.POSITIVE_INFINITY);
        for (int i = 0; i < program.constraints(); i++) {
            for (int k = 0; k < program.entries(i); k++) {
                int unknown = transposed ? i : program.entryVariable(i, k);
                int equation = transposed ? program.entryVariable(i, k) : i;
                double size = equations[equation] / Math.abs(program.entryCoefficient(i, k));
                if (unknowns[unknown] == 0 && size > 0) {
                    found[unknown] = Math.min(found[unknown], size);
                }
            }
        }
        return take(found, unknowns);
    }

    /** Gives a size to every unsized equation with a sized unknown; returns whether any got one. */
    private boolean sizeEquations() {
        double[] found = new double[equations.length];
        for (int i = 0; i < program.constraints(); i++) {
            for (int k = 0; k < program.entries(i); k++) {
                int unknown = transposed ? i : program.entryVariable(i, k);
                int equation = transposed ? program.entryVariable(i, k) : i;
                if (equations[equation] == 0) {
                    double term = Math.abs(program.entryCoefficient(i, k)) * unknowns[unknown];
                    found[equation] = Math.max(found[equation], term);
                }
            }
        }
        return take(found, equations);
    }

    private static boolean take(double[] found, double[] sizes) {
        boolean changed = false;
        for (int k = 0; k < sizes.length; k++) {
            if (sizes[k] == 0 && found[k] > 0 && found[k] < Double.POSITIVE_INFINITY) {
                sizes[k] = found[k];
                changed = true;
            }
        }
        return changed;
    }
}
