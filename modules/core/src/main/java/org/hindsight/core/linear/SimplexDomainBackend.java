// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SimplexDomainSolver;

/**
 * Programs whose variables are non-negative with a fixed sum, and whose other constraints are inequalities, by {@link
 * SimplexDomainSolver}; they are stored densely there, so they must not have too many coefficients.
 */
final class SimplexDomainBackend implements LinearProgramBackend {
    private static final long MAX_CELLS = 1 << 24;

    @Override
    public String name() {
        return "simplex domain kernel";
    }

    @Override
    public boolean accepts(LinearProgram program) {
        return (long) program.constraints() * program.variables() <= MAX_CELLS
                && MatrixGameBackend.FixedSum.of(program, -1) != null;
    }

    @Override
    public boolean wantsScaling() {
        return false;
    }

    @Override
    public Proposal propose(LinearProgram program) {
        MatrixGameBackend.FixedSum sum = MatrixGameBackend.FixedSum.of(program, -1);
        if (sum == null) {
            return Proposal.nothing("no program over the simplex", 0);
        }
        int n = program.variables();
        int rows = program.constraints() - 1;
        double sense = program.isMaximisation() ? 1 : -1;
        double[] objective = new double[n];
        for (int j = 0; j < n; j++) {
            objective[j] = sense * sum.size() * program.objective(j);
        }
        double[] coefficients = new double[rows * n];
        double[] rightHandSides = new double[rows];
        double[] sign = new double[rows];
        for (int row = 0; row < rows; row++) {
            int k = row < sum.constraint() ? row : row + 1;
            sign[row] = program.relation(k) == Relation.AT_LEAST ? -1 : 1;
            rightHandSides[row] = sign[row] * program.rightHandSide(k);
            for (int q = 0; q < program.entries(k); q++) {
                coefficients[row * n + program.entryVariable(k, q)] =
                        sign[row] * sum.size() * program.entryCoefficient(k, q);
            }
        }
        SimplexDomainSolution solution =
                new SimplexDomainSolver().solve(SimplexDomainProgram.view(objective, coefficients, rightHandSides));
        double[] dual = solution.dual();
        // What is left of the objective, or of nothing for a Farkas certificate, in units of the sum.
        double[] left = solution.primal().length == 0 ? new double[n] : objective;
        double[] multipliers = new double[rows + 1];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; dual[row] != 0 && j < n; j++) {
                left[j] -= dual[row] * coefficients[row * n + j];
            }
        }
        double most = left[0];
        for (double each : left) {
            most = Math.max(most, each);
        }
        switch (solution.status()) {
            case OPTIMAL -> {
                for (int row = 0; row < rows; row++) {
                    multipliers[row < sum.constraint() ? row : row + 1] = sense * sign[row] * dual[row];
                }
                multipliers[sum.constraint()] = sense * most / (sum.size() * sum.coefficient());
                double[] point = solution.primal();
                for (int j = 0; j < n; j++) {
                    point[j] *= sum.size();
                }
                return Proposal.optimal(point, multipliers, solution.pivots());
            }
            case INFEASIBLE -> {
                for (int row = 0; row < rows; row++) {
                    multipliers[row < sum.constraint() ? row : row + 1] = sign[row] * dual[row];
                }
                multipliers[sum.constraint()] = most / (sum.size() * sum.coefficient());
                return Proposal.infeasible(multipliers, solution.pivots());
            }
            default -> {
                return Proposal.nothing(solution.toString(), solution.pivots());
            }
        }
    }
}
