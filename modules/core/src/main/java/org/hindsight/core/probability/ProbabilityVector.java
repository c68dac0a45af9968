// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * A probability distribution on {@code 0 .. size - 1}.
 *
 * <p>Entries are non-negative and sum to one within {@link Checks#PROBABILITY_SUM_TOLERANCE}; they are kept as given and
 * never renormalised unless asked for by {@link #normalising(double...)}. Immutable.
 */
public final class ProbabilityVector {
    private final double[] probabilities;

    private ProbabilityVector(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * Creates a vector from its entries.
     *
     * @param probabilities the entries, copied
     * @return the vector
     * @throws IllegalArgumentException if there are none, one is negative or NaN, or they do not sum to one
     */
    public static ProbabilityVector of(double... probabilities) {
        return new ProbabilityVector(
                Checks.probabilityVector(probabilities, "probabilities").clone());
    }

    /**
     * Creates the vector proportional to some weights.
     *
     * @param weights non-negative finite numbers, not all zero; copied
     * @return the vector of each weight divided by their sum
     * @throws IllegalArgumentException if there are none, one is negative or not finite, or all are zero
     */
    public static ProbabilityVector normalising(double... weights) {
        Objects.requireNonNull(weights, "weights");
        double max = 0;
        for (int i = 0; i < weights.length; i++) {
            max = Math.max(max, Checks.nonNegative(weights[i], "weights[" + i + "]"));
        }
        if (!(max > 0)) {
            throw new IllegalArgumentException("weights must have a positive entry, was " + Arrays.toString(weights));
        }
        // Scaling by a power of two first is exact and keeps the sum away from overflow and underflow.
        int exponent = -Math.getExponent(max);
        double[] scaled = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            scaled[i] = Math.scalb(weights[i], exponent);
        }
        double sum = CompensatedSum.of(scaled);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= sum;
        }
        return new ProbabilityVector(scaled);
    }

    /**
     * Creates the uniform distribution.
     *
     * @param size at least 1
     * @return the vector with entries 1/size
     */
    public static ProbabilityVector uniform(int size) {
        double[] probabilities = new double[Checks.atLeast(size, 1, "size")];
        Arrays.fill(probabilities, 1.0 / size);
        return new ProbabilityVector(probabilities);
    }

    /**
     * Creates the distribution that is certain of one outcome.
     *
     * @param size at least 1
     * @param outcome in 0 .. size - 1
     * @return the vector with entry 1 at the outcome
     */
    public static ProbabilityVector pointMass(int size, int outcome) {
        double[] probabilities = new double[Checks.atLeast(size, 1, "size")];
        probabilities[Checks.index(outcome, size, "outcome")] = 1;
        return new ProbabilityVector(probabilities);
    }

    /**
     * Returns the number of outcomes.
     *
     * @return at least 1
     */
    public int size() {
        return probabilities.length;
    }

    /**
     * Returns the probability of an outcome.
     *
     * @param outcome in 0 .. size - 1
     * @return its probability
     */
    public double probability(int outcome) {
        return probabilities[Checks.index(outcome, probabilities.length, "outcome")];
    }

    /**
     * Returns the expectation of a function of the outcome.
     *
     * @param values the function's finite values, one an outcome; not modified
     * @return the sum over outcomes of probability times value
     */
    public double expectation(double... values) {
        Checks.length(values.length, probabilities.length, "values");
        Checks.finite(values, "values");
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < values.length; i++) {
            sum.add(probabilities[i] * values[i]);
        }
        return sum.value();
    }

    /**
     * Returns the entries.
     *
     * @return a new array
     */
    public double[] toArray() {
        return probabilities.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProbabilityVector that && Arrays.equals(probabilities, that.probabilities);
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
