// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;
import org.hindsight.stackelberg.security.coverage.PolyhedralCoverage;

/**
 * Proves that a commitment is the best for whichever target the attacker is to be led to.
 *
 * <p>Holds one upper bound for each target t on what the defender can get when t is a best response. Such a bound comes from
 * multipliers: for {@code mu_s >= 0} on {@code A_t(c) >= A_s(c)} and {@code rho_i >= 0} on the rows of X, weak duality says
 *
 * <pre>{@code
 * D_t(c) <= D_t(c) + sum_s mu_s (A_t(c) - A_s(c)) + sum_i rho_i (b_i - W_i c)
 * }</pre>
 *
 * <p>for every feasible c, and the right-hand side is linear in c, so that its largest value between 0 and the caps is a sum.
 * Without D_t and with a negative largest value, the same sum shows that t is never a best response. Immutable.
 */
public final class ProgramsCertificate implements Certificate {
    private final SecurityGame game;
    private final double[] coverage;
    private final int attacked;
    private final double[] upperBounds;

    private ProgramsCertificate(SecurityGame game, double[] coverage, int attacked, double[] upperBounds) {
        this.game = game;
        this.coverage = coverage;
        this.attacked = attacked;
        this.upperBounds = upperBounds;
    }

    /**
     * Puts a commitment and bounds together.
     *
     * @param game the game
     * @param coverage c, n finite numbers; copied
     * @param attacked the target that is attacked
     * @param upperBounds for each target a proven bound on the defender's payoff when it is a best response; negative infinity if it
     *     never is; copied
     * @return the certificate, whose gap says whether it proves anything
     */
    static ProgramsCertificate of(SecurityGame game, double[] coverage, int attacked, double[] upperBounds) {
        Objects.requireNonNull(game, "game");
        Checks.length(coverage.length, game.responses(), "coverage");
        Checks.length(upperBounds.length, game.responses(), "upperBounds");
        Checks.finite(coverage, "coverage");
        Checks.index(attacked, coverage.length, "attacked");
        return new ProgramsCertificate(game, coverage.clone(), attacked, upperBounds.clone());
    }

    /** The bound of a target from multipliers: first one for each other target in order, then one for each row. */
    static double bound(SecurityGame game, PolyhedralCoverage coverages, int target, double[] multipliers) {
        return largest(game, coverages, target, multipliers, 1);
    }

    /** Whether multipliers prove that a target is never a best response. */
    static boolean refutes(SecurityGame game, PolyhedralCoverage coverages, int target, double[] multipliers) {
        return largest(game, coverages, target, multipliers, 0) < 0;
    }

    private static double largest(
            SecurityGame game, PolyhedralCoverage coverages, int target, double[] multipliers, double weight) {
        int n = game.responses();
        CompensatedSum constant = new CompensatedSum();
        double[] coefficients = new double[n];
        constant.add(weight * game.defenderUncovered(target));
        coefficients[target] += weight * game.defenderGain(target);
        int at = 0;
        for (int other = 0; other < n; other++) {
            if (other != target) {
                double multiplier = Math.max(0, multipliers[at++]);
                constant.add(multiplier * (game.attackerUncovered(target) - game.attackerUncovered(other)));
                coefficients[target] -= multiplier * game.attackerLoss(target);
                coefficients[other] += multiplier * game.attackerLoss(other);
            }
        }
        double[] weights = new double[n];
        for (int row = 0; row < coverages.rows(); row++) {
            double multiplier = Math.max(0, multipliers[at++]);
            coverages.weights(row, weights);
            constant.add(multiplier * coverages.limit(row));
            for (int other = 0; other < n; other++) {
                coefficients[other] -= multiplier * weights[other];
            }
        }
        for (int other = 0; other < n; other++) {
            constant.add(Math.max(0, coefficients[other]) * coverages.cap(other));
        }
        return constant.value();
    }

    /**
     * Returns what the defender cannot exceed when a target is attacked.
     *
     * @param target t, in 0 .. n - 1
     * @return a bound on D_t over the coverages to which t is a best response; negative infinity if there are none
     */
    public double upperBound(int target) {
        return upperBounds[Checks.index(target, upperBounds.length, "target")];
    }

    /**
     * Returns what no commitment exceeds.
     *
     * @return the largest of the bounds
     */
    public double defenderUpperBound() {
        return Arrays.stream(upperBounds).max().orElseThrow();
    }

    /**
     * Returns the largest of three measures: the violation of the coverages, what the attacker loses by not attacking the best target
     * relative to the attacker's range, and what the defender may still gain relative to the defender's range.
     *
     * @return at least 0
     */
    @Override
    public double gap() {
        double best = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < coverage.length; target++) {
            best = Math.max(best, game.attackerPayoff(target, coverage[target]));
        }
        double shortfall = best - game.attackerPayoff(attacked, coverage[attacked]);
        double missed = Math.max(0, defenderUpperBound() - game.defenderPayoff(attacked, coverage[attacked]));
        return Math.max(
                game.coverages().violation(coverage),
                Math.max(relative(shortfall, game.followerRange()), relative(missed, game.leaderRange())));
    }

    private static double relative(double difference, double range) {
        return difference == 0 ? 0 : difference / range;
    }

    @Override
    public String claim() {
        return String.format(
                Locale.ROOT,
                "The coverage pays the defender %s when target %d is attacked, the most that a commitment can.",
                game.defenderPayoff(attacked, coverage[attacked]),
                attacked);
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap() + ".";
    }
}
