// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import org.hindsight.core.Certificate;

/** Says that a search ended without an answer that meets its tolerance, and how close it came. */
public final class UncertifiedEquilibriumException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The gap of what was found. */
    private final double gap;

    UncertifiedEquilibriumException(String search, double tolerance, Certificate best) {
        super(search + " reached gap " + best.gap() + ", expected at most " + tolerance);
        this.gap = best.gap();
    }

    /**
     * Returns how close the search came.
     *
     * @return the gap of its last policy
     */
    public double gap() {
        return gap;
    }
}
