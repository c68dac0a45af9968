// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import org.hindsight.stackelberg.security.coverage.PolyhedralCoverage;

/**
 * ERASER: the strong Stackelberg commitment of a security game as a mixed-integer program, the baseline of the literature.
 *
 * <p>Binary variables say which target is attacked. The constants that switch constraints off are the payoff ranges, which suffice:
 * huge ones would let wrong targets through. Of the solver's answer only the coverage is used: the attacked target and the value are computed
 * again from it, and the optimality is proven by the bounds of {@link TargetPrograms}. {@link Origami} is faster and exact; this is there to
 * compare with.
 *
 * <p>ojAlgo 57.1 reports a feasible point that is not optimal, or none, for about 1% of small random programs of this kind, so an answer
 * that is not certified makes it be asked again: with its other simplex method, and with the targets in the opposite order. The work of a
 * solution is the number of times it was asked.
 *
 * <p>Source: C. Kiekintveld, M. Jain, J. Tsai, J. Pita, F. Ordóñez, M. Tambe (2009), AAMAS, equations 5 to 11.
 */
public final class Eraser {
    /** The largest gap of a certificate that is accepted. */
    public static final double TOLERANCE = 1e-6;

    private Eraser() {}

    /**
     * Solves a game. Exponential in n in the worst case.
     *
     * @param game a game whose coverages are a {@link PolyhedralCoverage}
     * @return the commitment that the program found, with a certificate
     * @throws IllegalArgumentException if the coverages are of another kind
     * @throws UncertifiedCoverageException if no answer can be certified
     */
    public static SecuritySolution solve(SecurityGame game) {
        PolyhedralCoverage coverages = TargetPrograms.polyhedral(game);
        ProgramsCertificate bounds =
                (ProgramsCertificate) TargetPrograms.solve(game).certificate();
        double[] upperBounds = new double[game.responses()];
        for (int target = 0; target < upperBounds.length; target++) {
            upperBounds[target] = bounds.upperBound(target);
        }
        double bestGap = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < EraserProgram.ATTEMPTS; attempt++) {
            double[] proposal = EraserProgram.solve(game, coverages, attempt);
            if (proposal == null) {
                continue;
            }
            double[] coverage = TargetPrograms.between(proposal, coverages);
            int attacked = strongResponse(game, coverage);
            double value = game.defenderPayoff(attacked, coverage[attacked]);
            ProgramsCertificate certificate = ProgramsCertificate.of(game, coverage, attacked, upperBounds);
            double gap = certificate.gap();
            if (gap <= TOLERANCE) {
                return new SecuritySolution(
                        coverage,
                        attacked,
                        value,
                        game.attackerPayoff(attacked, coverage[attacked]),
                        certificate,
                        "ERASER, by ojAlgo's mixed-integer solver",
                        TOLERANCE,
                        attempt + 1);
            }
            bestGap = Math.min(bestGap, gap);
        }
        throw new UncertifiedCoverageException(
                "no answer of the mixed-integer program could be certified within " + TOLERANCE + ", best gap "
                        + bestGap,
                bestGap);
    }

    /** The best response that the defender likes best, ties within the tolerance. */
    private static int strongResponse(SecurityGame game, double[] coverage) {
        double best = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < coverage.length; target++) {
            best = Math.max(best, game.attackerPayoff(target, coverage[target]));
        }
        double slack = TOLERANCE * game.followerRange();
        int attacked = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < coverage.length; target++) {
            double payoff = game.defenderPayoff(target, coverage[target]);
            if (game.attackerPayoff(target, coverage[target]) >= best - slack && payoff > most) {
                most = payoff;
                attacked = target;
            }
        }
        return attacked;
    }
}
