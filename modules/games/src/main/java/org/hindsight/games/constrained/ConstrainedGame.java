// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;

/**
 * A game in which each player has costs that depend on what everybody does, each to be at most zero in expectation.
 *
 * <p>Costs are stated as games of the same shape: the "payoff" of player i in the r-th one is her r-th cost c_ir(a), with what she
 * may spend already subtracted. A distribution z over profiles is safe if {@code E_z c_ir <= 0} for all i and r. A deviation of
 * player i maps each recommended action to a distribution over actions; it is safe at z if her expected costs remain at most zero
 * when she follows it and the others obey. A safe z is a constrained equilibrium up to epsilon if no player gains more than epsilon
 * by a deviation that is safe at z. Immutable.
 */
public final class ConstrainedGame {
    private final NormalFormGame game;
    private final List<NormalFormGame> costs;

    private ConstrainedGame(NormalFormGame game, List<NormalFormGame> costs) {
        this.game = game;
        this.costs = costs;
    }

    /**
     * Creates a game.
     *
     * @param game the game
     * @param costs the costs, at least one, each of the game's shape
     * @return the game with costs
     * @throws IllegalArgumentException if there is no cost, or one has another shape
     */
    public static ConstrainedGame of(NormalFormGame game, NormalFormGame... costs) {
        Objects.requireNonNull(game, "game");
        Checks.atLeast(costs.length, 1, "costs.length");
        for (int r = 0; r < costs.length; r++) {
            if (!costs[r].form().hasShapeOf(game.form())) {
                throw new IllegalArgumentException("costs[" + r + "] must have the shape of the game, " + game.form()
                        + ", was " + costs[r].form());
            }
        }
        return new ConstrainedGame(game, List.of(costs));
    }

    /**
     * Returns the game without costs.
     *
     * @return the game
     */
    public NormalFormGame game() {
        return game;
    }

    /**
     * Returns the number of costs of each player.
     *
     * @return at least 1
     */
    public int costs() {
        return costs.size();
    }

    /**
     * Returns a cost of all players.
     *
     * @param cost in 0 .. costs - 1
     * @return the game whose payoffs are the costs
     */
    public NormalFormGame cost(int cost) {
        return costs.get(Checks.index(cost, costs.size(), "cost"));
    }

    /**
     * Returns the largest size of a player's cost: the unit of violations.
     *
     * @param player in 0 .. players - 1
     * @param cost in 0 .. costs - 1
     * @return the largest |c_ir(a)|
     */
    public double scale(int player, int cost) {
        return Math.max(
                Math.abs(cost(cost).minPayoff(player)), Math.abs(cost(cost).maxPayoff(player)));
    }

    /**
     * Returns a player's expected cost.
     *
     * @param player in 0 .. players - 1
     * @param cost in 0 .. costs - 1
     * @param distribution a distribution of the game's shape
     * @return at most zero if the distribution is safe
     */
    public double violation(int player, int cost, JointDistribution distribution) {
        return cost(cost).expectedPayoff(player, distribution);
    }

    @Override
    public String toString() {
        GameForm form = game.form();
        return costs.size() + (costs.size() == 1 ? " cost" : " costs") + " a player in " + form;
    }
}
