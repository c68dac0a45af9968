// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.Arrays;
import java.util.Objects;

/**
 * A commitment against a quantal response, and a bound on what any commitment earns.
 *
 * <p>The value is attained by the commitment. The bound is proven by mathematics and computed in floating point, its rounding
 * not accounted for. What is not known is where between the two the optimum lies.
 *
 * @param value what the leader expects from the commitment
 * @param bound no commitment brings more
 * @param gap their distance relative to the range of the leader's payoffs
 * @param commitment x; handed over
 * @param method how value and bound were found, in a few words
 * @param evaluations the number of commitments that were evaluated, or of intervals that were bounded
 */
@SuppressWarnings("ArrayRecordComponent")
public record QuantalCommitmentSolution(
        double value, double bound, double gap, double[] commitment, String method, long evaluations) {
    /**
     * Checks that nothing is missing.
     *
     * @param value what the leader expects
     * @param bound at least the value
     * @param gap at least 0
     * @param commitment a probability for each row; handed over
     * @param method how
     * @param evaluations at least 1
     */
    public QuantalCommitmentSolution {
        Objects.requireNonNull(commitment, "commitment");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Returns the commitment.
     *
     * @return x, a new array
     */
    @Override
    public double[] commitment() {
        return commitment.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantalCommitmentSolution that
                && Double.compare(value, that.value) == 0
                && Double.compare(bound, that.bound) == 0
                && Double.compare(gap, that.gap) == 0
                && Arrays.equals(commitment, that.commitment)
                && method.equals(that.method)
                && evaluations == that.evaluations;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(commitment) * 31 + Double.hashCode(value);
    }

    @Override
    public String toString() {
        return "value " + value + " at " + Arrays.toString(commitment) + ", at most " + bound + " (" + method + ")";
    }
}
