// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.List;
import org.hindsight.core.Checks;
import org.hipparchus.fraction.BigFraction;

/**
 * A probability distribution over the pure profiles of a game in exact fractions: non-negative, with sum one. Immutable.
 *
 * <p>Indexed as {@link GameForm#profileIndex} says, player 0's action fastest.
 */
public final class RationalJointDistribution {
    private final GameForm form;
    private final List<BigFraction> probabilities;

    private RationalJointDistribution(GameForm form, List<BigFraction> probabilities) {
        this.form = form;
        this.probabilities = RationalProfile.checked(probabilities, "probabilities");
        Checks.length(probabilities.size(), form.profiles(), "probabilities");
    }

    /**
     * Creates a distribution.
     *
     * @param form the players and their actions
     * @param probabilities one fraction a profile; copied
     * @return the distribution
     * @throws IllegalArgumentException if the length is wrong, an entry is negative, or the sum is not one
     */
    public static RationalJointDistribution of(GameForm form, List<BigFraction> probabilities) {
        return new RationalJointDistribution(form, probabilities);
    }

    /**
     * Creates a distribution from doubles, taken for exactly what they are and divided by their exact sum.
     *
     * @param distribution the distribution
     * @return the nearest thing to it with sum one
     */
    public static RationalJointDistribution exactly(JointDistribution distribution) {
        return new RationalJointDistribution(distribution.form(), RationalProfile.normalised(distribution.raw()));
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
    public BigFraction probability(int... profile) {
        return probabilities.get(form.profileIndex(profile));
    }

    /**
     * Returns the probabilities.
     *
     * @return an immutable list, one fraction a profile
     */
    public List<BigFraction> probabilities() {
        return probabilities;
    }

    /**
     * Returns the distribution in doubles.
     *
     * @return each fraction rounded to the nearest double
     */
    public JointDistribution toDoubles() {
        return JointDistribution.of(
                form, probabilities.stream().mapToDouble(Exactly::nearest).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RationalJointDistribution that
                && form.equals(that.form)
                && probabilities.equals(that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * form.hashCode() + probabilities.hashCode();
    }

    @Override
    public String toString() {
        return probabilities.toString();
    }
}
