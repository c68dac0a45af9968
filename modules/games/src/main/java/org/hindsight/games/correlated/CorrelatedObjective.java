// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.Checks;

/**
 * What the mediator wants of a correlated equilibrium: which of the many is sought.
 *
 * <p>All but {@link Maximin} are linear in the distribution. Payoffs of different players are added or compared in the
 * units in which the game states them.
 */
public sealed interface CorrelatedObjective {
    /**
     * Seeks the largest sum of the players' payoffs.
     *
     * @return the objective
     */
    static CorrelatedObjective welfare() {
        return new Welfare(true);
    }

    /**
     * Seeks the smallest sum of the players' payoffs.
     *
     * @return the objective
     */
    static CorrelatedObjective leastWelfare() {
        return new Welfare(false);
    }

    /**
     * Seeks the largest payoff of one player.
     *
     * @param player in 0 .. players - 1
     * @return the objective
     */
    static CorrelatedObjective payoff(int player) {
        return new PlayerPayoff(player, true);
    }

    /**
     * Seeks the smallest payoff of one player.
     *
     * @param player in 0 .. players - 1
     * @return the objective
     */
    static CorrelatedObjective leastPayoff(int player) {
        return new PlayerPayoff(player, false);
    }

    /**
     * Seeks the largest weighted sum of the players' payoffs.
     *
     * @param weights one finite weight a player, of any sign; copied
     * @return the objective
     */
    static CorrelatedObjective weighted(double... weights) {
        return new WeightedPayoffs(boxed(Checks.finite(weights, "weights")));
    }

    /**
     * Seeks the largest expectation of a function of the profile, whatever the payoffs.
     *
     * @param values one finite number a profile, in the order of {@link org.hindsight.games.GameForm#profileIndex}; copied
     * @return the objective
     */
    static CorrelatedObjective ofProfiles(double... values) {
        return new ProfileValues(boxed(Checks.finite(values, "values")));
    }

    /**
     * Seeks the largest payoff of the player who has least.
     *
     * @return the objective
     */
    static CorrelatedObjective maximin() {
        return new Maximin();
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    /**
     * The sum of all payoffs.
     *
     * @param largest whether the largest is sought rather than the smallest
     */
    record Welfare(boolean largest) implements CorrelatedObjective {}

    /**
     * One player's payoff.
     *
     * @param player in 0 .. players - 1
     * @param largest whether the largest is sought rather than the smallest
     */
    record PlayerPayoff(int player, boolean largest) implements CorrelatedObjective {
        /**
         * Checks the player.
         *
         * @param player at least 0
         * @param largest whether the largest is sought
         */
        public PlayerPayoff {
            Checks.atLeast(player, 0, "player");
        }
    }

    /**
     * The largest weighted sum of payoffs.
     *
     * @param weights one finite weight a player
     */
    record WeightedPayoffs(List<Double> weights) implements CorrelatedObjective {
        /**
         * Copies and checks the weights.
         *
         * @param weights one finite weight a player
         */
        public WeightedPayoffs {
            weights = List.copyOf(weights);
            weights.forEach(weight -> Checks.finite(weight, "weight"));
        }
    }

    /**
     * The largest expectation of a function of the profile.
     *
     * @param values one finite number a profile
     */
    record ProfileValues(List<Double> values) implements CorrelatedObjective {
        /**
         * Copies and checks the values.
         *
         * @param values one finite number a profile
         */
        public ProfileValues {
            values = List.copyOf(values);
            values.forEach(value -> Checks.finite(value, "value"));
        }
    }

    /** The largest payoff of the player who has least. */
    record Maximin() implements CorrelatedObjective {}
}
