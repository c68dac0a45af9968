// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/**
 * Other libraries on "maximise c.x subject to D x at most d, x at least 0", and the sum of x is 1 if it is to be.
 *
 * <p>What they call optimal is returned as it is, right or wrong, and null where they report anything else.
 */
final class PeerSolvers {
    /** Enough for sound runs, and an end of those that stall. */
    private static final int ITERATIONS = 50_000;

    private static final long MILLISECONDS = 30_000;

    private PeerSolvers() {}

    /** By ojAlgo's plain builder, which is far faster than its usual front end. */
    static double @Nullable [] ojAlgo(double[] c, double[] coefficients, double[] sides, boolean onSimplex) {
        int n = c.length;
        double[] objective = new double[n];
        Arrays.setAll(objective, j -> -c[j]);
        LinearSolver.Builder builder = LinearSolver.newBuilder(objective);
        for (int k = 0; k < sides.length; k++) {
            Mutate1D row = builder.inequality(sides[k]);
            for (int j = 0; j < n; j++) {
                row.set(j, coefficients[k * n + j]);
            }
        }
        if (onSimplex) {
            Mutate1D row = builder.equality(1);
            for (int j = 0; j < n; j++) {
                row.set(j, 1);
            }
        }
        Optimisation.Options options = new Optimisation.Options();
        options.iterations_abort = ITERATIONS;
        options.time_abort = MILLISECONDS;
        Optimisation.Result result = builder.build(options).solve();
        if (!result.getState().isOptimal()) {
            return null;
        }
        double[] point = new double[n];
        Arrays.setAll(point, result::doubleValue);
        return point;
    }

    /** By the tableau of Hipparchus. */
    static double @Nullable [] hipparchus(double[] c, double[] coefficients, double[] sides, boolean onSimplex) {
        int n = c.length;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int k = 0; k < sides.length; k++) {
            double[] row = Arrays.copyOfRange(coefficients, k * n, (k + 1) * n);
            constraints.add(new LinearConstraint(row, Relationship.LEQ, sides[k]));
        }
        if (onSimplex) {
            double[] ones = new double[n];
            Arrays.fill(ones, 1);
            constraints.add(new LinearConstraint(ones, Relationship.EQ, 1));
        }
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(ITERATIONS),
                            new LinearObjectiveFunction(c, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MAXIMIZE,
                            new NonNegativeConstraint(true))
                    .getPoint();
        } catch (MathRuntimeException stalled) {
            return null;
        }
    }
}
