// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.MixedProfile;

/**
 * A weak smooth equilibrium of a game too large to write down, found by sampling actions; the number of payoffs asked for does not
 * depend on the number of actions.
 *
 * <p>K actions a player are drawn uniformly, a strong smooth equilibrium of the K by K game among them is computed, and the
 * result is tested in the whole game: the best smooth response against it is estimated from N fresh uniform actions. Of several
 * such draws the one of least bound is returned. The bound holds with probability 1 - delta whatever the game and however the
 * profile was found. That the gap is small is {@link #EXPECTED_GAP}, once K is of order ln(K) / (sigma epsilon)^2; on random games
 * much smaller K do.
 *
 * <p>Source: C. Daskalakis, N. Golowich, N. Haghtalab, A. Shetty (2023), arXiv:2309.12226, Theorem 5.2 and Lemma B.2. The search
 * over all k-uniform profiles, which is {@link KUniformSearch}, is replaced by Lemke's algorithm, and the concentration is that
 * of {@link #RESPONSE_ERROR}.
 */
public final class SampledSmoothNash {
    /** By how much the best smooth payoff can exceed its estimate from N uniform actions. */
    public static final Bound<Sample> RESPONSE_ERROR = Bound.<Sample>stating(
                    "max_w w.u - estimate <= sqrt(ln(1/delta) / (2 N)) / sigma")
            .derivedFrom(new Source("Massart", 1990, "Corollary 1", "doi:10.1214/aop/1176990746"))
            .assuming("Payoffs lie in [0, 1].")
            .assuming("The N actions are drawn uniformly and independently of the payoff vector.")
            .assuming("delta is at most 1/2.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(sample -> sample.delta() > 0.5
                    ? Double.POSITIVE_INFINITY
                    : Math.sqrt(-StrictMath.log(sample.delta()) / (2.0 * sample.size())) / sample.sigma());

    /** The gap of one draw in the whole game, in expectation over the sampled actions. */
    public static final Bound<Draw> EXPECTED_GAP = Bound.<Draw>stating(
                    "E gap <= (sqrt(2 ln K) + 1 + sqrt(ln(2) / 2)) / (sigma sqrt(K))")
            .derivedFrom(new Source("Ledoux, Talagrand", 1991, "Chapter 4", "doi:10.1007/978-3-642-20212-4"))
            .assuming("Payoffs lie in [0, 1], of two players with any numbers of actions.")
            .assuming(
                    "There is one draw, and its sampled game is solved exactly; the solver's tolerance is to be added.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(draw -> (Math.sqrt(2 * StrictMath.log(draw.sampled())) + 1 + Math.sqrt(StrictMath.log(2) / 2))
                    / (draw.sigma() * Math.sqrt(draw.sampled())));

    private final int[][] actions;
    private final double[][] probabilities;
    private final double estimatedGap;
    private final double gapBound;
    private final long payoffCalls;

    private SampledSmoothNash(
            int[][] actions, double[][] probabilities, double estimatedGap, double gapBound, long payoffCalls) {
        this.actions = actions;
        this.probabilities = probabilities;
        this.estimatedGap = estimatedGap;
        this.gapBound = gapBound;
        this.payoffCalls = payoffCalls;
    }

    /**
     * Returns the sampled actions.
     *
     * @return for each player K actions, which may repeat; new arrays
     */
    public int[][] actions() {
        return new int[][] {actions[0].clone(), actions[1].clone()};
    }

    /**
     * Returns the strategies.
     *
     * @return for each player the probability of each of her sampled actions; new arrays
     */
    public double[][] probabilities() {
        return new double[][] {probabilities[0].clone(), probabilities[1].clone()};
    }

    /**
     * Returns the largest estimated gain of a player by a smooth deviation.
     *
     * @return in units of payoff; may be negative
     */
    public double estimatedGap() {
        return estimatedGap;
    }

    /**
     * Returns a bound on every player's gain by a smooth deviation in the whole game.
     *
     * @return what all true gains are at most, with probability 1 - delta
     */
    public double gapBound() {
        return gapBound;
    }

    /**
     * Returns the work done.
     *
     * @return the number of payoffs asked for, in all draws
     */
    public long payoffCalls() {
        return payoffCalls;
    }

    /**
     * A sample of uniform actions: the parameter of {@link #RESPONSE_ERROR}.
     *
     * @param size N
     * @param sigma the smoothness
     * @param delta the probability of failure
     */
    public record Sample(int size, double sigma, double delta) {
        /**
         * Creates the parameter.
         *
         * @param size at least 1
         * @param sigma in (0, 1]
         * @param delta in (0, 1)
         */
        public Sample {
            Checks.atLeast(size, 1, "size");
            Checks.rate(sigma, "sigma");
            Checks.openUnitInterval(delta, "delta");
        }
    }

    /**
     * One draw: the parameter of {@link #EXPECTED_GAP}.
     *
     * @param sampled K
     * @param sigma the smoothness
     */
    public record Draw(int sampled, double sigma) {
        /**
         * Creates the parameter.
         *
         * @param sampled at least 1
         * @param sigma in (0, 1]
         */
        public Draw {
            Checks.atLeast(sampled, 1, "sampled");
            Checks.rate(sigma, "sigma");
        }
    }

    /**
     * Searches for an equilibrium.
     *
     * @param game the game, with payoffs in [0, 1]
     * @param sigma in (0, 1], at least 1 / sampled and 1 / tested
     * @param sampled K, the number of actions drawn for each player's support
     * @param tested N, the number of actions drawn to estimate each player's best response
     * @param draws the number of times that all this is done, at least 1
     * @param delta the probability with which the bound may fail, in (0, 1)
     * @param random where the actions come from
     * @return the draw of least bound
     * @throws UncertifiedSmoothEquilibriumException if a sampled game cannot be solved
     */
    public static SampledSmoothNash search(
            PayoffOracle game, double sigma, int sampled, int tested, int draws, double delta, RandomGenerator random) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(random, "random");
        Checks.atLeast(draws, 1, "draws");
        Checks.atLeast(sampled, 1, "sampled");
        Checks.atLeast(tested, 1, "tested");
        double cap = Cap.of(tested, sigma);
        Cap.of(sampled, sigma);
        double error = errorOf(2L * draws, tested, sigma, delta);
        SampledActions actions = new SampledActions(game);
        int[][] bestSupport = new int[0][];
        double[][] bestStrategies = new double[0][];
        double bestGap = Double.POSITIVE_INFINITY;
        for (int draw = 0; draw < draws; draw++) {
            int[][] support = {actions.uniform(0, sampled, random), actions.uniform(1, sampled, random)};
            double[][][] payoffs = actions.among(support[0], support[1]);
            BimatrixGame restricted = BimatrixGame.of(payoffs[0], payoffs[1]);
            MixedProfile profile =
                    SmoothNashSolver.seeded(draw).solve(restricted, sigma).profile();
            double[][] x = profile.toArrays();
            double[] own = {
                restricted.toNormalForm().expectedPayoff(0, profile),
                restricted.toNormalForm().expectedPayoff(1, profile)
            };
            double gap = estimate(actions, support, x, own, tested, cap, random);
            if (gap < bestGap) {
                bestSupport = support;
                bestStrategies = x;
                bestGap = gap;
            }
        }
        return new SampledSmoothNash(bestSupport, bestStrategies, bestGap, bestGap + error, actions.calls());
    }

    static SampledSmoothNash of(
            int[][] actions, double[][] probabilities, double estimatedGap, double gapBound, long payoffCalls) {
        return new SampledSmoothNash(actions, probabilities, estimatedGap, gapBound, payoffCalls);
    }

    /** The error that none of so many estimates exceeds with probability 1 - delta. */
    static double errorOf(long estimates, int tested, double sigma, double delta) {
        return RESPONSE_ERROR.at(new Sample(tested, sigma, Checks.openUnitInterval(delta, "delta") / estimates));
    }

    /** The largest gain of a player, with responses among fresh actions. */
    static double estimate(
            SampledActions actions,
            int[][] support,
            double[][] strategies,
            double[] own,
            int tested,
            double cap,
            RandomGenerator random) {
        double gap = Double.NEGATIVE_INFINITY;
        for (int player = 0; player < 2; player++) {
            int other = 1 - player;
            int[] fresh = actions.uniform(player, tested, random);
            double[] responses = actions.against(player, fresh, support[other], strategies[other]);
            gap = Math.max(gap, SmoothResponse.value(responses, cap) - own[player]);
        }
        return gap;
    }

    /**
     * Measures the profile in the whole game, by trying all actions.
     *
     * <p>Asks for as many payoffs as the players together have actions, times those of a support.
     *
     * @param game the game that was searched
     * @param sigma in [1 / n, 1] for both numbers of actions n
     * @return the largest gain of a player by a smooth deviation, exact up to rounding; may be negative
     */
    public double exactGap(PayoffOracle game, double sigma) {
        SampledActions all = new SampledActions(game);
        double gap = Double.NEGATIVE_INFINITY;
        for (int player = 0; player < 2; player++) {
            int other = 1 - player;
            int n = game.actions(player);
            double cap = Cap.of(n, sigma);
            int[] everything = IntStream.range(0, n).toArray();
            double[] payoffs = all.against(player, everything, actions[other], probabilities[other]);
            double own = 0;
            for (int i = 0; i < actions[player].length; i++) {
                own += probabilities[player][i] * payoffs[actions[player][i]];
            }
            gap = Math.max(gap, SmoothResponse.value(payoffs, cap) - own);
        }
        return gap;
    }
}
