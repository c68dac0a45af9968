// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.nash.EquilibriumException;
import org.hindsight.games.nash.LemkeHowson;
import org.hindsight.games.nash.NashSolution;
import org.jspecify.annotations.Nullable;

/**
 * Finds a strong smooth equilibrium of a game of two players, exactly, by Lemke's algorithm.
 *
 * <p>The equilibrium conditions are a linear complementarity problem with 2 (m + n) + 2 variables whose matrix is copositive, so
 * that the path from any positive covering vector ends at a solution; {@code proofs-notes/smooth-equilibria.md} has the proof.
 * Paths can be long, and long paths lose digits: after a number of pivots the path is given up and another begun from a random
 * covering vector, with longer limits as restarts go on, and no answer is returned unless its certificate holds. Games of 10 by
 * 10 take some hundred pivots, of 30 by 30 some thousands. Without caps, at sigma = 1 / n, the shorter paths of Lemke and Howson
 * are followed instead. Results depend on the game and the seed alone. Immutable.
 */
public final class SmoothNashSolver {
    /** The largest gap that is accepted unless said otherwise. */
    public static final double DEFAULT_TOLERANCE = 1e-9;

    /** The number of pivots after which a solver gives up, unless said otherwise. */
    public static final long DEFAULT_PIVOTS = 200_000;

    /** A cap that is 1 but for the rounding of sigma. */
    private static final double UNCAPPED = 1 - 1e-12;

    /** Restarts after which the limit of a path is doubled. */
    private static final int PATIENCE = 15;

    private final long seed;
    private final double tolerance;
    private final long mostPivots;

    private SmoothNashSolver(long seed, double tolerance, long mostPivots) {
        this.seed = seed;
        this.tolerance = tolerance;
        this.mostPivots = mostPivots;
    }

    /**
     * Creates a solver.
     *
     * @param seed the seed of the covering vectors after the first, which is all ones
     * @return a solver with tolerance {@value #DEFAULT_TOLERANCE} and {@value #DEFAULT_PIVOTS} pivots at most
     */
    public static SmoothNashSolver seeded(long seed) {
        return new SmoothNashSolver(seed, DEFAULT_TOLERANCE, DEFAULT_PIVOTS);
    }

    /**
     * Returns this solver with another tolerance.
     *
     * @param gap the largest gap of a certificate that is accepted, positive
     * @return a solver
     */
    public SmoothNashSolver withTolerance(double gap) {
        return new SmoothNashSolver(seed, Checks.positive(gap, "tolerance"), mostPivots);
    }

    /**
     * Returns this solver with another limit.
     *
     * @param pivots the number of pivots over all paths, at least 1
     * @return a solver
     */
    public SmoothNashSolver withPivots(long pivots) {
        return new SmoothNashSolver(seed, tolerance, Checks.atLeast(pivots, 1L, "pivots"));
    }

    /**
     * Finds an equilibrium.
     *
     * @param game the game
     * @param sigma in [1 / n, 1] for both numbers of actions n
     * @return a strong smooth equilibrium
     * @throws UncertifiedSmoothEquilibriumException if none is found within the limit
     */
    public SmoothEquilibrium solve(BimatrixGame game, double sigma) {
        return solve(SmoothGame.of(game.toNormalForm(), sigma));
    }

    /**
     * Finds an equilibrium of a game with caps.
     *
     * <p>If both caps are 1, which is sigma = 1 / n, the equilibrium is one of Nash, and the paths of Lemke and Howson are tried
     * first, which solve games of some hundred actions.
     *
     * @param game a game of two players
     * @return a strong smooth equilibrium
     * @throws UncertifiedSmoothEquilibriumException if none is found within the limit
     */
    public SmoothEquilibrium solve(SmoothGame game) {
        BimatrixGame bimatrix = BimatrixGame.of(game.game());
        if (game.cap(0) >= UNCAPPED && game.cap(1) >= UNCAPPED) {
            return nash(game, bimatrix);
        }
        return lemke(game, bimatrix, 0, Double.POSITIVE_INFINITY);
    }

    private SmoothEquilibrium nash(SmoothGame game, BimatrixGame bimatrix) {
        NashSolution answer;
        try {
            answer = LemkeHowson.standard()
                    .withTolerance(tolerance)
                    .withPivotLimit(mostPivots)
                    .solve(bimatrix);
        } catch (EquilibriumException lost) {
            return lemke(game, bimatrix, lost.work(), lost.bestGap());
        }
        SmoothCertificate certificate = SmoothCertificate.strong(game, answer.profile());
        if (!certificate.holdsWithin(tolerance)) {
            return lemke(game, bimatrix, answer.work(), certificate.gap());
        }
        return new SmoothEquilibrium(answer.profile(), certificate, answer.method(), tolerance, answer.work(), 0);
    }

    private SmoothEquilibrium lemke(SmoothGame game, BimatrixGame bimatrix, long pivotsBefore, double bestBefore) {
        int size = 2 * (bimatrix.rows() + bimatrix.columns()) + 2;
        double[][] matrix = matrix(bimatrix, size);
        double[] right = rightHandSide(game, bimatrix, size);
        double[] covering = new double[size];
        Arrays.fill(covering, 1);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        long pivots = pivotsBefore;
        double best = bestBefore;
        for (int restart = 0; pivots < mostPivots; restart++) {
            long limit = (10L * size) << Math.min(20, restart / PATIENCE);
            LemkePath path = new LemkePath(matrix, right, covering);
            double @Nullable [] z = path.follow((int) Math.min(limit, mostPivots - pivots));
            pivots += path.pivots();
            if (z == null && path.pivots() == 0) {
                break;
            }
            if (z != null) {
                SmoothCertificate certificate = certificate(game, z);
                if (certificate != null && certificate.holdsWithin(tolerance)) {
                    return new SmoothEquilibrium(
                            certificate.profile(), certificate, "Lemke", tolerance, pivots, restart);
                }
                best = certificate == null ? best : Math.min(best, certificate.gap());
            }
            for (int i = 0; i < size; i++) {
                double u = random.nextDouble();
                covering[i] = 0.05 + u * u;
            }
        }
        throw new UncertifiedSmoothEquilibriumException(
                (pivotsBefore > 0 ? "Lemke-Howson and Lemke's algorithm, in " : "Lemke's algorithm, in ") + pivots
                        + " pivots,",
                tolerance,
                best);
    }

    /**
     * The matrix M of z = (x, y, v, v', r, r'), with costs between 1 and 2:
     *
     * <pre>
     *     w_x = A y - v + r,  w_y = B^T x - v' + r',  w_v = 1.x - 1,  w_v' = 1.y - 1,  w_r = c - x,  w_r' = c' - y
     * </pre>
     */
    private static double[][] matrix(BimatrixGame game, int size) {
        int m = game.rows();
        int n = game.columns();
        NormalFormGame payoffs = game.toNormalForm();
        double[][] matrix = new double[size][size];
        int v = m + n;
        int r = m + n + 2;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][m + j] = cost(payoffs, 0, game.rowPayoff(i, j));
                matrix[m + j][i] = cost(payoffs, 1, game.columnPayoff(i, j));
            }
        }
        for (int a = 0; a < m + n; a++) {
            int player = a < m ? 0 : 1;
            matrix[a][v + player] = -1;
            matrix[a][r + a] = 1;
            matrix[v + player][a] = 1;
            matrix[r + a][a] = -1;
        }
        return matrix;
    }

    private static double cost(NormalFormGame game, int player, double payoff) {
        double range = game.payoffRange(player);
        return range == 0 ? 1 : 1 + (game.maxPayoff(player) - payoff) / range;
    }

    private static double[] rightHandSide(SmoothGame game, BimatrixGame bimatrix, int size) {
        int m = bimatrix.rows();
        int n = bimatrix.columns();
        double[] right = new double[size];
        right[m + n] = -1;
        right[m + n + 1] = -1;
        for (int a = 0; a < m + n; a++) {
            right[m + n + 2 + a] = game.cap(a < m ? 0 : 1);
        }
        return right;
    }

    /** Null if z is nowhere near a pair of distributions. */
    private static @Nullable SmoothCertificate certificate(SmoothGame game, double[] z) {
        double[][] strategies = new double[2][];
        int from = 0;
        for (int player = 0; player < 2; player++) {
            int n = game.game().actions(player);
            double[] weights = Arrays.copyOfRange(z, from, from + n);
            strategies[player] = Distributions.within(game.cap(player), weights, n);
            from += n;
            double sum = 0;
            for (double p : strategies[player]) {
                sum += p;
            }
            if (!(Math.abs(sum - 1) < 1e-9)) {
                return null;
            }
        }
        return SmoothCertificate.strong(game, MixedProfile.of(strategies));
    }
}
