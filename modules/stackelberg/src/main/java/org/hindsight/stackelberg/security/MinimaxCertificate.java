// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import java.util.Locale;
import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.security.coverage.CoverageSet;

/**
 * Proves that a coverage is a strong Stackelberg commitment of a monotone security game.
 *
 * <p>Let v be the attacker's best payoff at the coverage c, Γ the targets where it is attained, and s how far X reaches from c
 * (without what lies outside Γ) in the direction of all of Γ at once. A feasible coverage that exceeds {@code c_t + s} at every
 * target of Γ would, X being downward closed, contradict s. So every feasible coverage leaves the attacker at least {@code low =
 * min over Γ of A_t(c_t + s)}: this is the KKT condition that all of Γ is tight and nothing more fits. An attacker who best
 * responds to any feasible coverage therefore attacks a target t with {@code A_t >= low}, which the defender has covered with at
 * most {@code h_t = max {h : A_t(h) >= low}}, and no commitment pays the defender more than {@code max_t D_t(h_t)} over those t. All
 * of this is evaluated here from the game, the coverage and the attacked target alone. O(n). Immutable. Proof note: {@code
 * proofs-notes/security-games.md}.
 */
public final class MinimaxCertificate implements Certificate {
    /** Within this fraction of the attacker's range two payoffs are the same. */
    static final double TIE_TOLERANCE = 1e-12;

    private final CoverageGame game;
    private final double[] coverage;
    private final int attacked;
    private final double violation;
    private final double attackerValue;
    private final double attackerLowerBound;
    private final double attackerShortfall;
    private final double defenderValue;
    private final double defenderUpperBound;

    private MinimaxCertificate(CoverageGame game, double[] coverage, int attacked) {
        this.game = game;
        this.coverage = coverage;
        this.attacked = attacked;
        CoverageSet coverages = game.coverages();
        int n = coverage.length;
        this.violation = coverages.violation(coverage);

        double best = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < n; target++) {
            best = Math.max(best, game.attackerPayoff(target, coverage[target]));
        }
        double slack = TIE_TOLERANCE * game.followerRange();
        double[] direction = new double[n];
        double[] base = new double[n];
        for (int target = 0; target < n; target++) {
            if (game.attackerPayoff(target, coverage[target]) >= best - slack) {
                direction[target] = 1;
                base[target] = coverage[target];
            }
        }
        double step = coverages.reach(base, direction);
        double lower = Double.POSITIVE_INFINITY;
        for (int target = 0; target < n; target++) {
            if (direction[target] > 0) {
                lower = Math.min(lower, game.attackerPayoff(target, Math.min(1, base[target] + step)));
            }
        }
        this.attackerValue = best;
        this.attackerLowerBound = lower;
        this.attackerShortfall = best - game.attackerPayoff(attacked, coverage[attacked]);
        this.defenderValue = game.defenderPayoff(attacked, coverage[attacked]);

        double upper = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < n; target++) {
            if (game.attackerPayoff(target, 0) >= lower) {
                upper = Math.max(upper, game.defenderPayoff(target, mostCoverage(target, lower, slack)));
            }
        }
        this.defenderUpperBound = upper;
    }

    /** A coverage that is at least every c with A_t(c) at least the level; 1 when in doubt. */
    private double mostCoverage(int target, double level, double slack) {
        double most = game.leastCoverage(target, level);
        // Do not trust the game's inverse: its answer must hold the attacker to the level, up to rounding.
        return most <= 1 && game.attackerPayoff(target, most) <= level + 1e-3 * slack ? most : 1;
    }

    /**
     * Measures a coverage.
     *
     * @param game a monotone game
     * @param coverage c, n finite numbers; copied
     * @param attacked the target that is attacked
     * @return the certificate, whose gap says whether it proves anything
     */
    public static MinimaxCertificate of(CoverageGame game, double[] coverage, int attacked) {
        Objects.requireNonNull(game, "game");
        if (!game.isMonotone()) {
            throw new IllegalArgumentException("game must be monotone");
        }
        Checks.length(coverage.length, game.responses(), "coverage");
        Checks.finite(coverage, "coverage");
        Checks.index(attacked, coverage.length, "attacked");
        return new MinimaxCertificate(game, coverage.clone(), attacked);
    }

    /**
     * Returns the game.
     *
     * @return the game
     */
    public CoverageGame game() {
        return game;
    }

    /**
     * Returns the coverage.
     *
     * @return a new array of n numbers
     */
    public double[] coverage() {
        return coverage.clone();
    }

    /**
     * Returns the attacked target.
     *
     * @return in 0 .. n - 1
     */
    public int attacked() {
        return attacked;
    }

    /**
     * Returns by how much the coverage is infeasible.
     *
     * @return at least 0, as {@link CoverageSet#violation} measures it
     */
    public double violation() {
        return violation;
    }

    /**
     * Returns the attacker's best payoff at the coverage: an upper bound on the minimax value v*.
     *
     * @return v
     */
    public double attackerValue() {
        return attackerValue;
    }

    /**
     * Returns what every feasible coverage leaves the attacker.
     *
     * @return a lower bound on the minimax value v*
     */
    public double attackerLowerBound() {
        return attackerLowerBound;
    }

    /**
     * Returns by how much the attacked target is worse for the attacker than the best one.
     *
     * @return at least 0
     */
    public double attackerShortfall() {
        return attackerShortfall;
    }

    /**
     * Returns the defender's payoff from the attack.
     *
     * @return what the coverage guarantees under strong ties
     */
    public double defenderValue() {
        return defenderValue;
    }

    /**
     * Returns what no commitment exceeds.
     *
     * @return an upper bound on the strong Stackelberg value
     */
    public double defenderUpperBound() {
        return defenderUpperBound;
    }

    /**
     * Returns the largest of four measures: the violation, the bracket of the minimax value and the attacker's shortfall, both
     * relative to the attacker's range, and the bracket of the defender's value relative to the defender's range.
     *
     * @return at least 0
     */
    @Override
    public double gap() {
        double attackerGap = Math.max(attackerValue - attackerLowerBound, attackerShortfall);
        double defenderGap = Math.max(0, defenderUpperBound - defenderValue);
        return Math.max(
                violation,
                Math.max(relative(attackerGap, game.followerRange()), relative(defenderGap, game.leaderRange())));
    }

    private static double relative(double difference, double range) {
        return difference == 0 ? 0 : difference / range;
    }

    @Override
    public String claim() {
        return String.format(
                Locale.ROOT,
                "The coverage holds the attacker to %s, the least possible, and pays the defender %s at target %d, the most"
                        + " that a commitment can.",
                attackerValue,
                defenderValue,
                attacked);
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap() + ".";
    }
}
