// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import org.hindsight.core.Checks;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.MixedProfile;

/**
 * One equilibrium of a game of two players by the method of Lemke and Howson, in doubles.
 *
 * <p>Labels 0 .. m-1 are the actions of the row player, m .. m+n-1 those of the column player. Dropping a label from the
 * artificial equilibrium, where nobody plays, starts a path along edges of the two best-reply polytopes that ends at an
 * equilibrium; in a game without degeneracies the label determines path, equilibrium and number of pivots, elsewhere the
 * lexicographic rule does. Payoffs are mapped to [1, 2] first, player by player. The equilibrium is computed afresh from
 * the last basis and then certified.
 *
 * <p>Complexity: m n multiplications a pivot. The number of pivots can be exponential (R. Savani and B. von Stengel, 2006),
 * and on large random games some labels have very long paths, which {@link #solve(BimatrixGame)} cuts short. Use {@link
 * ExactLemkeHowson} where payoffs of very different size make the certificate fail. Immutable and thread-safe.
 *
 * <p>Sources: C. Lemke and J. Howson (1964), "Equilibrium points of bimatrix games"; B. von Stengel (2002), "Computing
 * equilibria for two-person games". See {@code proofs-notes/lemke-howson.md}.
 */
public final class LemkeHowson {
    /** The tolerance of {@link #standard()}. */
    public static final double DEFAULT_TOLERANCE = 1e-9;

    /** The pivot limit of {@link #standard()}. */
    public static final long DEFAULT_PIVOT_LIMIT = 10_000_000;

    private static final String METHOD = "Lemke-Howson";

    private static final LemkeHowson STANDARD = new LemkeHowson(DEFAULT_TOLERANCE, DEFAULT_PIVOT_LIMIT);

    private final double tolerance;
    private final long pivotLimit;

    private LemkeHowson(double tolerance, long pivotLimit) {
        this.tolerance = tolerance;
        this.pivotLimit = pivotLimit;
    }

    /**
     * Returns the solver with tolerance {@value #DEFAULT_TOLERANCE} and at most {@value #DEFAULT_PIVOT_LIMIT} pivots.
     *
     * @return the solver
     */
    public static LemkeHowson standard() {
        return STANDARD;
    }

    /**
     * Returns this solver with another tolerance.
     *
     * @param gap the largest gap of a certificate that is accepted, positive
     * @return a solver with the same pivot limit
     */
    public LemkeHowson withTolerance(double gap) {
        return new LemkeHowson(Checks.positive(gap, "tolerance"), pivotLimit);
    }

    /**
     * Returns this solver with another limit on the pivots.
     *
     * @param pivots the largest number of pivots of a call, at least 1
     * @return a solver with the same tolerance
     */
    public LemkeHowson withPivotLimit(long pivots) {
        if (!(pivots >= 1)) {
            throw new IllegalArgumentException("pivotLimit must be at least 1, was " + pivots);
        }
        return new LemkeHowson(tolerance, pivots);
    }

    /**
     * Returns the equilibrium at the end of the path that drops a label.
     *
     * @param game the game
     * @param droppedLabel in 0 .. m + n - 1
     * @return the equilibrium; its work is the number of pivots of the path
     * @throws EquilibriumException if the path is longer than the pivot limit, or the profile at its end misses the
     *     tolerance
     */
    public NashSolution solve(BimatrixGame game, int droppedLabel) {
        BestReplyPolytopes polytopes = BestReplyPolytopes.of(game.form());
        Checks.index(droppedLabel, polytopes.labels(), "droppedLabel");
        FloatingTableau rowPlayer = polytopes.ofRowPlayer(game);
        FloatingTableau columnPlayer = polytopes.ofColumnPlayer(game);
        long pivots = ComplementaryPath.follow(rowPlayer, columnPlayer, droppedLabel, pivotLimit);
        if (pivots == ComplementaryPath.OUT_OF_PIVOTS) {
            throw new EquilibriumException(
                    METHOD + " reached no equilibrium in " + pivotLimit + " pivots after dropping label "
                            + droppedLabel,
                    Double.POSITIVE_INFINITY,
                    pivotLimit);
        }
        if (pivots == ComplementaryPath.BLOCKED) {
            throw new EquilibriumException(
                    METHOD + " lost its path to rounding errors after dropping label " + droppedLabel,
                    Double.POSITIVE_INFINITY,
                    0);
        }
        return solution(game, polytopes, rowPlayer, columnPlayer, pivots);
    }

    /**
     * Returns an equilibrium at the end of some path.
     *
     * <p>With limits of c = max(m, n), 2c, 4c, ... pivots, tries one label after the other until a path ends within the
     * limit, as proposed by B. Codenotti, S. De Rossi and M. Pagan (2008). On random games with hundreds of actions this
     * takes a few thousand pivots where single paths can take millions.
     *
     * @param game the game
     * @return the equilibrium; its work is the number of pivots of all paths together
     * @throws EquilibriumException if no path within the pivot limit ends at a profile that meets the tolerance
     */
    public NashSolution solve(BimatrixGame game) {
        BestReplyPolytopes polytopes = BestReplyPolytopes.of(game.form());
        FloatingTableau rowPlayer = polytopes.ofRowPlayer(game);
        FloatingTableau columnPlayer = polytopes.ofColumnPlayer(game);
        long work = 0;
        double bestGap = Double.POSITIVE_INFINITY;
        boolean[] hopeless = new boolean[polytopes.labels()];
        int hope = hopeless.length;
        for (long cap = Math.max(game.rows(), game.columns()); work < pivotLimit && hope > 0; cap *= 2) {
            for (int label = 0; label < hopeless.length && work < pivotLimit; label++) {
                if (hopeless[label]) {
                    continue;
                }
                rowPlayer.restart();
                columnPlayer.restart();
                long limit = Math.min(cap, pivotLimit - work);
                long pivots = ComplementaryPath.follow(rowPlayer, columnPlayer, label, limit);
                if (pivots > 0) {
                    work += pivots;
                    try {
                        return solution(game, polytopes, rowPlayer, columnPlayer, work);
                    } catch (EquilibriumException uncertified) {
                        bestGap = Math.min(bestGap, uncertified.bestGap());
                    }
                }
                if (pivots == ComplementaryPath.OUT_OF_PIVOTS) {
                    work += limit;
                } else {
                    hopeless[label] = true;
                    hope--;
                }
            }
        }
        throw new EquilibriumException(
                METHOD + " found no profile of gap at most " + tolerance + " in " + work + " pivots", bestGap, work);
    }

    private NashSolution solution(
            BimatrixGame game,
            BestReplyPolytopes polytopes,
            FloatingTableau rowPlayer,
            FloatingTableau columnPlayer,
            long pivots) {
        MixedProfile profile =
                MixedProfile.of(polytopes.rowStrategy(rowPlayer), polytopes.columnStrategy(columnPlayer));
        return NashSolution.of(game.toNormalForm(), profile, METHOD, tolerance, pivots);
    }
}
