// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries.bimatrix;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SimplexDomainSolver;
import org.hindsight.core.linear.dense.SolveStatus;

/** What is known from outside about each response's region: half-spaces a . x >= 0 that hold it. */
final class Cuts {
    private final double margin;
    private final List<List<double[]>> cuts = new ArrayList<>();
    private final List<List<Integer>> others = new ArrayList<>();
    private final SimplexDomainSolver solver = new SimplexDomainSolver();

    Cuts(int responses, double margin) {
        this.margin = margin;
        for (int response = 0; response < responses; response++) {
            cuts.add(new ArrayList<>());
            others.add(new ArrayList<>());
        }
    }

    Cuts copy() {
        Cuts copy = new Cuts(cuts.size(), margin);
        for (int response = 0; response < cuts.size(); response++) {
            copy.cuts.get(response).addAll(cuts.get(response));
            copy.others.get(response).addAll(others.get(response));
        }
        return copy;
    }

    void add(int response, int other, double[] normal) {
        cuts.get(response).add(normal);
        others.get(response).add(other);
    }

    int count(int response, int other) {
        return (int) others.get(response).stream().filter(each -> each == other).count();
    }

    int total() {
        return cuts.stream().mapToInt(List::size).sum();
    }

    /** The largest payoff in the known region, the margin away from its cuts: {@code a . x >= margin |a|_1}. */
    SimplexDomainSolution best(int response, double[] payoffs) {
        List<double[]> own = cuts.get(response);
        double[][] rows = new double[own.size()][];
        double[] sides = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            double[] normal = own.get(row);
            rows[row] = new double[normal.length];
            for (int a = 0; a < normal.length; a++) {
                rows[row][a] = -normal[a];
                sides[row] -= margin * Math.abs(normal[a]);
            }
        }
        SimplexDomainProgram program = SimplexDomainProgram.of(payoffs, rows, sides);
        SimplexDomainSolution solution = solver.solve(program);
        return solution.status() == SolveStatus.NUMERICAL_FAILURE
                ? LinearProgramSolver.standard().solve(program)
                : solution;
    }
}
