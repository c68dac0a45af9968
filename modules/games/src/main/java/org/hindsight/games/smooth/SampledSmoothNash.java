// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.Objects;
import java.util.random.RandomGenerator;
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
 * profile was found; that it is small is what the paper's theorems lead to expect once K is of order 1 / (sigma epsilon^2).
 *
 * <p>Source: C. Daskalakis, N. Golowich, N. Haghtalab, A. Shetty (2023), arXiv:2309.12226, Theorem 5.2 and Lemma B.2; the search
 * over all K-uniform profiles is replaced by Lemke's algorithm, and the concentration is that of {@link #RESPONSE_ERROR}.
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
     * Searches for an equilibrium.
     *
     * @param game the game, with payoffs in [0, 1]
     * @param sigma in (0, 1], at least 1 / sampled and 1 / tested
     * @param sampled K, the number of actions drawn for each player's support
     * @param tested N, the number of actions drawn to estimate each player's best response
     * @param draws the number of times that all this is done, at least 1
     * @param delta the probability with which the bound may fail, in (0, 1/2]
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
        Checks.openUnitInterval(delta, "delta");
        double error = RESPONSE_ERROR.at(new Sample(tested, sigma, delta / (2.0 * draws)));
        long calls = 0;
        int[][] bestSupport = new int[0][];
        double[][] bestStrategies = new double[0][];
        double bestGap = Double.POSITIVE_INFINITY;
        for (int draw = 0; draw < draws; draw++) {
            int[][] support = {uniform(sampled, game.actions(0), random), uniform(sampled, game.actions(1), random)};
            double[][][] payoffs = new double[2][sampled][sampled];
            for (int player = 0; player < 2; player++) {
                for (int i = 0; i < sampled; i++) {
                    for (int j = 0; j < sampled; j++) {
                        payoffs[player][i][j] = payoff(game, player, support[0][i], support[1][j]);
                    }
                }
            }
            calls += 2L * sampled * sampled;
            BimatrixGame restricted = BimatrixGame.of(payoffs[0], payoffs[1]);
            MixedProfile profile =
                    SmoothNashSolver.seeded(draw).solve(restricted, sigma).profile();
            double[][] x = profile.toArrays();
            double gap = Double.NEGATIVE_INFINITY;
            for (int player = 0; player < 2; player++) {
                int[] fresh = uniform(tested, game.actions(player), random);
                double[] responses = new double[tested];
                for (int k = 0; k < tested; k++) {
                    for (int j = 0; j < sampled; j++) {
                        int other = support[1 - player][j];
                        double payoff =
                                player == 0 ? payoff(game, 0, fresh[k], other) : payoff(game, 1, other, fresh[k]);
                        responses[k] += x[1 - player][j] * payoff;
                    }
                }
                calls += (long) tested * sampled;
                double own = restricted.toNormalForm().expectedPayoff(player, profile);
                gap = Math.max(gap, SmoothResponse.value(responses, cap) - own);
            }
            if (gap < bestGap) {
                bestSupport = support;
                bestStrategies = x;
                bestGap = gap;
            }
        }
        return new SampledSmoothNash(bestSupport, bestStrategies, bestGap, bestGap + error, calls);
    }

    private static int[] uniform(int size, int actions, RandomGenerator random) {
        int[] drawn = new int[size];
        for (int k = 0; k < size; k++) {
            drawn[k] = random.nextInt(actions);
        }
        return drawn;
    }

    private static double payoff(PayoffOracle game, int player, int row, int column) {
        return Checks.inUnitInterval(game.payoff(player, row, column), "payoff");
    }
}
