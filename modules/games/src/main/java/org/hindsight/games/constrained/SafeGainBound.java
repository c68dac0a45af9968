// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.Arrays;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramException;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.JointDistribution;

/**
 * An upper bound on what a player gains by a safe deviation, with the prices of costs that prove it.
 *
 * <p>With G_jk what she gains, and C_rjk what her r-th cost grows by, when she plays k whenever j is recommended, and b_r her costs
 * if she obeys, the largest gain of a safe deviation is {@code max sum_j phi_j . G_j} subject to {@code b_r + sum_j phi_j . C_rj <=
 * 0}. By weak duality, prices {@code p >= 0} prove that it is at most {@code sum_j max_k (G_jk - sum_r p_r C_rjk) - p . b}. For
 * deviations that ignore the recommendation, the sum over j goes inside the maximum. Any prices prove their bound, and a linear
 * program proposes the best.
 */
final class SafeGainBound {
    private static final double NOISE = 1e-13;

    /** Gains as parts of the payoff range, one row a recommendation or a single row. */
    private final double[][] gains;
    /** By cost, row and action, as parts of the cost's scale; costs that are always zero are left out. */
    private final double[][][] growth;

    private final double[] spent;
    private final int[] costs;
    private final double range;
    private final double[] scales;
    private double[] prices = {};
    private double bound;

    private SafeGainBound(ConstrainedGame game, int player, JointDistribution z, CorrelatedNotion notion) {
        int n = game.game().actions(player);
        this.range = game.game().payoffRange(player);
        this.scales = new double[game.costs()];
        int binding = 0;
        for (int r = 0; r < scales.length; r++) {
            scales[r] = game.scale(player, r);
            binding += scales[r] > 0 ? 1 : 0;
        }
        double[] exchange = new double[n * n];
        game.game().exchangeGains(player, z, exchange);
        this.gains = rows(exchange, n, range > 0 ? range : 1, notion);
        this.growth = new double[binding][][];
        this.spent = new double[binding];
        this.costs = new int[binding];
        int at = 0;
        for (int r = 0; r < scales.length; r++) {
            if (scales[r] > 0) {
                game.cost(r).exchangeGains(player, z, exchange);
                growth[at] = rows(exchange, n, scales[r], notion);
                spent[at] = game.violation(player, r, z) / scales[r];
                costs[at++] = r;
            }
        }
    }

    static SafeGainBound of(ConstrainedGame game, int player, JointDistribution z, CorrelatedNotion notion) {
        SafeGainBound result = new SafeGainBound(game, player, z, notion);
        result.search();
        return result;
    }

    private static double[][] rows(double[] exchange, int n, double unit, CorrelatedNotion notion) {
        double[][] rows = new double[notion == CorrelatedNotion.CORRELATED ? n : 1][n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                rows[rows.length == 1 ? 0 : j][k] += exchange[j * n + k] / unit;
            }
        }
        return rows;
    }

    private void search() {
        int rows = gains.length;
        int n = gains[0].length;
        double[] none = new double[growth.length];
        prices = none;
        bound = boundBy(none);
        if (growth.length == 0) {
            return;
        }
        double[] objective = new double[growth.length + rows];
        Arrays.fill(objective, growth.length, objective.length, 1);
        for (int r = 0; r < growth.length; r++) {
            // A coefficient that is a rounding error would have the program call its own noise a scale.
            objective[r] = Math.abs(spent[r]) <= NOISE ? 0 : -spent[r];
        }
        LinearProgram.Builder program = LinearProgram.minimise(objective);
        for (int j = 0; j < rows; j++) {
            program.free(growth.length + j);
            for (int k = 0; k < n; k++) {
                double[] row = new double[objective.length];
                row[growth.length + j] = 1;
                for (int r = 0; r < growth.length; r++) {
                    row[r] = Math.abs(growth[r][j][k]) <= NOISE ? 0 : growth[r][j][k];
                }
                program.atLeast(row, Math.abs(gains[j][k]) <= NOISE ? 0 : gains[j][k]);
            }
        }
        try {
            LinearProgramResult answer = LinearProgramSolver.standard().solve(program.build());
            if (answer instanceof LinearProgramResult.Optimal optimum) {
                offer(optimum.primal());
            } else if (answer instanceof LinearProgramResult.Unbounded unbounded) {
                double[] ray = Arrays.copyOf(unbounded.certificate().ray(), growth.length);
                for (int r = 0; r < ray.length; r++) {
                    ray[r] = Math.max(0, ray[r]);
                }
                double[][] nothing = new double[rows][n];
                // Without gains, a negative bound says that every deviation breaks a cost.
                if (boundBy(nothing, ray) < -1e-12 * Arrays.stream(ray).sum()) {
                    prices = ray;
                    bound = Double.NEGATIVE_INFINITY;
                }
            }
        } catch (LinearProgramException uncertified) {
            // The prices at hand still prove their bound; the caller sees whether it suffices.
            return;
        }
    }

    private void offer(double[] primal) {
        double[] offered = new double[growth.length];
        for (int r = 0; r < offered.length; r++) {
            offered[r] = Math.max(0, primal[r]);
        }
        double value = boundBy(offered);
        if (value < bound) {
            bound = value;
            prices = offered;
        }
    }

    private double boundBy(double[] offered) {
        return boundBy(gains, offered);
    }

    private double boundBy(double[][] gained, double[] offered) {
        double sum = 0;
        for (int r = 0; r < offered.length; r++) {
            sum -= offered[r] * spent[r];
        }
        for (int j = 0; j < gained.length; j++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < gained[j].length; k++) {
                double value = gained[j][k];
                for (int r = 0; r < offered.length; r++) {
                    value -= offered[r] * growth[r][j][k];
                }
                best = Math.max(best, value);
            }
            sum += best;
        }
        return sum;
    }

    /** The bound on the gain in units of payoff; negative infinity if no deviation is safe. */
    double gain() {
        return range > 0 ? bound * range : bound == Double.NEGATIVE_INFINITY ? bound : 0;
    }

    /** The price of each cost, in payoff per unit of cost. */
    double[] prices() {
        double[] all = new double[scales.length];
        for (int r = 0; r < costs.length; r++) {
            all[costs[r]] = prices[r] * (range > 0 ? range : 1) / scales[costs[r]];
        }
        return all;
    }
}
