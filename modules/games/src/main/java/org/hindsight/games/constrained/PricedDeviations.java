// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;

/**
 * One player's deviations that a search has met, as rows over profiles: what each gains less the priced costs under it.
 *
 * <p>Payoffs are divided by their range and costs by their scale. A deviation maps each recommendation to one action; mixtures need
 * no rows of their own. Commitments are all there from the start, exchanges as far as they were ever tempting.
 */
final class PricedDeviations {
    private final GameForm form;
    private final int player;
    private final int actions;
    private final CorrelatedNotion notion;
    /** Payoffs and costs by profile. */
    private final double[] payoffs;

    private final double[][] costs;
    private final List<int[]> deviations = new ArrayList<>();
    private final List<double[]> gains = new ArrayList<>();
    private final List<double[][]> spent = new ArrayList<>();

    PricedDeviations(ConstrainedGame constrained, int player, CorrelatedNotion notion) {
        NormalFormGame game = constrained.game();
        this.form = game.form();
        this.player = player;
        this.actions = form.actions(player);
        this.notion = notion;
        this.payoffs = new double[form.profiles()];
        double range = game.payoffRange(player);
        List<double[]> binding = new ArrayList<>();
        for (int r = 0; r < constrained.costs(); r++) {
            double scale = constrained.scale(player, r);
            if (scale > 0) {
                double[] cost = new double[form.profiles()];
                for (int s = 0; s < cost.length; s++) {
                    cost[s] = constrained.cost(r).payoffAt(player, s) / scale;
                }
                binding.add(cost);
            }
        }
        this.costs = binding.toArray(new double[0][]);
        for (int s = 0; s < payoffs.length; s++) {
            payoffs[s] = range > 0 ? (game.payoffAt(player, s) - game.minPayoff(player)) / range : 0;
        }
        for (int k = 0; k < actions; k++) {
            int[] commitment = new int[actions];
            Arrays.fill(commitment, k);
            add(commitment);
        }
        if (notion == CorrelatedNotion.CORRELATED) {
            int[] obedience = new int[actions];
            for (int k = 0; k < actions; k++) {
                obedience[k] = k;
            }
            add(obedience);
        }
    }

    private void add(int[] deviation) {
        double[] gain = new double[payoffs.length];
        double[][] cost = new double[costs.length][payoffs.length];
        for (int s = 0; s < gain.length; s++) {
            int own = form.action(s, player);
            int to = s + (deviation[own] - own) * form.stride(player);
            gain[s] = payoffs[to] - payoffs[s];
            for (int r = 0; r < costs.length; r++) {
                cost[r][s] = costs[r][to];
            }
        }
        deviations.add(deviation);
        gains.add(gain);
        spent.add(cost);
    }

    int bindingCosts() {
        return costs.length;
    }

    /** A cost by profile, as part of its scale. */
    double[] cost(int binding) {
        return costs[binding];
    }

    int count() {
        return deviations.size();
    }

    /** Writes a deviation's row at the given prices. */
    void write(int deviation, double[] prices, double[] out, int from) {
        System.arraycopy(gains.get(deviation), 0, out, from, payoffs.length);
        for (int r = 0; r < prices.length; r++) {
            double[] cost = spent.get(deviation)[r];
            for (int s = 0; s < payoffs.length && prices[r] != 0; s++) {
                out[from + s] -= prices[r] * cost[s];
            }
        }
    }

    /** Adds the exchange that gains most at the given prices, if it gains more than a threshold and is new. */
    boolean addTempting(double[] z, double[] prices, double threshold) {
        if (notion != CorrelatedNotion.CORRELATED) {
            return false;
        }
        int stride = form.stride(player);
        double[][] values = new double[actions][actions];
        for (int s = 0; s < z.length; s++) {
            int own = form.action(s, player);
            for (int k = 0; k < actions && z[s] > 0; k++) {
                int to = s + (k - own) * stride;
                double value = payoffs[to] - payoffs[s];
                for (int r = 0; r < prices.length; r++) {
                    value -= prices[r] * costs[r][to];
                }
                values[own][k] += z[s] * value;
            }
        }
        int[] best = new int[actions];
        double sum = 0;
        for (int j = 0; j < actions; j++) {
            for (int k = 0; k < actions; k++) {
                best[j] = values[j][k] > values[j][best[j]] ? k : best[j];
            }
            sum += values[j][best[j]];
        }
        if (!(sum > threshold)) {
            return false;
        }
        for (int[] known : deviations) {
            if (Arrays.equals(known, best)) {
                return false;
            }
        }
        add(best);
        return true;
    }
}
