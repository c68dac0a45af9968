// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

/** Says that a search over prices found no equilibrium that can be certified, which does not mean that there is none. */
public final class ConstrainedSearchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The number of programs that were solved. */
    private final long programs;

    /** The smallest gap seen. */
    private final double bestGap;

    ConstrainedSearchException(String message, long programs, double bestGap) {
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
     * Returns the gap of the best distribution that could not be certified.
     *
     * @return more than epsilon and the tolerance, infinite if no price supported a distribution
     */
    public double bestGap() {
        return bestGap;
    }
}
