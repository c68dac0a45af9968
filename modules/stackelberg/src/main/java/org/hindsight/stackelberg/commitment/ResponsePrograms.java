// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.Arrays;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SimplexDomainSolver;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The programs of a game: for each response j, the best commitment that induces j.
 *
 * <p>Program j is "maximise u(x, j) over x in the simplex subject to v(x, k) - v(x, j) at most epsilon for all k". Row j is
 * zero, so that multiplier k is always the price on k. Payoffs are kept by columns, so a program is filled in by subtracting
 * one column from the others. Keeps buffers; not thread-safe.
 */
final class ResponsePrograms {
    private final int m;
    private final int n;
    private final double[] leader;
    private final double[] follower;
    private final double[] objective;
    private final double[] coefficients;
    private final double[] sides;
    private final SimplexDomainSolver solver = new SimplexDomainSolver();
    private int programs;
    private int pivots;

    ResponsePrograms(BimatrixStackelbergGame game, double epsilon) {
        m = game.dimension();
        n = game.responses();
        leader = byColumns(game.leaderPayoffs());
        follower = byColumns(game.followerPayoffs());
        objective = new double[m];
        coefficients = new double[Math.multiplyExact(m, n)];
        sides = new double[n];
        Arrays.fill(sides, epsilon);
    }

    private double[] byColumns(double[] payoffs) {
        double[] turned = new double[payoffs.length];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                turned[j * m + i] = payoffs[i * n + j];
            }
        }
        return turned;
    }

    /** The largest payoff of the leader in a column, a bound on what inducing it can bring. */
    double most(int response) {
        double most = Double.NEGATIVE_INFINITY;
        for (int at = response * m; at < (response + 1) * m; at++) {
            most = leader[at] > most ? leader[at] : most;
        }
        return most;
    }

    double leaderPayoff(int row, int response) {
        return leader[response * m + row];
    }

    double followerPayoff(int row, int response) {
        return follower[response * m + row];
    }

    /** Solves the program of a response, unless its value is proven to be below the incumbent. */
    SimplexDomainSolution solveAbove(int response, double incumbent) {
        SimplexDomainProgram program = program(response);
        SimplexDomainSolution solution = solver.solveAbove(program, incumbent);
        if (solution.status() == SolveStatus.NUMERICAL_FAILURE) {
            solution = LinearProgramSolver.standard().solve(program);
        }
        programs++;
        pivots += solution.pivots();
        return solution;
    }

    private SimplexDomainProgram program(int response) {
        int own = response * m;
        System.arraycopy(leader, own, objective, 0, m);
        for (int k = 0; k < n; k++) {
            subtract(k * m, own);
        }
        return SimplexDomainProgram.view(objective, coefficients, sides);
    }

    private void subtract(int from, int own) {
        for (int i = 0; i < m; i++) {
            coefficients[from + i] = follower[from + i] - follower[own + i];
        }
    }

    /**
     * Turns the proof that no commitment induces a response into prices for which its bound is at most a value: Farkas
     * multipliers, times whatever it takes.
     */
    double[] priceOut(int response, double[] farkas, double value) {
        double lack = most(response) - value;
        if (!(lack > 0)) {
            return new double[0];
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                if (farkas[k] != 0) {
                    sum += farkas[k] * (followerPayoff(i, k) - followerPayoff(i, response) - sides[k]);
                }
            }
            least = Math.min(least, sum);
        }
        double factor = lack / least;
        double[] prices = new double[n];
        for (int k = 0; k < n; k++) {
            prices[k] = farkas[k] * factor;
        }
        return prices;
    }

    int programs() {
        return programs;
    }

    int pivots() {
        return pivots;
    }
}
