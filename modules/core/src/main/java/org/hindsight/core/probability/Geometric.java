// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * The number of independent coins up to and including the first success.
 *
 * <p>Support 1, 2, ...; mean 1/p. By inversion, {@code 1 + floor(ln(1 - U) / ln(1 - p))}, with one uniform a draw; a
 * result beyond the range of {@code long} is reported as {@link Long#MAX_VALUE}. Immutable and thread-safe; a draw
 * allocates nothing and has the same bits on every platform.
 */
public final class Geometric {
    private final double successProbability;
    private final double logFailure;

    private Geometric(double successProbability) {
        this.successProbability = successProbability;
        this.logFailure = StrictMath.log1p(-successProbability);
    }

    /**
     * Creates the distribution.
     *
     * @param successProbability in (0, 1]
     * @return the distribution
     */
    public static Geometric of(double successProbability) {
        return new Geometric(Checks.rate(successProbability, "successProbability"));
    }

    /**
     * Draws a number.
     *
     * @param random the source of randomness; read even when the result is certain, so that streams stay aligned
     * @return at least 1
     */
    public long sample(RandomGenerator random) {
        double u = random.nextDouble();
        if (successProbability == 1) {
            return 1;
        }
        double failures = Math.floor(StrictMath.log1p(-u) / logFailure);
        return failures < 0x1.0p63 ? 1 + (long) failures : Long.MAX_VALUE;
    }
}
