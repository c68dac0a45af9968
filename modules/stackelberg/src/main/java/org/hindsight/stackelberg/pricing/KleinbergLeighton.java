// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;

/**
 * Searches the fixed value of truthful buyers with steps that are squared from phase to phase.
 *
 * <p>With the value known to lie in [a, b], a phase of step eps offers {@code a + eps, a + 2 eps, ...} below b until one is
 * rejected; the last accepted offer and the rejected one are the next a and b, and eps is squared; the first is 1/2. Once {@code b - a
 * <= 1 / T} the price is a for ever. All prices are multiples of a power of two, so nothing is rounded. Deterministic. Mutable, not
 * thread-safe.
 *
 * <p>Source: R. Kleinberg, T. Leighton (2003), "The value of knowing a demand curve", FOCS.
 */
@CostPerRound("O(1)")
public final class KleinbergLeighton implements Seller {
    /** Revenue lost against a buyer whose value is known; the parameter is the horizon. */
    public static final Bound<Long> REGRET = Bound.<Long>stating(
                    "T v - revenue <= 2 ceil(log2 log2 T) + 3/2 for T >= 2")
            .derivedFrom(new Source("Kleinberg, Leighton", 2003, "Section 2", "doi:10.1109/SFCS.2003.1238232"))
            .assuming("All buyers have the same value v in [0, 1] and are truthful.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(KleinbergLeighton::regretBound);

    /** Beyond this horizon steps would be too small for prices in double precision. */
    public static final long LONGEST_HORIZON = 1L << 32;

    private final long horizon;
    private double low;
    private double high;
    private double step;
    /** The last accepted offer of this phase. */
    private double accepted;

    private KleinbergLeighton(long horizon) {
        this.horizon = horizon;
        reset();
    }

    /**
     * Creates the seller.
     *
     * @param horizon T, from 1 to {@link #LONGEST_HORIZON}
     * @return the seller
     */
    public static KleinbergLeighton forHorizon(long horizon) {
        return new KleinbergLeighton(checkHorizon(horizon));
    }

    private static long checkHorizon(long horizon) {
        if (Checks.atLeast(horizon, 1L, "horizon") > LONGEST_HORIZON) {
            throw new IllegalArgumentException("horizon must be at most 2^32, was " + horizon);
        }
        return horizon;
    }

    private boolean searches() {
        return (high - low) * horizon > 1;
    }

    private double posted() {
        return searches() ? accepted + step : low;
    }

    @Override
    public double price(RandomGenerator random) {
        return posted();
    }

    @Override
    public void observe(double price, boolean sold) {
        PostedPrices.checkPosted(price, posted());
        if (!searches()) {
            return;
        }
        if (sold) {
            accepted = price;
        } else {
            high = price;
        }
        if (accepted + step >= high) {
            low = accepted;
            step *= step;
        }
    }

    @Override
    public void reset() {
        low = 0;
        high = 1;
        step = 0.5;
        accepted = 0;
    }

    @Override
    public KleinbergLeighton fork() {
        KleinbergLeighton copy = new KleinbergLeighton(horizon);
        copy.low = low;
        copy.high = high;
        copy.step = step;
        copy.accepted = accepted;
        return copy;
    }

    private static double regretBound(long horizon) {
        checkHorizon(horizon);
        if (horizon == 1) {
            return 1;
        }
        // Squarings of 2 until it is T or more: the ceiling of log2 log2 T.
        int squarings = 0;
        for (double power = 2; power < horizon; power *= power) {
            squarings++;
        }
        return 2 * squarings + 1.5;
    }
}
