// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;

/**
 * A game in which each action costs the player who takes it something, of one or of several kinds, and each player has a budget for
 * each kind.
 *
 * <p>A mixed strategy x of player i is safe if {@code sum_k x(k) c_ir(k) <= b_ir} for every kind r of cost, a joint distribution if
 * the marginal strategies are. A safe distribution is a constrained coarse correlated equilibrium if no player gains by switching to
 * a safe strategy of her own. Immutable.
 */
public final class BudgetedGame {
    private final NormalFormGame game;
    /** What each action costs beyond the budget, by player, cost and action. */
    private final double[][][] excess;

    private BudgetedGame(NormalFormGame game, double[][][] excess) {
        this.game = game;
        this.excess = excess;
    }

    /**
     * Creates a game with one cost a player.
     *
     * @param game the game
     * @param costs for each player the cost of each action, finite; copied
     * @param budgets for each player what may be spent in expectation, finite, at least the cost of her cheapest action; copied
     * @return the game with budgets
     * @throws EmptySafeSetException if a budget leaves a player without a safe strategy; the message names the cheapest action
     */
    public static BudgetedGame of(NormalFormGame game, double[][] costs, double... budgets) {
        double[][][] single = new double[costs.length][1][];
        for (int i = 0; i < costs.length; i++) {
            single[i][0] = Objects.requireNonNull(costs[i], "costs[" + i + "]");
        }
        double[][] each = new double[budgets.length][1];
        for (int i = 0; i < budgets.length; i++) {
            each[i][0] = budgets[i];
        }
        return of(game, single, each);
    }

    /**
     * Creates a game with several costs a player.
     *
     * @param game the game
     * @param costs for each player, for each of her costs, at least one, the cost of each action, finite; copied
     * @param budgets for each player and each of her costs what may be spent in expectation, finite; copied
     * @return the game with budgets
     * @throws EmptySafeSetException if a player has no safe strategy; carries the proof
     */
    public static BudgetedGame of(NormalFormGame game, double[][][] costs, double[][] budgets) {
        Objects.requireNonNull(game, "game");
        Checks.length(costs.length, game.players(), "costs");
        Checks.length(budgets.length, game.players(), "budgets");
        double[][][] excess = new double[costs.length][][];
        for (int i = 0; i < costs.length; i++) {
            boolean single = costs[i].length == 1;
            Checks.atLeast(costs[i].length, 1, "costs[" + i + "].length");
            Checks.length(budgets[i].length, costs[i].length, "budgets[" + i + "]");
            Checks.finite(budgets[i], "budgets[" + i + "]");
            excess[i] = new double[costs[i].length][game.actions(i)];
            for (int r = 0; r < costs[i].length; r++) {
                String name = "costs[" + i + "]" + (single ? "" : "[" + r + "]");
                Checks.finite(costs[i][r], name);
                Checks.length(costs[i][r].length, game.actions(i), name);
                for (int k = 0; k < excess[i][r].length; k++) {
                    excess[i][r][k] = Checks.finite(costs[i][r][k] - budgets[i][r], name + " less budget");
                }
            }
            EmptySafeSet none = single && least(excess[i][0]) > 0
                    ? EmptySafeSet.of("actions of player " + i, excess[i], 1)
                    : single ? null : SafePoint.proofOfNone("actions of player " + i, excess[i]);
            if (none != null) {
                throw new EmptySafeSetException(
                        single
                                ? "budgets[" + i + "] = " + budgets[i][0]
                                        + " must be at least the cost of the cheapest action, " + least(costs[i][0])
                                : "budgets[" + i + "] = " + Arrays.toString(budgets[i]) + " must allow a strategy",
                        none);
            }
        }
        return new BudgetedGame(game, excess);
    }

    private static double least(double[] numbers) {
        return Arrays.stream(numbers).min().orElseThrow();
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
     * Returns the number of costs of a player.
     *
     * @param player in 0 .. players - 1
     * @return at least 1
     */
    public int costs(int player) {
        return excess[player].length;
    }

    /**
     * Returns what an action costs beyond the budget.
     *
     * @param player in 0 .. players - 1
     * @param cost in 0 .. costs(player) - 1
     * @param action in 0 .. actions(player) - 1
     * @return c_ir(k) - b_ir
     */
    public double excess(int player, int cost, int action) {
        return excess[player][cost][action];
    }

    /**
     * Returns the largest distance of an action's cost from the budget: the unit of violations.
     *
     * @param player in 0 .. players - 1
     * @param cost in 0 .. costs(player) - 1
     * @return the largest |c_ir(k) - b_ir|
     */
    public double scale(int player, int cost) {
        return Arrays.stream(excess[player][cost]).map(Math::abs).max().orElseThrow();
    }

    /**
     * Returns by how much a distribution breaks a player's budget.
     *
     * @param player in 0 .. players - 1
     * @param cost in 0 .. costs(player) - 1
     * @param distribution a distribution of the shape of the game
     * @return the expected cost less the budget; at most zero if it is safe
     */
    public double violation(int player, int cost, JointDistribution distribution) {
        double sum = 0;
        for (int k = 0; k < excess[player][cost].length; k++) {
            sum += distribution.marginal(player).probability(k) * excess[player][cost][k];
        }
        return sum;
    }

    /**
     * Returns the largest gain of a player by a safe strategy of her own, over all vertices of the set of safe strategies.
     *
     * @param player in 0 .. players - 1
     * @param distribution a distribution of the shape of the game
     * @return the gain, in units of payoff; negative if every safe strategy loses, which no safe marginal strategy need do
     * @throws IllegalArgumentException if there are too many vertices for {@link SafeStrategies}
     */
    public double safeGain(int player, JointDistribution distribution) {
        int n = game.actions(player);
        double[] exchange = new double[n * n];
        game.exchangeGains(player, distribution, exchange);
        double[] gains = new double[n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                gains[k] += exchange[j * n + k];
            }
        }
        return SafeStrategies.of(this, player).largest(gains);
    }

    /**
     * Returns the same game in the general form, in which costs are functions of whole profiles.
     *
     * <p>A player with fewer costs than another gets costs of zero. Time and memory of players times costs times profiles.
     *
     * @return the game, in which costs have the budgets subtracted
     */
    public ConstrainedGame asConstrainedGame() {
        int most = 0;
        for (double[][] own : excess) {
            most = Math.max(most, own.length);
        }
        GameForm form = game.form();
        NormalFormGame[] costs = new NormalFormGame[most];
        for (int r = 0; r < most; r++) {
            int cost = r;
            costs[r] = NormalFormGame.of(
                    form,
                    (player, profile) -> cost < excess[player].length ? excess[player][cost][profile[player]] : 0);
        }
        return ConstrainedGame.of(game, costs);
    }

    @Override
    public String toString() {
        return "costs less budgets " + Arrays.deepToString(excess) + " in " + game.form();
    }
}
