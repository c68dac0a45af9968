// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * A probability distribution over the pure profiles of a game: correlated play.
 *
 * <p>Probabilities are indexed as {@link GameForm#profileIndex} says, player 0's action fastest. The same tolerances
 * apply as for a {@link MixedStrategy}. Immutable.
 */
public final class JointDistribution {
    private final GameForm form;
    private final double[] probabilities;

    private JointDistribution(GameForm form, double[] probabilities) {
        this.form = form;
        this.probabilities = probabilities;
    }

    /**
     * Creates a distribution.
     *
     * @param form the players and their actions
     * @param probabilities one a profile; copied
     * @return the distribution
     * @throws IllegalArgumentException if the length is wrong, an entry is negative or NaN, or they do not sum to one
     */
    public static JointDistribution of(GameForm form, double... probabilities) {
        Checks.length(probabilities.length, form.profiles(), "probabilities");
        return new JointDistribution(form, MixedStrategy.cleaned("probabilities", probabilities));
    }

    /**
     * Creates the distribution of independent play.
     *
     * @param form the players and their actions
     * @param profile one mixed strategy a player
     * @return the product of the strategies
     */
    public static JointDistribution product(GameForm form, MixedProfile profile) {
        double[][] strategies = checked(form, profile);
        double[] product = new double[form.profiles()];
        addProduct(form, strategies, 1, product);
        return new JointDistribution(form, MixedStrategy.cleaned("probabilities", product));
    }

    /**
     * Creates the average of the products of several profiles, such as the play of a repeated game.
     *
     * @param form the players and their actions
     * @param profiles at least one
     * @return the average, which is in general no product
     */
    public static JointDistribution average(GameForm form, Iterable<MixedProfile> profiles) {
        double[] sum = new double[form.profiles()];
        long count = 0;
        for (MixedProfile profile : profiles) {
            addProduct(form, checked(form, profile), 1, sum);
            count++;
        }
        Checks.atLeast(count, 1, "profiles.size");
        for (int index = 0; index < sum.length; index++) {
            sum[index] /= count;
        }
        return new JointDistribution(form, MixedStrategy.cleaned("probabilities", sum));
    }

    private static double[][] checked(GameForm form, MixedProfile profile) {
        double[][] strategies = profile.raw();
        Checks.length(strategies.length, form.players(), "profile");
        for (int i = 0; i < strategies.length; i++) {
            Checks.length(strategies[i].length, form.actions(i), "profile[" + i + "]");
        }
        return strategies;
    }

    /**
     * Adds a multiple of the product of some strategies to an array, without allocating.
     *
     * @param form the players and their actions
     * @param strategies one a player
     * @param weight the multiple
     * @param sum one entry a profile, added to
     */
    public static void addProduct(GameForm form, double[][] strategies, double weight, double[] sum) {
        Checks.length(strategies.length, form.players(), "strategies");
        Checks.length(sum.length, form.profiles(), "sum");
        for (int i = 0; i < strategies.length; i++) {
            // The name is put together only for a refusal: dynamics call this in every round.
            if (strategies[i].length != form.actions(i)) {
                Checks.length(strategies[i].length, form.actions(i), "strategies[" + i + "]");
            }
        }
        addProduct(form, strategies, form.players() - 1, 0, weight, sum);
    }

    private static void addProduct(
            GameForm form, double[][] strategies, int player, int from, double weight, double[] sum) {
        if (player < 0) {
            sum[from] += weight;
            return;
        }
        for (int a = 0; a < strategies[player].length; a++) {
            double next = weight * strategies[player][a];
            if (next != 0) {
                addProduct(form, strategies, player - 1, from + a * form.stride(player), next, sum);
            }
        }
    }

    /**
     * Returns the players and their actions.
     *
     * @return the form
     */
    public GameForm form() {
        return form;
    }

    /**
     * Returns the probability of a profile.
     *
     * @param profile one action a player
     * @return in [0, 1]
     */
    public double probability(int... profile) {
        return probabilities[form.profileIndex(profile)];
    }

    /**
     * Returns the distribution of one player's action.
     *
     * @param player in 0 .. players - 1
     * @return the marginal distribution
     */
    public MixedStrategy marginal(int player) {
        double[] marginal = new double[form.actions(player)];
        for (int index = 0; index < probabilities.length; index++) {
            marginal[form.action(index, player)] += probabilities[index];
        }
        return MixedStrategy.of(marginal);
    }

    /**
     * Returns the probabilities.
     *
     * @return a new array, one entry a profile
     */
    public double[] toArray() {
        return probabilities.clone();
    }

    /** The array itself, which nobody may write to. */
    double[] raw() {
        return probabilities;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointDistribution that
                && form.equals(that.form)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * form.hashCode() + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return Arrays.toString(probabilities);
    }
}
