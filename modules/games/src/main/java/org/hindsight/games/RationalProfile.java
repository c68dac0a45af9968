// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.Checks;
import org.hipparchus.fraction.BigFraction;

/** One mixed strategy a player, in exact fractions: non-negative, with sum one. Immutable. */
public final class RationalProfile {
    private final List<List<BigFraction>> strategies;

    private RationalProfile(List<List<BigFraction>> strategies) {
        this.strategies = strategies;
    }

    /**
     * Creates a profile.
     *
     * @param strategies for each player one fraction an action; copied
     * @return the profile
     * @throws IllegalArgumentException if there is no player, or a strategy is empty, has a negative entry or a sum other
     *     than one
     */
    public static RationalProfile of(List<? extends List<BigFraction>> strategies) {
        Checks.atLeast(strategies.size(), 1, "players");
        List<List<BigFraction>> copy = new ArrayList<>();
        for (int i = 0; i < strategies.size(); i++) {
            copy.add(checked(strategies.get(i), "strategies[" + i + "]"));
        }
        return new RationalProfile(List.copyOf(copy));
    }

    /**
     * Creates a profile from doubles, taken for exactly what they are and divided by their exact sum.
     *
     * @param profile the profile
     * @return the nearest thing to it whose strategies have sum one
     */
    public static RationalProfile exactly(MixedProfile profile) {
        List<List<BigFraction>> strategies = new ArrayList<>();
        for (double[] strategy : profile.raw()) {
            strategies.add(normalised(strategy));
        }
        return of(strategies);
    }

    static List<BigFraction> normalised(double[] weights) {
        List<BigFraction> exact = new ArrayList<>();
        BigFraction sum = BigFraction.ZERO;
        for (double weight : weights) {
            BigFraction fraction = Exactly.of(weight);
            exact.add(fraction);
            sum = sum.add(fraction);
        }
        BigFraction total = sum;
        exact.replaceAll(fraction -> fraction.divide(total));
        return exact;
    }

    static List<BigFraction> checked(List<BigFraction> probabilities, String name) {
        // A zero that came from a double is kept over 2^1074 by Hipparchus and equals no other.
        List<BigFraction> copy = probabilities.stream()
                .map(probability -> probability.signum() == 0 ? BigFraction.ZERO : probability)
                .toList();
        Checks.atLeast(copy.size(), 1, name + ".size");
        BigFraction sum = BigFraction.ZERO;
        for (int a = 0; a < copy.size(); a++) {
            if (copy.get(a).signum() < 0) {
                throw new IllegalArgumentException(name + "[" + a + "] = " + copy.get(a) + " must be a probability");
            }
            sum = sum.add(copy.get(a));
        }
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException(name + " must sum to 1, summed to " + sum);
        }
        return copy;
    }

    /**
     * Returns the number of players.
     *
     * @return at least 1
     */
    public int players() {
        return strategies.size();
    }

    /**
     * Returns a player's strategy.
     *
     * @param player in 0 .. players - 1
     * @return an immutable list, one fraction an action
     */
    public List<BigFraction> strategy(int player) {
        return strategies.get(Checks.index(player, strategies.size(), "player"));
    }

    /**
     * Returns the profile in doubles.
     *
     * @return each fraction rounded to the nearest double
     */
    public MixedProfile toDoubles() {
        double[][] rounded = new double[strategies.size()][];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] =
                    strategies.get(i).stream().mapToDouble(Exactly::nearest).toArray();
        }
        return MixedProfile.of(rounded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RationalProfile that && strategies.equals(that.strategies);
    }

    @Override
    public int hashCode() {
        return strategies.hashCode();
    }

    @Override
    public String toString() {
        return strategies.toString();
    }
}
