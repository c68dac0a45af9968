// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core;

/**
 * A witness from which anyone can verify a solver's answer.
 *
 * <p>{@link #gap()} is computed from the problem and the witness alone, by code that shares nothing with the solver
 * that found them. An answer is right to within the gap.
 */
public interface Certificate {
    /**
     * Returns how far the witness is from proving the claim: zero proves it exactly.
     *
     * <p>The gap is relative to the scale of the problem, so that it does not change when payoffs are multiplied by a
     * positive constant. Complexity: that of reading the problem once, unless the implementation says otherwise.
     *
     * @return the gap, at least zero; positive infinity if the witness proves nothing
     */
    double gap();

    /**
     * Says in one sentence what the certificate proves.
     *
     * @return the claim
     */
    String claim();

    /**
     * Returns whether the gap is at most a tolerance.
     *
     * @param tolerance the largest acceptable gap
     * @return whether the claim is proven to within the tolerance
     */
    default boolean holdsWithin(double tolerance) {
        return gap() <= Checks.nonNegative(tolerance, "tolerance");
    }
}
