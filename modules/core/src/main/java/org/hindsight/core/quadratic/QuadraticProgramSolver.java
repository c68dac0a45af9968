// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.quadratic;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.linear.InfeasibilityCertificate;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramException;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.jspecify.annotations.Nullable;

/**
 * Solves strictly convex quadratic programs by the dual active-set method, and lets no uncertified answer out.
 *
 * <p>The method starts at the minimum without constraints. It takes up the constraint that is broken most and moves along the
 * direction that mends it and keeps the active ones, dropping those whose multiplier would change sign, until nothing is broken;
 * the objective grows with every step, so no active set comes twice. A broken constraint that no step can mend contradicts the
 * active ones, which is a Farkas certificate. Equalities come first and stay. The program is equilibrated by powers of two, and the
 * last active set is solved again with residuals of the data themselves.
 *
 * <p>Every answer is measured by {@link KktCertificate} or {@link InfeasibilityCertificate}, which share nothing with the method. A
 * claim of infeasibility that cannot be certified goes to {@link LinearProgramSolver}. For up to about 200 variables; O(n^3) to
 * start, O(n^2 + m n) a step, typically as many steps as constraints are tight in the end. Immutable and thread-safe. Source: D.
 * Goldfarb, A. Idnani (1983), "A numerically stable dual method for solving strictly convex quadratic programs", Mathematical
 * Programming 27.
 */
public final class QuadraticProgramSolver {
    /** The largest gap of a certificate that is accepted. */
    public static final double TOLERANCE = 1e-9;

    private static final String METHOD = "dual active set";

    /** Creates a solver. */
    public QuadraticProgramSolver() {}

    /**
     * Solves a program.
     *
     * @param program the program
     * @return the optimum, or a proof that there is no feasible point
     * @throws IllegalArgumentException if Q is not positive definite beyond rounding
     * @throws QuadraticProgramException if no answer can be certified
     */
    public QuadraticProgramResult solve(QuadraticProgram program) {
        Objects.requireNonNull(program, "program");
        EquilibratedProgram equilibrated = new EquilibratedProgram(program);
        double best = Double.POSITIVE_INFINITY;
        int steps = 0;
        boolean doubtful = false;
        for (boolean relativeToProgram : new boolean[] {false, true}) {
            DualActiveSet run = new DualActiveSet(equilibrated, relativeToProgram);
            DualActiveSet.End end = run.run();
            steps += run.steps();
            if (end == DualActiveSet.End.OPTIMAL) {
                run.refine();
                double[] point = run.point();
                double[] dual = run.dual();
                if (allFinite(point) && allFinite(dual)) {
                    KktCertificate certificate = KktCertificate.of(program, point, dual);
                    if (certificate.gap() <= TOLERANCE) {
                        return new QuadraticProgramResult.Optimal(certificate, METHOD, steps);
                    }
                    best = Math.min(best, certificate.gap());
                }
            } else if (end == DualActiveSet.End.INFEASIBLE) {
                doubtful = true;
                if (allFinite(run.contradiction())) {
                    InfeasibilityCertificate certificate =
                            InfeasibilityCertificate.of(constraintsOf(program), run.contradiction());
                    if (certificate.gap() <= TOLERANCE) {
                        return new QuadraticProgramResult.Infeasible(certificate, METHOD, steps);
                    }
                    best = Math.min(best, certificate.gap());
                }
            }
        }
        if (doubtful) {
            QuadraticProgramResult infeasible = byLinearProgram(program, steps);
            if (infeasible != null) {
                return infeasible;
            }
        }
        throw new QuadraticProgramException(
                "no answer to the quadratic program with " + program.variables() + " variables and "
                        + program.constraints() + " constraints could be certified to within " + TOLERANCE
                        + "; best gap " + best,
                best);
    }

    private static boolean allFinite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }

    /** The linear program that asks for nothing but a feasible point. */
    private static LinearProgram constraintsOf(QuadraticProgram program) {
        int n = program.variables();
        LinearProgram.Builder builder = LinearProgram.maximise(new double[n]);
        for (int j = 0; j < n; j++) {
            builder.free(j);
        }
        double[] row = new double[n];
        for (int i = 0; i < program.constraints(); i++) {
            for (int j = 0; j < n; j++) {
                row[j] = program.coefficient(i, j);
            }
            switch (program.relation(i)) {
                case AT_MOST -> builder.atMost(row, program.rightHandSide(i));
                case EQUAL -> builder.equalTo(row, program.rightHandSide(i));
                case AT_LEAST -> builder.atLeast(row, program.rightHandSide(i));
            }
        }
        return builder.build();
    }

    private static @Nullable QuadraticProgramResult byLinearProgram(QuadraticProgram program, int steps) {
        try {
            LinearProgramResult answer = LinearProgramSolver.standard().solve(constraintsOf(program));
            return answer instanceof LinearProgramResult.Infeasible proof
                    ? new QuadraticProgramResult.Infeasible(proof.certificate(), proof.backend(), steps)
                    : null;
        } catch (LinearProgramException uncertified) {
            return null;
        }
    }
}
