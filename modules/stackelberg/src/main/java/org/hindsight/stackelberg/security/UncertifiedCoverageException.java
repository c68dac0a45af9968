// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

/** Says that a commitment could not be certified to within a tolerance; it is not returned as if it were optimal. */
public final class UncertifiedCoverageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The gap that was reached. */
    private final double gap;

    /**
     * Creates the exception.
     *
     * @param message what could not be certified
     * @param gap the gap that was reached
     */
    public UncertifiedCoverageException(String message, double gap) {
        super(message);
        this.gap = gap;
    }

    /**
     * Returns the gap that was reached.
     *
     * @return more than the tolerance, infinite if there was no commitment at all
     */
    public double gap() {
        return gap;
    }
}
