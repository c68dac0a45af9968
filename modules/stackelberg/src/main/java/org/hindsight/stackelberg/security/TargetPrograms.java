// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import java.util.Objects;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.Relation;
import org.hindsight.stackelberg.security.coverage.PolyhedralCoverage;

/**
 * The strong Stackelberg commitment of a security game with linear payoffs of any order, by one linear program for each target.
 *
 * <p>The program of target t finds the best coverage under which attacking t is a best response: {@code max D_t(c)} subject to c in
 * X and {@code A_t(c) >= A_s(c)} for all s. The best of the n optima is the value. Nothing is assumed about which payoff is
 * larger. Each program has n variables and n - 1 rows beside those of X; all are solved by {@link LinearProgramSolver}. For monotone
 * games {@link Origami} gives the same value at once.
 */
public final class TargetPrograms {
    /** The largest gap of a certificate that is accepted. */
    public static final double TOLERANCE = 1e-7;

    private TargetPrograms() {}

    /**
     * Solves a game.
     *
     * @param game a game whose coverages are a {@link PolyhedralCoverage}
     * @return the best commitment, the lowest target among equals
     * @throws IllegalArgumentException if the coverages are of another kind
     * @throws org.hindsight.core.linear.LinearProgramException if a program has no certified answer
     * @throws UncertifiedCoverageException if the whole cannot be certified within {@link #TOLERANCE}
     */
    public static SecuritySolution solve(SecurityGame game) {
        PolyhedralCoverage coverages = polyhedral(game);
        int n = game.responses();
        double[] upperBounds = new double[n];
        double[] best = {};
        int attacked = -1;
        double value = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < n; target++) {
            LinearProgramResult result = LinearProgramSolver.standard().solve(program(game, coverages, target));
            if (result instanceof LinearProgramResult.Optimal optimum) {
                double[] coverage = between(optimum.primal(), coverages);
                upperBounds[target] = ProgramsCertificate.bound(game, coverages, target, optimum.dual());
                double payoff = game.defenderPayoff(target, coverage[target]);
                if (payoff > value) {
                    best = coverage;
                    attacked = target;
                    value = payoff;
                }
            } else if (result instanceof LinearProgramResult.Infeasible infeasible) {
                upperBounds[target] = ProgramsCertificate.bound(
                        game, coverages, target, infeasible.certificate().multipliers());
                if (ProgramsCertificate.refutes(
                        game, coverages, target, infeasible.certificate().multipliers())) {
                    upperBounds[target] = Double.NEGATIVE_INFINITY;
                }
            } else {
                throw new IllegalStateException("a program over bounded coverages cannot be unbounded");
            }
        }
        if (attacked < 0) {
            throw new UncertifiedCoverageException("no target can be a best response", Double.POSITIVE_INFINITY);
        }
        ProgramsCertificate certificate = ProgramsCertificate.of(game, best, attacked, upperBounds);
        if (!certificate.holdsWithin(TOLERANCE)) {
            throw new UncertifiedCoverageException(
                    "no commitment could be certified within " + TOLERANCE + " by linear programs: " + certificate,
                    certificate.gap());
        }
        return new SecuritySolution(
                best,
                attacked,
                value,
                game.attackerPayoff(attacked, best[attacked]),
                certificate,
                "one linear program for each target",
                TOLERANCE,
                n);
    }

    static PolyhedralCoverage polyhedral(SecurityGame game) {
        Objects.requireNonNull(game, "game");
        if (game.coverages() instanceof PolyhedralCoverage coverages) {
            return coverages;
        }
        throw new IllegalArgumentException(
                "game must have coverages given by linear constraints, had " + game.coverages());
    }

    /** Takes back what the solver's tolerance lets c exceed the bounds of single targets. */
    static double[] between(double[] coverage, PolyhedralCoverage coverages) {
        for (int target = 0; target < coverage.length; target++) {
            coverage[target] = Math.max(0, Math.min(coverages.cap(target), coverage[target]));
        }
        return coverage;
    }

    /** Rows: A_s - A_t at most 0 for each s other than t in order, then the rows of X. */
    private static LinearProgram program(SecurityGame game, PolyhedralCoverage coverages, int target) {
        int n = game.responses();
        double[] objective = new double[n];
        objective[target] = game.defenderGain(target);
        LinearProgram.Builder builder = LinearProgram.maximise(objective);
        for (int other = 0; other < n; other++) {
            builder.bounds(other, 0, coverages.cap(other));
            if (other != target) {
                builder.constrain(
                        new int[] {target, other},
                        new double[] {game.attackerLoss(target), -game.attackerLoss(other)},
                        Relation.AT_MOST,
                        game.attackerUncovered(target) - game.attackerUncovered(other));
            }
        }
        double[] weights = new double[n];
        for (int row = 0; row < coverages.rows(); row++) {
            coverages.weights(row, weights);
            builder.constrain(weights, Relation.AT_MOST, coverages.limit(row));
        }
        return builder.build();
    }
}
