// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

/** Says that a solver's answer could not be certified; it is not returned in place of one that can. */
public final class UncertifiedCommitmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The gap that was reached. */
    private final double gap;

    /**
     * Creates an exception.
     *
     * @param message what could not be certified, and how far it was
     * @param gap the gap that was reached
     */
    public UncertifiedCommitmentException(String message, double gap) {
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
