// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;

/**
 * A game in which each action costs the player who takes it something, and each player has a budget.
 *
 * <p>A mixed strategy x of player i is safe if {@code sum_k x(k) c_i(k) <= b_i}, a joint distribution if the marginal strategies
 * are. A safe distribution is a constrained coarse correlated equilibrium if no player gains by switching to a safe strategy of her
 * own. Immutable.
 */
public final class BudgetedGame {
    private final NormalFormGame game;
    private final double[][] costs;
    private final double[] budgets;

    private BudgetedGame(NormalFormGame game, double[][] costs, double[] budgets) {
        this.game = game;
        this.costs = costs;
        this.budgets = budgets;
    }

    /**
     * Creates a game.
     *
     * @param game the game
     * @param costs for each player the cost of each action, finite; copied
     * @param budgets for each player what may be spent in expectation, finite, at least the cost of her cheapest action; copied
     * @return the game with budgets
     * @throws IllegalArgumentException if a budget leaves a player without a safe strategy; the message names the cheapest action
     */
    public static BudgetedGame of(NormalFormGame game, double[][] costs, double... budgets) {
        Objects.requireNonNull(game, "game");
        Checks.length(costs.length, game.players(), "costs");
        Checks.length(budgets.length, game.players(), "budgets");
        Checks.finite(budgets, "budgets");
        double[][] own = new double[costs.length][];
        for (int i = 0; i < own.length; i++) {
            String name = "costs[" + i + "]";
            own[i] = Checks.finite(costs[i], name).clone();
            Checks.length(own[i].length, game.actions(i), name);
            double least = Arrays.stream(own[i]).min().orElseThrow();
            if (!(budgets[i] >= least)) {
                throw new IllegalArgumentException("budgets[" + i + "] = " + budgets[i]
                        + " must be at least the cost of the cheapest action, " + least);
            }
        }
        return new BudgetedGame(game, own, budgets.clone());
    }

    /**
     * Returns the game without budgets.
     *
     * @return the game
     */
    public NormalFormGame game() {
        return game;
    }

    /**
     * Returns what an action costs beyond the budget.
     *
     * @param player in 0 .. players - 1
     * @param action in 0 .. actions(player) - 1
     * @return c_i(k) - b_i
     */
    public double excess(int player, int action) {
        return costs[player][action] - budgets[player];
    }

    /**
     * Returns the difference between the dearest and the cheapest action of a player, or the budget's distance from them if that is
     * larger: the unit of violations.
     *
     * @param player in 0 .. players - 1
     * @return the largest |c_i(k) - b_i|
     */
    public double scale(int player) {
        double scale = 0;
        for (int k = 0; k < costs[player].length; k++) {
            scale = Math.max(scale, Math.abs(excess(player, k)));
        }
        return scale;
    }

    /**
     * Returns by how much a distribution breaks a player's budget.
     *
     * @param player in 0 .. players - 1
     * @param distribution a distribution of the shape of the game
     * @return the expected cost less the budget; at most zero if it is safe
     */
    public double violation(int player, JointDistribution distribution) {
        double sum = 0;
        for (int k = 0; k < costs[player].length; k++) {
            sum += distribution.marginal(player).probability(k) * excess(player, k);
        }
        return sum;
    }

    /**
     * Returns the largest gain of a player by a safe strategy of her own.
     *
     * <p>A linear function on the safe strategies is largest at an action within budget or at a mixture of two that spends the budget,
     * so all of these are tried: O(n^2).
     *
     * @param player in 0 .. players - 1
     * @param distribution a distribution of the shape of the game
     * @return the gain, in units of payoff; negative if every safe strategy loses, which no safe marginal strategy need do
     */
    public double safeGain(int player, JointDistribution distribution) {
        int n = costs[player].length;
        double[] exchange = new double[n * n];
        game.exchangeGains(player, distribution, exchange);
        double[] gains = new double[n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                gains[k] += exchange[j * n + k];
            }
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            if (excess(player, k) <= 0) {
                best = Math.max(best, gains[k]);
                for (int j = 0; j < n; j++) {
                    double over = excess(player, j);
                    if (over > 0) {
                        double share = -excess(player, k) / (over - excess(player, k));
                        best = Math.max(best, gains[k] + share * (gains[j] - gains[k]));
                    }
                }
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return "costs " + Arrays.deepToString(costs) + ", budgets " + Arrays.toString(budgets) + " in " + game.form();
    }
}
