// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import org.hindsight.core.Checks;

/**
 * The rounds at which a long play is measured: evenly on a logarithmic or on a linear axis. Immutable.
 *
 * @param ratio each measured round is at least this times the one before; 1 if only the step counts
 * @param step and at least this many rounds later
 */
public record RoundSpacing(double ratio, long step) {
    /**
     * Checks the numbers.
     *
     * @param ratio at least 1 and finite
     * @param step at least 1
     */
    public RoundSpacing {
        if (!(ratio >= 1 && ratio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("ratio must be at least 1 and finite, was " + ratio);
        }
        Checks.atLeast(step, 1L, "step");
    }

    /**
     * Spaces measurements evenly on a logarithmic axis, but not closer than one round.
     *
     * @param perDecade the measurements while the rounds grow tenfold, at least 1
     * @return the spacing
     */
    public static RoundSpacing logarithmic(int perDecade) {
        return new RoundSpacing(StrictMath.pow(10, 1.0 / Checks.atLeast(perDecade, 1, "perDecade")), 1);
    }

    /**
     * Measures every so many rounds.
     *
     * @param rounds at least 1
     * @return the spacing
     */
    public static RoundSpacing every(long rounds) {
        return new RoundSpacing(1, rounds);
    }

    /**
     * Returns the round after which to measure next.
     *
     * @param round a round that was measured, at least 1
     * @return a later round
     */
    public long after(long round) {
        // A little less than the product, so that 10^(1/10) ten times gives 10 and not 11.
        return Math.max(round + step, (long) Math.ceil(round * ratio * (1 - 1e-12)));
    }
}
