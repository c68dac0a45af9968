// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import org.hindsight.core.Checks;

/**
 * How long the blocks of a transformation must be, and how many of them fit.
 *
 * <p>With {@code B = ceil(3 ln T / f*)} a block gives no feedback at all with probability at most {@code (1 - f*)^B <=
 * T^-3}.
 */
public final class BlockLength {
    private BlockLength() {}

    /**
     * Returns B, the block length for a horizon.
     *
     * @param horizon the number of rounds T, at least 1
     * @param lowestRate the lower bound f* on the feedback rates, in (0, 1]
     * @return {@code ceil(3 ln T / f*)}, but at least 1
     */
    public static long forHorizon(long horizon, double lowestRate) {
        Checks.atLeast(horizon, 1L, "horizon");
        Checks.rate(lowestRate, "lowestRate");
        return Math.max(1, (long) Math.ceil(3 * StrictMath.log((double) horizon) / lowestRate));
    }

    /**
     * Returns the number of blocks that a horizon holds, the last of them possibly cut: the horizon to tune a base for.
     *
     * @param horizon the number of rounds T, at least 1
     * @param blockLength B, at least 1
     * @return {@code ceil(T / B)}
     */
    public static long blocks(long horizon, long blockLength) {
        Checks.atLeast(horizon, 1L, "horizon");
        Checks.atLeast(blockLength, 1L, "blockLength");
        return (horizon - 1) / blockLength + 1;
    }
}
