// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.quadratic;

/**
 * No certified answer to a quadratic program could be had, or not one of the kind asked for.
 *
 * <p>An uncertified answer is never returned in its place.
 */
public final class QuadraticProgramException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The smallest gap seen. */
    private final double bestGap;

    QuadraticProgramException(String message, double bestGap) {
        super(message);
        this.bestGap = bestGap;
    }

    /**
     * Returns the smallest gap of a certificate that was reached.
     *
     * @return at least zero, infinite if there was no witness
     */
    public double bestGap() {
        return bestGap;
    }
}
