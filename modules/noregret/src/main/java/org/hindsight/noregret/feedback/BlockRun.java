// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import org.hindsight.core.Checks;

/**
 * A run of a transformation that works in blocks: the parameter of its regret bound.
 *
 * @param baseRegret a bound on the base's expected regret over {@link BlockLength#blocks ceil(T / B)} rounds, with full
 *     feedback
 * @param horizon the number of rounds T
 * @param blockLength B
 * @param lowestRate the lower bound f* on the feedback rates
 */
public record BlockRun(double baseRegret, long horizon, long blockLength, double lowestRate) {
    /**
     * Creates the parameter.
     *
     * @param baseRegret at least 0; may be infinite
     * @param horizon at least 1
     * @param blockLength at least 1
     * @param lowestRate in (0, 1]
     */
    public BlockRun {
        requireRegret(baseRegret);
        Checks.atLeast(horizon, 1L, "horizon");
        Checks.atLeast(blockLength, 1L, "blockLength");
        Checks.rate(lowestRate, "lowestRate");
    }

    static void requireRegret(double baseRegret) {
        if (!(baseRegret >= 0)) {
            throw new IllegalArgumentException("baseRegret must be non-negative, was " + baseRegret);
        }
    }

    /**
     * Returns the regret that blocks without any feedback can cost, in expectation.
     *
     * @return {@code T ceil(T/B) (1 - f*)^B}, but at most T; at most 1/T for the B of {@link BlockLength#forHorizon}
     */
    public double emptyBlockRegret() {
        double emptyProbability = StrictMath.exp(blockLength * StrictMath.log1p(-lowestRate));
        return horizon * Math.min(1, BlockLength.blocks(horizon, blockLength) * emptyProbability);
    }
}
