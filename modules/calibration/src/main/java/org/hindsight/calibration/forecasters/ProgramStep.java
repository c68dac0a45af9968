// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SimplexDomainSolver;
import org.hindsight.core.linear.dense.SolveStatus;

/**
 * The minimax step as a linear program in z_ia = q_i p_ia, n m variables that sum to 1. Row a says that the outcome at corner a wins nothing, {@code
 * sum_ib z_ib (c_ia - c_ib) <= 0}; the others that z_i lies in the cone of bin i. Any feasible point will do, so the objective is zero.
 */
final class ProgramStep implements MinimaxForecast.Step {
    /** Bins of lower probability are left out: dividing by it would blow up the rounding of their forecasts. */
    private static final double LEAST_PROBABILITY = 1e-9;

    private final int bins;
    private final int dimension;
    private final double[] objective;
    private final double[] coefficients;
    private final double[] sides;
    private final SimplexDomainSolver solver = new SimplexDomainSolver();

    ProgramStep(SimplexPartition partition) {
        bins = partition.bins();
        dimension = partition.dimension();
        int rows = dimension;
        for (int bin = 0; bin < bins; bin++) {
            rows += partition.halfSpaces(bin);
        }
        int variables = Math.multiplyExact(bins, dimension);
        objective = new double[variables];
        sides = new double[rows];
        coefficients = new double[Math.multiplyExact(rows, variables)];
        int at = dimension * variables;
        for (int bin = 0; bin < bins; bin++) {
            for (int row = 0; row < partition.halfSpaces(bin); row++, at += variables) {
                for (int coordinate = 0; coordinate < dimension; coordinate++) {
                    coefficients[at + bin * dimension + coordinate] = partition.coefficient(bin, row, coordinate);
                }
            }
        }
    }

    @Override
    public void solve(double[] directions, double[] probabilities, double[] forecasts) {
        double scale = 0;
        for (double direction : directions) {
            scale = Math.max(scale, Math.abs(direction));
        }
        int at = 0;
        for (int corner = 0; corner < dimension; corner++) {
            for (int bin = 0; bin < bins; bin++) {
                double most = scale > 0 ? directions[bin * dimension + corner] / scale : 0;
                for (int coordinate = 0; coordinate < dimension; coordinate++, at++) {
                    coefficients[at] = scale > 0 ? most - directions[bin * dimension + coordinate] / scale : 0;
                }
            }
        }
        double[] masses = feasible().primal();
        double kept = 0;
        for (int bin = 0; bin < bins; bin++) {
            double mass = 0;
            for (int coordinate = 0; coordinate < dimension; coordinate++) {
                mass += masses[bin * dimension + coordinate];
            }
            if (mass >= LEAST_PROBABILITY) {
                probabilities[bin] = mass;
                kept += mass;
                for (int coordinate = 0; coordinate < dimension; coordinate++) {
                    forecasts[bin * dimension + coordinate] = masses[bin * dimension + coordinate] / mass;
                }
            }
        }
        for (int bin = 0; bin < bins; bin++) {
            probabilities[bin] /= kept;
        }
    }

    private SimplexDomainSolution feasible() {
        SimplexDomainProgram program = SimplexDomainProgram.view(objective, coefficients, sides);
        SimplexDomainSolution solution = solver.solve(program);
        if (solution.status() == SolveStatus.NUMERICAL_FAILURE) {
            solution = LinearProgramSolver.standard().solve(program);
        }
        if (solution.status() != SolveStatus.OPTIMAL) {
            throw new IllegalStateException("bins must cover the simplex: " + solution.claim());
        }
        return solution;
    }
}
