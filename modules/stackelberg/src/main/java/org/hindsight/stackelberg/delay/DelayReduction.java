// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.delay;

import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * How a delay turns a follower who discounts the future into one who answers almost best.
 *
 * <p>If the response of a round influences no commitment for D rounds, a lie costs now and pays at the earliest in D rounds. The response
 * therefore loses at most what all later payoffs together can be worth, {@link #RESPONSE_LOSS} under geometric discounting. {@link #leastDelay}
 * inverts it. Under hyperbolic discounting the sum over all later rounds diverges, so a finite delay bounds the loss only for a known number of
 * rounds, {@link #HYPERBOLIC_RESPONSE_LOSS}.
 *
 * <p>Source: N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), "Learning in Stackelberg games with non-myopic agents",
 * arXiv:2208.09407. Note: {@code proofs-notes/delay-reduction.md}.
 */
public final class DelayReduction {
    private static final Source SOURCE =
            new Source("Haghtalab, Lykouris, Nietert, Wei", 2022, "delay reduction", "arXiv:2208.09407");

    /** What a response loses at most under geometric discounting. */
    public static final Bound<Geometric> RESPONSE_LOSS = Bound.<Geometric>stating(
                    "max_k v(x, k) - v(x, j) <= R (gamma^D - gamma^(T - t)) / (1 - gamma) <= R gamma^D / (1 - gamma)")
            .derivedFrom(SOURCE)
            .assuming("The response of round t influences no commitment before round t + D.")
            .assuming(
                    "The follower maximises the discounted sum of payoffs, over all plans or over a set of plans that with "
                            + "each plan has the one that answers best now and goes on alike.")
            .assuming("The follower's payoffs have the range R; T - t rounds are left, this one included.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(follower -> follower.range()
                    * Math.max(
                            0,
                            StrictMath.pow(follower.factor(), (double) follower.delay())
                                    - StrictMath.pow(follower.factor(), (double) follower.remaining()))
                    / (1 - follower.factor()));

    /** What a response loses at most under hyperbolic discounting. */
    public static final Bound<Hyperbolic> HYPERBOLIC_RESPONSE_LOSS = Bound.<Hyperbolic>stating(
                    "max_k v(x, k) - v(x, j) <= R sum over d = D .. T - t - 1 of 1 / (1 + k d)")
            .derivedFrom(SOURCE)
            .assuming("The response of round t influences no commitment before round t + D.")
            .assuming(
                    "The follower maximises the discounted sum of payoffs, over all plans or over a set of plans that with "
                            + "each plan has the one that answers best now and goes on alike.")
            .assuming("The follower's payoffs have the range R; T - t rounds are left, this one included.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(DelayReduction::hyperbolicLoss);

    private DelayReduction() {}

    /**
     * A geometric discounter behind a delay.
     *
     * @param range R, the range of the follower's payoffs
     * @param factor γ
     * @param delay D
     * @param remaining T - t, the rounds that are left, this one included; {@link Long#MAX_VALUE} if there is no end
     */
    public record Geometric(double range, double factor, long delay, long remaining) {
        /**
         * Creates the parameters.
         *
         * @param range R, at least 0
         * @param factor γ, in [0, 1)
         * @param delay D, at least 1
         * @param remaining at least 1
         */
        public Geometric {
            Checks.nonNegative(range, "range");
            requireFactor(factor);
            Checks.atLeast(delay, 1L, "delay");
            Checks.atLeast(remaining, 1L, "remaining");
        }
    }

    /**
     * A hyperbolic discounter behind a delay.
     *
     * @param range R, the range of the follower's payoffs
     * @param rate k
     * @param delay D
     * @param remaining T - t, the rounds that are left, this one included
     */
    public record Hyperbolic(double range, double rate, long delay, long remaining) {
        /**
         * Creates the parameters.
         *
         * @param range R, at least 0
         * @param rate k, at least 0
         * @param delay D, at least 1
         * @param remaining at least 1
         */
        public Hyperbolic {
            Checks.nonNegative(range, "range");
            Checks.nonNegative(rate, "rate");
            Checks.atLeast(delay, 1L, "delay");
            Checks.atLeast(remaining, 1L, "remaining");
        }
    }

    /**
     * Returns the least delay with which responses lose at most ε to a geometric discounter, whatever the number of rounds.
     *
     * @param range R, the range of the follower's payoffs, at least 0
     * @param factor γ, in [0, 1)
     * @param error ε, positive
     * @return the least D of at least 1 with {@code R γ^D / (1 - γ) <= ε}, that is {@code ceil(ln(R / ((1 - γ) ε)) / ln(1 / γ))}
     */
    public static long leastDelay(double range, double factor, double error) {
        Checks.nonNegative(range, "range");
        requireFactor(factor);
        Checks.positive(error, "error");
        if (range <= (1 - factor) * error || factor == 0) {
            return 1;
        }
        double logarithms = StrictMath.log(range / ((1 - factor) * error)) / -StrictMath.log(factor);
        long delay = Math.max(1, (long) Math.ceil(logarithms) - 1);
        while (range * StrictMath.pow(factor, (double) delay) / (1 - factor) > error) {
            delay++;
        }
        return delay;
    }

    /**
     * Returns a simpler delay that suffices, in terms of the follower's time T_γ = 1 / (1 - γ).
     *
     * @param range R, the range of the follower's payoffs, at least 0
     * @param factor γ, in [0, 1)
     * @param error ε, positive
     * @return {@code ceil(T_γ ln(R T_γ / ε))}, or 1 if that is less; at least {@link #leastDelay}
     */
    public static long sufficientDelay(double range, double factor, double error) {
        Checks.nonNegative(range, "range");
        requireFactor(factor);
        Checks.positive(error, "error");
        double time = 1 / (1 - factor);
        double delay = range == 0 ? 1 : Math.ceil(time * StrictMath.log(range * time / error));
        return Math.max(1, (long) delay);
    }

    private static double hyperbolicLoss(Hyperbolic follower) {
        CompensatedSum sum = new CompensatedSum();
        for (long d = follower.delay(); d < follower.remaining(); d++) {
            sum.add(1 / (1 + follower.rate() * d));
        }
        return follower.range() * sum.value();
    }

    private static void requireFactor(double factor) {
        if (!(factor >= 0 && factor < 1)) {
            throw new IllegalArgumentException("factor must lie in [0, 1), was " + factor);
        }
    }
}
