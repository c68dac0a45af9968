// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * A weak smooth equilibrium of a game too large to write down, by trying all k-uniform profiles on sampled actions.
 *
 * <p>K actions a player are drawn uniformly. A k-uniform strategy mixes uniformly over k of them, repetitions allowed. The best
 * smooth response to each is estimated from N further uniform actions, each pair of strategies is tried, and the one of least
 * estimated gap is tested once more, with N fresh actions a player, which give the bound. {@link SmoothSampleSizes} has the sizes
 * with which the profile is an epsilon-equilibrium with high probability; none depends on the number of actions. For all epsilon
 * up to 1 they make for more profiles than can be tried. With the k of 1 to 4 that can, only the bound says how good the answer
 * is. On random games it is good, for some pure profile pays both players more than any smooth deviation; where equilibria must be
 * mixed, {@link SampledSmoothNash#search} finds them more finely.
 *
 * <p>Payoffs asked for: {@code 2 K (K + N) + 2 k N}. Time: O(M^2 + M N) for the {@code M = (K + k - 1 choose k)} strategies of a
 * player; memory O((k + K) N).
 *
 * <p>Source: C. Daskalakis, N. Golowich, N. Haghtalab, A. Shetty (2023), arXiv:2309.12226, Theorem 5.2.
 */
public final class KUniformSearch {
    /** The largest number of profiles that are tried. */
    public static final long MAX_PROFILES = 10_000_000;

    private KUniformSearch() {}

    /**
     * Returns the number of profiles that a search tries.
     *
     * @param sampled K, at least 1
     * @param supportSize k, at least 1
     * @return (K + k - 1 choose k) squared, or {@link Long#MAX_VALUE} if that is more
     */
    public static long profiles(int sampled, int supportSize) {
        Checks.atLeast(sampled, 1, "sampled");
        Checks.atLeast(supportSize, 1, "supportSize");
        // The largest number whose square is a long.
        long root = 3_037_000_499L;
        long strategies = KUniformProfiles.strategies(sampled, supportSize, root);
        return strategies > root ? Long.MAX_VALUE : strategies * strategies;
    }

    /**
     * Searches for an equilibrium.
     *
     * @param game the game, with payoffs in [0, 1]
     * @param sigma in (0, 1], at least 1 / tested
     * @param supportSize k, the number of actions that a strategy mixes, at least 1
     * @param sampled K, the number of actions drawn for each player's support, at least 1
     * @param tested N, the number of actions drawn to estimate each player's best response, for the choice and again for the
     *     bound
     * @param delta the probability with which the bound may fail, in (0, 1)
     * @param random where the actions come from
     * @return the profile of least estimated gap, the first in lexicographic order if there are several
     * @throws IllegalArgumentException if there are more than {@value #MAX_PROFILES} profiles
     */
    public static SampledSmoothNash search(
            PayoffOracle game,
            double sigma,
            int supportSize,
            int sampled,
            int tested,
            double delta,
            RandomGenerator random) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(random, "random");
        long profiles = profiles(sampled, supportSize);
        if (profiles > MAX_PROFILES) {
            throw new IllegalArgumentException("the number of " + supportSize + "-uniform profiles on " + sampled
                    + " actions must be at most " + MAX_PROFILES + ", was "
                    + (profiles == Long.MAX_VALUE ? "too large for a long" : profiles)
                    + "; SampledSmoothNash.search has no such limit");
        }
        Checks.atLeast(tested, 1, "tested");
        double cap = Cap.of(tested, sigma);
        double error = SampledSmoothNash.errorOf(2, tested, sigma, delta);
        int strategies = (int) KUniformProfiles.strategies(sampled, supportSize, MAX_PROFILES);
        SampledActions actions = new SampledActions(game);
        int[][] drawn = {actions.uniform(0, sampled, random), actions.uniform(1, sampled, random)};
        double[][][] among = actions.among(drawn[0], drawn[1]);
        double[][] values = new double[2][];
        for (int player = 0; player < 2; player++) {
            int[] responses = actions.uniform(player, tested, random);
            double[][] payoffs = new double[sampled][tested];
            for (int b = 0; b < sampled; b++) {
                for (int a = 0; a < tested; a++) {
                    payoffs[b][a] = actions.payoff(player, responses[a], drawn[1 - player][b]);
                }
            }
            values[player] = KUniformProfiles.responseValues(payoffs, supportSize, strategies, cap);
        }
        KUniformProfiles.Best best = KUniformProfiles.leastGap(among[0], among[1], supportSize, values[0], values[1]);
        int[][] chosen = {
            KUniformProfiles.multiset(best.row(), sampled, supportSize),
            KUniformProfiles.multiset(best.column(), sampled, supportSize)
        };
        double[] own = new double[2];
        double weight = 1.0 / supportSize;
        for (int i : chosen[0]) {
            for (int j : chosen[1]) {
                own[0] += weight * weight * among[0][i][j];
                own[1] += weight * weight * among[1][i][j];
            }
        }
        int[][] support = new int[2][supportSize];
        double[][] uniform = new double[2][supportSize];
        for (int player = 0; player < 2; player++) {
            Arrays.fill(uniform[player], weight);
            for (int k = 0; k < supportSize; k++) {
                support[player][k] = drawn[player][chosen[player][k]];
            }
        }
        double gap = SampledSmoothNash.estimate(actions, support, uniform, own, tested, cap, random);
        return SampledSmoothNash.of(support, uniform, gap, gap + error, actions.calls());
    }
}
