// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * A probability distribution over one player's actions.
 *
 * <p>What a solver returns is rarely a distribution to the last bit. Entries of at least {@value #NEGATIVE_TOLERANCE} and
 * sums within {@link Checks#PROBABILITY_SUM_TOLERANCE} of one are accepted; negative entries become zero and the rest is
 * divided by its sum, unless that is one but for rounding. Anything further off is refused. Immutable.
 */
public final class MixedStrategy {
    /** The most negative entry that is taken for zero. */
    public static final double NEGATIVE_TOLERANCE = -1e-12;

    private final double[] probabilities;

    private MixedStrategy(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * Creates a strategy.
     *
     * @param probabilities one entry an action; copied
     * @return the strategy
     * @throws IllegalArgumentException if there is no entry, one is negative or NaN, or they do not sum to one
     */
    public static MixedStrategy of(double... probabilities) {
        return named("probabilities", probabilities);
    }

    /** Names the strategy in the message of a refusal. */
    static MixedStrategy named(String name, double[] probabilities) {
        return new MixedStrategy(cleaned(name, probabilities));
    }

    static double[] cleaned(String name, double[] probabilities) {
        Objects.requireNonNull(probabilities, name);
        Checks.atLeast(probabilities.length, 1, name + ".length");
        double[] clean = new double[probabilities.length];
        double given = 0;
        double sum = 0;
        for (int a = 0; a < clean.length; a++) {
            if (!(probabilities[a] >= NEGATIVE_TOLERANCE)) {
                throw new IllegalArgumentException(
                        name + "[" + a + "] = " + probabilities[a] + " must be a probability");
            }
            given += probabilities[a];
            clean[a] = probabilities[a] > 0 ? probabilities[a] : 0;
            sum += clean[a];
        }
        if (!(Math.abs(given - 1) <= Checks.PROBABILITY_SUM_TOLERANCE && sum > 0)) {
            throw new IllegalArgumentException(
                    name + " must sum to 1 within " + Checks.PROBABILITY_SUM_TOLERANCE + ", summed to " + given);
        }
        // A sum that is off by rounding alone is left, so that reading a strategy back changes nothing.
        if (Math.abs(sum - 1) > clean.length * 0x1p-52) {
            for (int a = 0; a < clean.length; a++) {
                clean[a] /= sum;
            }
        }
        return clean;
    }

    /**
     * Creates the strategy that plays one action.
     *
     * @param actions the number of actions, at least 1
     * @param action in 0 .. actions - 1
     * @return the strategy
     */
    public static MixedStrategy pure(int actions, int action) {
        double[] probabilities = new double[Checks.atLeast(actions, 1, "actions")];
        probabilities[Checks.index(action, actions, "action")] = 1;
        return new MixedStrategy(probabilities);
    }

    /**
     * Creates the strategy that plays every action with the same probability.
     *
     * @param actions the number of actions, at least 1
     * @return the strategy
     */
    public static MixedStrategy uniform(int actions) {
        double[] probabilities = new double[Checks.atLeast(actions, 1, "actions")];
        Arrays.fill(probabilities, 1.0 / actions);
        return new MixedStrategy(probabilities);
    }

    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    public int actions() {
        return probabilities.length;
    }

    /**
     * Returns the probability of an action.
     *
     * @param action in 0 .. actions - 1
     * @return in [0, 1]
     */
    public double probability(int action) {
        return probabilities[Checks.index(action, probabilities.length, "action")];
    }

    /**
     * Returns the actions of positive probability.
     *
     * @return a new array, increasing
     */
    public int[] support() {
        int[] support = new int[probabilities.length];
        int size = 0;
        for (int a = 0; a < probabilities.length; a++) {
            if (probabilities[a] > 0) {
                support[size++] = a;
            }
        }
        return Arrays.copyOf(support, size);
    }

    /**
     * Returns the probabilities.
     *
     * @return a new array
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
        return other instanceof MixedStrategy that && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return Arrays.toString(probabilities);
    }
}
