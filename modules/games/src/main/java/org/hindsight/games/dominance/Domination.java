// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dominance;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.games.GameForm;
import org.hindsight.games.RationalGame;
import org.hipparchus.fraction.BigFraction;

/**
 * A strategy compared with an action of the same player against every pure profile of the opponents, in exact arithmetic.
 *
 * <p>The proof that the action is dominated, or not by this strategy.
 *
 * @param player the player
 * @param action the action
 * @param by the probability of each action under the strategy
 * @param leastGain by how much the strategy earns more than the action where it does so least, in units of payoff
 * @param largestGain where it does so most
 */
public record Domination(int player, int action, List<BigFraction> by, BigFraction leastGain, BigFraction largestGain) {
    /**
     * Copies its list.
     *
     * @param player the player
     * @param action the action
     * @param by the strategy
     * @param leastGain the least gain
     * @param largestGain the largest gain
     */
    public Domination {
        by = List.copyOf(by);
    }

    /**
     * Compares a strategy with an action.
     *
     * <p>Complexity: one multiplication for each payoff of the player.
     *
     * @param game the game
     * @param player in 0 .. players - 1
     * @param action an action of the player
     * @param by a probability for each action of the player, non-negative with sum one
     * @return the comparison
     * @throws IllegalArgumentException if the strategy is none of this player
     */
    public static Domination of(RationalGame game, int player, int action, List<BigFraction> by) {
        GameForm form = game.form();
        int n = form.actions(player);
        Checks.index(action, n, "action");
        Checks.length(by.size(), n, "by");
        BigFraction sum = BigFraction.ZERO;
        for (BigFraction probability : by) {
            if (probability.signum() < 0) {
                throw new IllegalArgumentException("by = " + by + " must not be negative");
            }
            sum = sum.add(probability);
        }
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("by must sum to 1, summed to " + sum);
        }
        List<BigFraction> gains = new ArrayList<>();
        int stride = form.stride(player);
        for (int first = 0; first < form.profiles(); first++) {
            if (form.action(first, player) == 0) {
                BigFraction gain =
                        game.payoffAt(player, first + action * stride).negate();
                for (int a = 0; a < n; a++) {
                    if (by.get(a).signum() != 0) {
                        gain = gain.add(by.get(a).multiply(game.payoffAt(player, first + a * stride)));
                    }
                }
                gains.add(gain);
            }
        }
        BigFraction least = gains.get(0);
        BigFraction largest = least;
        for (BigFraction gain : gains) {
            least = gain.compareTo(least) < 0 ? gain : least;
            largest = gain.compareTo(largest) > 0 ? gain : largest;
        }
        return new Domination(player, action, by, least, largest);
    }

    /**
     * Returns whether the strategy always earns more.
     *
     * @return whether the least gain is positive
     */
    public boolean isStrict() {
        return leastGain.signum() > 0;
    }

    /**
     * Returns whether the strategy never earns less, and more against something.
     *
     * @return whether no gain is negative and one is positive
     */
    public boolean isWeak() {
        return leastGain.signum() >= 0 && largestGain.signum() > 0;
    }
}
