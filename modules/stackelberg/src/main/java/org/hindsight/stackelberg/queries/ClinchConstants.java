// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import org.hindsight.core.Checks;
import org.hindsight.stackelberg.security.SecurityGame;

/**
 * The four numbers of a search with {@link SimplexClinch}: when it stops, how far it distrusts an answer, and how it commits.
 *
 * <p>The regularity that the analysis assumes: a number C with {@code 1/C <= |A_t'| <= C} for the attacker's payoffs, and C_D with
 * {@code D_t' <= C_D} for the defender's. Responses lose the attacker at most ε. Note: {@code proofs-notes/clinch.md}.
 *
 * @param resolution λ: the search stops when less coverage than this is left to distribute
 * @param pull what is taken off the query before it counts as a lower bound; C ε keeps the lower bounds right
 * @param threshold only targets whose lower bound is greater can be the one to be attacked
 * @param retreat μ: what is taken off the coverage of the target that is to be attacked, so that it is attacked indeed
 */
public record ClinchConstants(double resolution, double pull, double threshold, double retreat) {
    /**
     * Creates constants.
     *
     * @param resolution λ, positive
     * @param pull at least 0
     * @param threshold at least {@code retreat}
     * @param retreat μ, at least 0
     */
    public ClinchConstants {
        Checks.positive(resolution, "resolution");
        Checks.nonNegative(pull, "pull");
        Checks.nonNegative(retreat, "retreat");
        if (!(threshold >= retreat && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "threshold must be finite and at least retreat = " + retreat + ", was " + threshold);
        }
    }

    /**
     * Returns the constants for a follower whose responses are exactly best and who is not to be led anywhere: the result is the lower
     * bounds themselves.
     *
     * @param resolution λ, positive
     * @return no pull and no retreat
     */
    public static ClinchConstants exact(double resolution) {
        return new ClinchConstants(resolution, 0, 0, 0);
    }

    /**
     * Returns constants under which all that the note proves holds.
     *
     * @param targets n, at least 1
     * @param slopeBound C, at least 1
     * @param responseError ε, at least 0
     * @param resolution the wish for λ, positive; raised to 2 n C ε if it is less
     * @return pull C ε, and a retreat of 1.5 C (C λ + ε), which is also the threshold
     */
    public static ClinchConstants robust(int targets, double slopeBound, double responseError, double resolution) {
        Checks.atLeast(targets, 1, "targets");
        requireSlopeBound(slopeBound);
        double pull = slopeBound * Checks.nonNegative(responseError, "responseError");
        double stops = Math.max(Checks.positive(resolution, "resolution"), 2 * targets * pull);
        double retreat = SAFETY * slopeBound * (slopeBound * stops + responseError);
        return new ClinchConstants(stops, pull, retreat, retreat);
    }

    /**
     * Returns the constants with which the figures of arXiv:2208.09407 were made.
     *
     * <p>{@code λ = W a / (24 C^4)}, an assumed response error of {@code W a / (200 C^5)}, a pull of 2 C times that, a retreat of {@code W a
     * / 2}, and a threshold of W/2. As soon as n is at least 5 the pull is more than λ/n. Each answer then gives as much as is taken back
     * before the remainder is below λ, and the search never ends. These constants are here to reproduce the figures; for use take
     * {@link #corrected}.
     *
     * @param slopeBound C, at least 1
     * @param width W, in (0, 1]: the least coverage that a target worth an attack is assumed to have
     * @param accuracy a, positive; in the figures n B / T for batches of B in T rounds
     * @return the constants
     */
    public static ClinchConstants reference(double slopeBound, double width, double accuracy) {
        requireSlopeBound(slopeBound);
        double scale = Checks.rate(width, "width") * Checks.positive(accuracy, "accuracy");
        double fourth = slopeBound * slopeBound * slopeBound * slopeBound;
        double retreat = scale / 2;
        return new ClinchConstants(
                scale / (24 * fourth),
                2 * slopeBound * assumedError(slopeBound, width, accuracy),
                Math.max(width / 2, retreat),
                retreat);
    }

    /**
     * Returns the constants of {@link #reference} with a resolution at which the search ends, {@code max(λ, 2 n pull)}, and a retreat that
     * suffices for it.
     *
     * @param targets n, at least 1
     * @param slopeBound C, at least 1
     * @param width W, in (0, 1]
     * @param accuracy a, positive
     * @return the constants
     */
    public static ClinchConstants corrected(int targets, double slopeBound, double width, double accuracy) {
        Checks.atLeast(targets, 1, "targets");
        ClinchConstants published = reference(slopeBound, width, accuracy);
        double resolution = Math.max(published.resolution, 2 * targets * published.pull);
        double error = assumedError(slopeBound, width, accuracy);
        double retreat = Math.max(published.retreat, SAFETY * slopeBound * (slopeBound * resolution + error));
        return new ClinchConstants(resolution, published.pull, Math.max(width / 2, retreat), retreat);
    }

    /** The retreat must be more than C (C λ + ε); this factor leaves room for rounding. */
    private static final double SAFETY = 1.5;

    /**
     * Returns the response error that {@link #reference} and {@link #corrected} assume.
     *
     * @param slopeBound C, at least 1
     * @param width W, in (0, 1]
     * @param accuracy a, positive
     * @return ε
     */
    public static double assumedError(double slopeBound, double width, double accuracy) {
        requireSlopeBound(slopeBound);
        double fifth = slopeBound * slopeBound * slopeBound * slopeBound * slopeBound;
        return Checks.rate(width, "width") * Checks.positive(accuracy, "accuracy") / (200 * fifth);
    }

    /**
     * Returns the constants without the pull, for a follower known to be myopic.
     *
     * @return a copy
     */
    public ClinchConstants withoutPull() {
        return new ClinchConstants(resolution, 0, threshold, retreat);
    }

    /**
     * Returns the slope bound of a game as the published figures have it: one over the least slope of any payoff.
     *
     * <p>It is at least 1 and bounds all slopes from above only if no slope is greater than it, as in games with slopes of at most 1.
     *
     * @param game the game
     * @return C
     */
    public static double slopeBoundOf(SecurityGame game) {
        double least = Double.POSITIVE_INFINITY;
        for (int target = 0; target < game.responses(); target++) {
            least = Math.min(least, Math.min(game.defenderGain(target), game.attackerLoss(target)));
        }
        return 1 / least;
    }

    private static void requireSlopeBound(double slopeBound) {
        if (!(slopeBound >= 1 && slopeBound < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("slopeBound must be finite and at least 1, was " + slopeBound);
        }
    }
}
