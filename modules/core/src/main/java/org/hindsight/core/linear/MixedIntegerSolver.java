// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/**
 * Solves mixed-integer programs with ojAlgo's branch and cut, on one thread, and measures the point that comes out.
 *
 * <p>Whole variables are rounded to the nearest whole number before the point is measured, so a point that leans on the
 * solver's tolerance for whole numbers is seen to violate a constraint. That no point is better, or that there is none, is
 * the solver's word alone. State programs with numbers of about size one, and with constants no larger than they must be.
 */
public final class MixedIntegerSolver {
    /** The largest violation of a constraint that is accepted, relative to its largest term if that is more than one. */
    public static final double TOLERANCE = 1e-6;

    private static final String METHOD = "ojAlgo branch and cut";

    private MixedIntegerSolver() {}

    /**
     * Looks for an optimum.
     *
     * @param program the program
     * @return a feasible point that the solver calls optimal, or nothing if the solver says that there is no feasible point
     * @throws LinearProgramException if the solver stops without an answer or its point violates a constraint by more than
     *     {@value #TOLERANCE} after rounding
     */
    public static Optional<MixedIntegerSolution> solve(MixedIntegerProgram program) {
        Objects.requireNonNull(program, "program");
        LinearProgram relaxation = program.relaxation();
        int n = relaxation.variables();
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.integer(IntegerStrategy.newConfigurable()
                .withParallelism(() -> 1)
                .withGapTolerance(NumberContext.of(12, 12)));
        for (int j = 0; j < n; j++) {
            Variable variable = model.newVariable("x" + j).weight(relaxation.objective(j));
            if (relaxation.lower(j) != Double.NEGATIVE_INFINITY) {
                variable.lower(relaxation.lower(j));
            }
            if (relaxation.upper(j) != Double.POSITIVE_INFINITY) {
                variable.upper(relaxation.upper(j));
            }
            if (program.isWhole(j)) {
                variable.integer(true);
            }
        }
        for (int i = 0; i < relaxation.constraints(); i++) {
            Expression row = model.newExpression("c" + i);
            for (int k = 0; k < relaxation.entries(i); k++) {
                row.set(relaxation.entryVariable(i, k), relaxation.entryCoefficient(i, k));
            }
            double side = relaxation.rightHandSide(i);
            switch (relaxation.relation(i)) {
                case AT_MOST -> row.upper(side);
                case AT_LEAST -> row.lower(side);
                case EQUAL -> row.level(side);
            }
        }
        Optimisation.Result result = relaxation.isMaximisation() ? model.maximise() : model.minimise();
        if (result.getState() == Optimisation.State.INFEASIBLE) {
            return Optional.empty();
        }
        if (!result.getState().isOptimal()) {
            throw failure("stopped in state " + result.getState(), Double.POSITIVE_INFINITY);
        }
        double[] point = new double[n];
        for (int j = 0; j < n; j++) {
            double value = result.doubleValue(j);
            point[j] = program.isWhole(j)
                    ? Math.rint(value)
                    : Math.max(relaxation.lower(j), Math.min(relaxation.upper(j), value));
        }
        double violation = violation(relaxation, point);
        if (!(violation <= TOLERANCE)) {
            throw failure("its point violates a constraint by " + violation, violation);
        }
        return Optional.of(new MixedIntegerSolution(relaxation.value(point), point, violation, METHOD));
    }

    /** The largest violation of a constraint, relative to its largest term if that is more than one; bounds hold. */
    private static double violation(LinearProgram program, double[] point) {
        double worst = 0;
        for (int i = 0; i < program.constraints(); i++) {
            ProductSum row = FeasiblePoint.excess(program, i, point);
            double violation = program.relation(i).violation(row.value());
            worst = Math.max(worst, violation / Math.max(1, row.largest()));
        }
        return worst;
    }

    private static LinearProgramException failure(String account, double gap) {
        String attempt = METHOD + ": " + account;
        return new LinearProgramException("no answer to the mixed-integer program; " + attempt, List.of(attempt), gap);
    }
}
