// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.List;

/**
 * No certified answer to a linear program could be had, or not one of the kind asked for.
 *
 * <p>Says what was tried. An uncertified answer is never returned in its place.
 */
public final class LinearProgramException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An immutable list of strings, which serialises. */
    @SuppressWarnings("serial")
    private final List<String> attempts;

    /** The smallest gap seen. */
    private final double bestGap;

    LinearProgramException(String message, List<String> attempts, double bestGap) {
        super(message);
        this.attempts = List.copyOf(attempts);
        this.bestGap = bestGap;
    }

    /**
     * Returns what each backend was asked and why its answer was not accepted.
     *
     * @return one sentence an attempt, in order; empty if an answer was certified but of another kind
     */
    public List<String> attempts() {
        return attempts;
    }

    /**
     * Returns the smallest gap of a certificate among the attempts.
     *
     * @return positive, infinite if no attempt came with a witness; zero or more if an answer was certified but of
     *     another kind
     */
    public double bestGap() {
        return bestGap;
    }
}
