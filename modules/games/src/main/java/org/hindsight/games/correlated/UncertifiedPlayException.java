// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

/** Says that a solver's answer could not be certified; it is not returned in place of one that can. */
public final class UncertifiedPlayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The gap that was reached. */
    private final double gap;

    UncertifiedPlayException(String message, double gap) {
        super(message);
        this.gap = gap;
    }

    /**
     * Returns the gap that was reached.
     *
     * @return more than the tolerance
     */
    public double gap() {
        return gap;
    }
}
