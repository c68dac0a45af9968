// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

/** Says that a solver found no smooth equilibrium that meets its tolerance, and how close it came. */
public final class UncertifiedSmoothEquilibriumException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The least gap of what was found. */
    private final double bestGap;

    UncertifiedSmoothEquilibriumException(String search, double tolerance, double bestGap) {
        super(search + " reached gap " + bestGap + ", expected at most " + tolerance);
        this.bestGap = bestGap;
    }

    /**
     * Returns how close the solver came.
     *
     * @return the least gap of a profile it found, infinite if it found none
     */
    public double bestGap() {
        return bestGap;
    }
}
