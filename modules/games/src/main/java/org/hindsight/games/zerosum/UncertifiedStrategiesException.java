// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

/** Says that strategies could not be certified to within a tolerance; they are not returned as if they were optimal. */
public final class UncertifiedStrategiesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The gap that was reached. */
    private final double gap;

    UncertifiedStrategiesException(String message, double gap) {
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
