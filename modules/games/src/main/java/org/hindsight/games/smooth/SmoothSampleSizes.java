// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;

/**
 * How many samples the search over k-uniform profiles needs for a weak smooth equilibrium; the number of actions does not appear.
 *
 * <p>For m players with payoffs in [0, 1]: with
 *
 * <pre>{@code
 * long k = SmoothSampleSizes.supportSize(m, sigma, epsilon / 2, delta / 3);
 * long K = SmoothSampleSizes.sampledActions(m, k, sigma, delta / 3);
 * long N = SmoothSampleSizes.testedActions(m, k, K, sigma, epsilon / 2, delta / 3);
 * }</pre>
 *
 * <p>the k-uniform profile on K uniform actions a player whose gap, estimated from N uniform actions a player, is least, has a
 * smooth gap of at most epsilon with probability at least 1 - delta. The three steps are Lemmas 3.2, 4.2 and B.2 of C. Daskalakis,
 * N. Golowich, N. Haghtalab, A. Shetty (2023), arXiv:2309.12226, and together Theorem 5.2; statements and constants are those of
 * {@code proofs-notes/smooth-equilibria.md}. Thread-safe.
 */
public final class SmoothSampleSizes {
    /** By how much the smooth gap of a profile can grow when each strategy is replaced by k draws from it. */
    public static final Bound<Support> GAP_INCREASE = Bound.<Support>stating(
                    "gap(k draws from each of x_1 .. x_m) - gap(x) <= sqrt((4 m - 3) ln(m / (sigma delta)) / (2 k))")
            .derivedFrom(new Source("Daskalakis, Golowich, Haghtalab, Shetty", 2023, "Lemma 3.2", "arXiv:2309.12226"))
            .assuming("Payoffs lie in [0, 1].")
            .assuming("All draws are independent.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(support ->
                    Math.sqrt(spread(support.players(), support.sigma(), support.delta()) / (2.0 * support.size())));

    private SmoothSampleSizes() {}

    /**
     * Draws from each strategy: the parameter of {@link #GAP_INCREASE}.
     *
     * @param players m
     * @param size k, the number of draws from each strategy
     * @param sigma the smoothness
     * @param delta the probability of failure
     */
    public record Support(int players, long size, double sigma, double delta) {
        /**
         * Creates the parameter.
         *
         * @param players at least 1
         * @param size at least 1
         * @param sigma in (0, 1]
         * @param delta in (0, 1)
         */
        public Support {
            Checks.atLeast(players, 1, "players");
            Checks.atLeast(size, 1L, "size");
            Checks.rate(sigma, "sigma");
            Checks.openUnitInterval(delta, "delta");
        }
    }

    /**
     * Returns the number of draws from each strategy after which the smooth gap has grown by at most epsilon, with probability
     * 1 - delta (Lemma 3.2).
     *
     * @param players m, at least 1
     * @param sigma in (0, 1]
     * @param epsilon positive
     * @param delta in (0, 1)
     * @return k, the least integer of at least {@code (4 m - 3) ln(m / (sigma delta)) / (2 epsilon^2)}
     */
    public static long supportSize(int players, double sigma, double epsilon, double delta) {
        Support one = new Support(players, 1, sigma, delta);
        Checks.positive(epsilon, "epsilon");
        return rounded(spread(one.players(), one.sigma(), one.delta()) / (2 * epsilon * epsilon));
    }

    private static double spread(int players, double sigma, double delta) {
        return (4.0 * players - 3) * (StrictMath.log(players) - StrictMath.log(sigma) - StrictMath.log(delta));
    }

    /**
     * Returns a number of uniform actions a player among which k independent draws from every player's strategy can be found, with
     * probability 1 - delta, if the strategies keep the cap (Lemma 4.2).
     *
     * <p>Each uniform action is kept with probability sigma n x(a), and the kept ones are draws from x; the number of them is
     * binomial. The paper keeps one of each block of {@code ln(m k / delta) / sigma} actions, which takes more by a logarithm.
     *
     * @param players m, at least 1
     * @param supportSize k, at least 1
     * @param sigma in (0, 1]
     * @param delta in (0, 1)
     * @return K, the least integer of at least {@code (k - 1 + L + sqrt(L^2 + 2 (k - 1) L)) / sigma} with
     *     {@code L = ln(m / delta)}
     */
    public static long sampledActions(int players, long supportSize, double sigma, double delta) {
        Support support = new Support(players, supportSize, sigma, delta);
        double others = support.size() - 1.0;
        double log = StrictMath.log(players) - StrictMath.log(delta);
        return rounded((others + log + Math.sqrt(log * log + 2 * others * log)) / sigma);
    }

    /**
     * Returns a number of uniform actions a player from which the gaps of all k-uniform profiles can be estimated, so that the one
     * of least estimate has, with probability 1 - delta, a gap that exceeds the least by at most epsilon (Lemma B.2).
     *
     * @param players m, at least 1
     * @param supportSize k, at least 1
     * @param sampled K, at least 1
     * @param sigma in (0, 1]
     * @param epsilon positive
     * @param delta in (0, 1)
     * @return N, the least integer of at least {@code (sqrt(ln(2 m / delta)) + sqrt(ln(2 m M^(m-1) / delta)))^2 / (2 sigma^2
     *     epsilon^2)} with {@code M = (K + k - 1 choose k)}
     */
    public static long testedActions(
            int players, long supportSize, long sampled, double sigma, double epsilon, double delta) {
        Support support = new Support(players, supportSize, sigma, delta);
        Checks.atLeast(sampled, 1L, "sampled");
        Checks.positive(epsilon, "epsilon");
        double one = StrictMath.log(2.0 * support.players()) - StrictMath.log(support.delta());
        double every = one + (players - 1.0) * logStrategies(supportSize, sampled);
        double sum = Math.sqrt(one) + Math.sqrt(every);
        return rounded(sum * sum / (2 * sigma * sigma * epsilon * epsilon));
    }

    /** The logarithm of (K + k - 1 choose k). */
    private static double logStrategies(long supportSize, long sampled) {
        double sum = 0;
        long few = Math.min(supportSize, sampled - 1);
        long many = Math.max(supportSize, sampled - 1);
        for (long i = 1; i <= few; i++) {
            sum += StrictMath.log(1 + (double) many / i);
        }
        return sum;
    }

    private static long rounded(double size) {
        if (!(size < 0x1p53)) {
            throw new IllegalArgumentException("the sample size must be less than 2^53, was " + size);
        }
        return Math.max(1, (long) Math.ceil(size));
    }
}
