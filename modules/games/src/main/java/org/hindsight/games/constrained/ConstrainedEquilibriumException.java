// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

/**
 * Says that no certified equilibrium was found; an uncertified one is not returned in its place.
 *
 * <p>After a search over prices this does not mean that there is no equilibrium.
 */
public final class ConstrainedEquilibriumException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The number of programs that were solved. */
    private final long programs;

    /** The smallest gap seen. */
    private final double bestGap;

    ConstrainedEquilibriumException(String message, long programs, double bestGap) {
        super(message);
        this.programs = programs;
        this.bestGap = bestGap;
    }

    /**
     * Returns the number of linear programs that were solved.
     *
     * @return at least 1
     */
    public long programs() {
        return programs;
    }

    /**
     * Returns the gap of the distribution that could not be certified.
     *
     * @return more than was accepted, infinite if there was no distribution
     */
    public double bestGap() {
        return bestGap;
    }
}
