// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import java.util.Arrays;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SimplexDomainSolver;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The programs of a search: the best commitment that induces given responses of some types, the other types bringing what a
 * linear function of x says. Keeps buffers; not thread-safe.
 */
final class RegionPrograms {
    private final BayesianStackelbergGame game;
    private final int m;
    /** The leader's payoffs, above the least, and the follower's, of each type, by columns. */
    private final double[][] leader;

    private final double[][] follower;
    private final double[][] caps;
    private final SimplexDomainSolver solver = new SimplexDomainSolver();
    private long programs;
    private long pivots;

    RegionPrograms(BayesianStackelbergGame game, double[][] caps) {
        this.game = game;
        this.m = game.dimension();
        this.caps = caps;
        this.leader = new double[game.types()][];
        this.follower = new double[game.types()][];
        for (int l = 0; l < leader.length; l++) {
            BimatrixStackelbergGame type = game.type(l);
            int n = type.responses();
            leader[l] = new double[m * n];
            follower[l] = new double[m * n];
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    leader[l][j * m + i] = game.aboveFloor(l, i, j);
                    follower[l][j * m + i] = type.followerPayoffAt(i, j);
                }
            }
        }
    }

    /** Solves the program with the first so many types of an order fixed, unless it is proven to be below the incumbent. */
    SimplexDomainSolution solveAbove(int[] order, int[] responses, int depth, double incumbent) {
        int rows = 0;
        for (int d = 0; d < depth; d++) {
            rows += game.type(order[d]).responses();
        }
        double[] objective = new double[m];
        double[] coefficients = new double[rows * m];
        int at = 0;
        for (int d = 0; d < order.length; d++) {
            int l = order[d];
            double weight = game.prior(l);
            if (d >= depth) {
                for (int i = 0; i < m; i++) {
                    objective[i] += weight * caps[l][i];
                }
                continue;
            }
            int own = responses[d] * m;
            for (int i = 0; i < m; i++) {
                objective[i] += weight * leader[l][own + i];
            }
            double[] payoffs = follower[l];
            for (int from = 0; from < payoffs.length; from += m) {
                for (int i = 0; i < m; i++) {
                    coefficients[at++] = payoffs[from + i] - payoffs[own + i];
                }
            }
        }
        SimplexDomainProgram program = SimplexDomainProgram.view(objective, coefficients, new double[rows]);
        SimplexDomainSolution solution = solver.solveAbove(program, incumbent);
        if (solution.status() == SolveStatus.NUMERICAL_FAILURE) {
            solution = LinearProgramSolver.standard().solve(program);
        }
        programs++;
        pivots += solution.pivots();
        return solution;
    }

    /** Splits the multipliers of a program by types. */
    double[][] byTypes(int[] order, int depth, double[] multipliers) {
        double[][] split = new double[depth][];
        int at = 0;
        for (int d = 0; d < depth; d++) {
            int n = game.type(order[d]).responses();
            split[d] = Arrays.copyOfRange(multipliers, at, at + n);
            at += n;
        }
        return split;
    }

    /** Multiplies the proof of an empty region until it bounds the region's value by the incumbent. */
    double[] priceOut(int[] order, int[] responses, int depth, double[] farkas, double incumbent) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            double sum = 0;
            double payoff = 0;
            int at = 0;
            for (int d = 0; d < order.length; d++) {
                int l = order[d];
                if (d >= depth) {
                    payoff += game.prior(l) * caps[l][i];
                    continue;
                }
                int own = responses[d] * m + i;
                payoff += game.prior(l) * leader[l][own];
                for (int from = i; from < follower[l].length; from += m) {
                    double multiplier = farkas[at++];
                    sum += multiplier == 0 ? 0 : multiplier * (follower[l][from] - follower[l][own]);
                }
            }
            least = Math.min(least, sum);
            most = Math.max(most, payoff);
        }
        double factor = Math.max(0, most - incumbent) / least;
        double[] prices = new double[farkas.length];
        for (int k = 0; k < prices.length; k++) {
            prices[k] = farkas[k] * factor;
        }
        return prices;
    }

    long programs() {
        return programs;
    }

    long pivots() {
        return pivots;
    }
}
