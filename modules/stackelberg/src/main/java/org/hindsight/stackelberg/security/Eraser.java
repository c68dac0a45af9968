// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import org.hindsight.stackelberg.security.coverage.PolyhedralCoverage;

/**
 * ERASER: the strong Stackelberg commitment of a security game as a mixed-integer program, the baseline of the literature.
 *
 * <p>Binary variables say which target is attacked. The constants that switch constraints off are the payoff ranges, which suffice:
 * huge ones would let wrong targets through. The solver's answer is not believed: the attacked target and its value are computed again from
 * the coverage, and the optimality is proven by the bounds of {@link TargetPrograms}. {@link Origami} is faster and exact; this is there to
 * compare with.
 *
 * <p>Source: C. Kiekintveld, M. Jain, J. Tsai, J. Pita, F. Ordóñez, M. Tambe (2009), AAMAS, equations 5 to 11.
 */
public final class Eraser {
    /** The largest gap of a certificate that is accepted, and how far the program's value may be from the recomputed one. */
    public static final double TOLERANCE = 1e-6;

    private Eraser() {}

    /**
     * Solves a game. Exponential in n in the worst case.
     *
     * @param game a game whose coverages are a {@link PolyhedralCoverage}
     * @return the commitment that the program found, with a certificate
     * @throws IllegalArgumentException if the coverages are of another kind
     * @throws UncertifiedCoverageException if the program is not solved, its value is not that of its coverage, or not the best
     */
    public static SecuritySolution solve(SecurityGame game) {
        PolyhedralCoverage coverages = TargetPrograms.polyhedral(game);
        EraserProgram.Answer answer = EraserProgram.solve(game, coverages);
        double[] coverage = TargetPrograms.between(answer.coverage(), coverages);
        int attacked = strongResponse(game, coverage);
        double value = game.defenderPayoff(attacked, coverage[attacked]);
        double error = Math.abs(value - answer.defenderValue());
        if (!(error <= TOLERANCE * game.leaderRange())) {
            throw new UncertifiedCoverageException(
                    "the mixed-integer program claims " + answer.defenderValue() + " where its coverage pays " + value,
                    error / game.leaderRange());
        }
        ProgramsCertificate bounds = (ProgramsCertificate) TargetPrograms.solve(game).certificate();
        double[] upperBounds = new double[coverage.length];
        for (int target = 0; target < coverage.length; target++) {
            upperBounds[target] = bounds.upperBound(target);
        }
        ProgramsCertificate certificate = ProgramsCertificate.of(game, coverage, attacked, upperBounds);
        if (!certificate.holdsWithin(TOLERANCE)) {
            throw new UncertifiedCoverageException(
                    "the mixed-integer program's answer could not be certified within " + TOLERANCE + ": " + certificate,
                    certificate.gap());
        }
        return new SecuritySolution(
                coverage,
                attacked,
                value,
                game.attackerPayoff(attacked, coverage[attacked]),
                certificate,
                "ERASER, by ojAlgo's mixed-integer solver",
                TOLERANCE,
                1);
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
