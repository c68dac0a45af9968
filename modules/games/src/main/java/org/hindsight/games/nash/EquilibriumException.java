// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

/**
 * A solver found no equilibrium that could be certified, or reached the limit of the work it was allowed.
 *
 * <p>An uncertified answer is never returned in its place.
 */
public final class EquilibriumException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The smallest gap seen. */
    private final double bestGap;

    /** The work done. */
    private final long work;

    EquilibriumException(String message, double bestGap, long work) {
        super(message);
        this.bestGap = bestGap;
        this.work = work;
    }

    /**
     * Returns the smallest gap of a certificate that was seen.
     *
     * @return positive, infinite if no profile was found at all
     */
    public double bestGap() {
        return bestGap;
    }

    /**
     * Returns the work done before giving up.
     *
     * @return in the unit that the solver names
     */
    public long work() {
        return work;
    }
}
