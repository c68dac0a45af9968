// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;
import java.util.List;
import org.hindsight.core.linear.dense.MatrixGame;
import org.hindsight.core.linear.dense.MatrixGameSolution;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;

/** Solves what a kernel could not, as a general linear program, and measures the answer as the kernel would have. */
final class KernelFallback {
    private KernelFallback() {}

    /** The row player's program, with payoffs counted from the smallest, which shifts the value and nothing else. */
    static MatrixGameSolution solve(MatrixGame game, LinearProgramSolver solver) {
        int m = game.rows();
        int n = game.columns();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                least = Math.min(least, game.payoff(i, j));
            }
        }
        double[] objective = new double[m + 1];
        objective[m] = 1;
        LinearProgram.Builder builder = LinearProgram.maximise(objective).free(m);
        double[] row = new double[m + 1];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                row[i] = least - game.payoff(i, j);
            }
            row[m] = 1;
            builder.atMost(row, 0);
        }
        Arrays.fill(row, 0, m, 1);
        row[m] = 0;
        LinearProgramResult.Optimal answer =
                solver.solve(builder.equalTo(row, 1).build()).optimal();
        MatrixGameSolution solution = MatrixGameSolution.measured(
                game,
                normalised(Arrays.copyOf(answer.primal(), m)),
                normalised(Arrays.copyOf(answer.dual(), n)),
                answer.iterations(),
                answer.backend());
        if (solution.status() != SolveStatus.OPTIMAL) {
            throw uncertified(solution.toString(), solution.gap());
        }
        return solution;
    }

    static SimplexDomainSolution solve(SimplexDomainProgram program, LinearProgramSolver solver) {
        int n = program.variables();
        int rows = program.constraints();
        double[] objective = new double[n];
        Arrays.setAll(objective, program::objective);
        LinearProgram.Builder builder = LinearProgram.maximise(objective);
        for (int k = 0; k < rows; k++) {
            double[] row = new double[n];
            for (int j = 0; j < n; j++) {
                row[j] = program.coefficient(k, j) - program.rightHandSide(k);
            }
            builder.atMost(row, 0);
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        LinearProgramResult answer = solver.solve(builder.equalTo(ones, 1).build());
        SimplexDomainSolution solution;
        if (answer instanceof LinearProgramResult.Infeasible infeasible) {
            solution = SimplexDomainSolution.infeasible(
                    program,
                    clamped(Arrays.copyOf(infeasible.certificate().multipliers(), rows)),
                    answer.iterations(),
                    answer.backend());
        } else {
            LinearProgramResult.Optimal optimal = answer.optimal();
            solution = SimplexDomainSolution.measured(
                    program,
                    normalised(optimal.primal()),
                    clamped(Arrays.copyOf(optimal.dual(), rows)),
                    answer.iterations(),
                    answer.backend());
        }
        if (solution.status() == SolveStatus.NUMERICAL_FAILURE) {
            throw uncertified(solution.toString(), Math.max(solution.violation(), solution.gap()));
        }
        return solution;
    }

    private static LinearProgramException uncertified(String account, double gap) {
        return new LinearProgramException("no answer could be certified: " + account, List.of(account), gap);
    }

    private static double[] clamped(double[] numbers) {
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = Math.max(0, numbers[k]);
        }
        return numbers;
    }

    private static double[] normalised(double[] weights) {
        clamped(weights);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }
}
