// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import java.util.Objects;
import org.hindsight.stackelberg.security.coverage.CoverageSet;
import org.hindsight.stackelberg.security.coverage.PolyhedralCoverage;

/**
 * The strong Stackelberg commitment of a monotone security game by the least minimax coverage.
 *
 * <p>Let {@code v* = min over c in X of max_t A_t(c_t)} be what the defender can hold the attacker to, and ĉ the least coverage
 * that does it: ĉ_t is the least coverage of t with {@code A_t <= v*}. Then ĉ is feasible, and it is the best commitment for whichever
 * target the attacker is to be led to: a target that is attacked is covered by at most ĉ_t under any commitment. The value
 * is the largest {@code D_t(ĉ_t)} over the targets with {@code A_t(0) >= v*}. Resources that do not lower v* stay unused.
 *
 * <p>With linear payoffs and linear constraints v* has a closed form, one {@linkplain WaterFilling water level} for each
 * constraint: v* is the largest of them and of the payoffs that are left at targets covered as far as they can be. O(n) for each
 * constraint up to the passes of water filling. Otherwise v* is bisected down to neighbouring doubles, each step asking whether
 * the least coverage for v is feasible. Either way the answer carries a {@link MinimaxCertificate}, or is not given.
 *
 * <p>Source of the problem and the name: C. Kiekintveld, M. Jain, J. Tsai, J. Pita, F. Ordóñez, M. Tambe (2009), Computing optimal
 * randomized resource allocations for massive security games, AAMAS, section 5. The structure is also in arXiv:2208.09407. Proof
 * note: {@code proofs-notes/security-games.md}.
 */
public final class Origami {
    /** The largest gap of a certificate that is accepted. */
    public static final double TOLERANCE = 1e-9;

    private Origami() {}

    /**
     * Solves a game.
     *
     * @param game a monotone game
     * @return ĉ and the attacked target, the lowest index among those that the defender likes best
     * @throws IllegalArgumentException if the game is not monotone
     * @throws UncertifiedCoverageException if rounding leaves a gap above {@link #TOLERANCE}
     */
    public static SecuritySolution solve(CoverageGame game) {
        requireMonotone(game);
        if (game instanceof SecurityGame linear && linear.coverages() instanceof PolyhedralCoverage coverages) {
            WaterFilling filling = WaterFilling.ofCapacity(linear.responses());
            long[] passes = new long[1];
            double level = waterLevel(linear, coverages, filling, passes);
            return certified(game, leastCoverage(game, level), level, "water filling", passes[0]);
        }
        return bisect(game);
    }

    /**
     * Solves a game by bisection, even one that has a closed form.
     *
     * @param game a monotone game
     * @return the same commitment up to rounding
     * @throws IllegalArgumentException if the game is not monotone
     * @throws UncertifiedCoverageException if rounding leaves a gap above {@link #TOLERANCE}
     */
    public static SecuritySolution bisect(CoverageGame game) {
        requireMonotone(game);
        CoverageSet coverages = game.coverages();
        int n = game.responses();
        double feasible = Double.NEGATIVE_INFINITY;
        double infeasible = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < n; target++) {
            feasible = Math.max(feasible, game.attackerPayoff(target, 0));
            infeasible = Math.max(infeasible, game.attackerPayoff(target, coverages.cap(target)));
        }
        double[] coverage = new double[n];
        long steps = 1;
        if (isFeasible(game, infeasible, coverage)) {
            feasible = infeasible;
        }
        double resolution = 1e-16 * game.followerRange();
        while (feasible - infeasible > resolution) {
            double middle = infeasible + (feasible - infeasible) / 2;
            if (!(middle > infeasible && middle < feasible)) {
                break;
            }
            steps++;
            if (isFeasible(game, middle, coverage)) {
                feasible = middle;
            } else {
                infeasible = middle;
            }
        }
        return certified(game, leastCoverage(game, feasible), feasible, "bisection of the attacker's payoff", steps);
    }

    private static boolean isFeasible(CoverageGame game, double level, double[] coverage) {
        CoverageSet coverages = game.coverages();
        for (int target = 0; target < coverage.length; target++) {
            double least = game.leastCoverage(target, level);
            double cap = coverages.cap(target);
            // A cap that is met exactly may be exceeded by a rounding error.
            if (!(least <= cap)) {
                if (!(game.attackerPayoff(target, cap) <= level)) {
                    return false;
                }
                least = cap;
            }
            coverage[target] = least;
        }
        return coverages.violation(coverage) <= 0;
    }

    private static void requireMonotone(CoverageGame game) {
        Objects.requireNonNull(game, "game");
        if (!game.isMonotone()) {
            throw new IllegalArgumentException(
                    "game must be monotone: coverage must hurt the attacker and help the defender; TargetPrograms and Eraser"
                            + " solve other games");
        }
    }

    private static double waterLevel(
            SecurityGame game, PolyhedralCoverage coverages, WaterFilling filling, long[] passes) {
        int n = game.responses();
        double[] tops = new double[n];
        double level = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < n; target++) {
            tops[target] = game.attackerUncovered(target);
            level = Math.max(level, game.attackerPayoff(target, coverages.cap(target)));
        }
        double[] rates = new double[n];
        for (int row = 0; row < coverages.rows(); row++) {
            coverages.weights(row, rates);
            boolean binds = false;
            for (int target = 0; target < n; target++) {
                if (rates[target] > 0) {
                    binds = true;
                    rates[target] /= game.attackerLoss(target);
                }
            }
            if (binds) {
                level = Math.max(level, filling.level(tops, rates, coverages.limit(row)));
                passes[0] += filling.passes();
            }
        }
        return level;
    }

    /** The least coverage for a level; targets whose payoff at their cap is the level, up to rounding, are covered to the cap. */
    private static double[] leastCoverage(CoverageGame game, double level) {
        double[] coverage = new double[game.responses()];
        CoverageSet coverages = game.coverages();
        for (int target = 0; target < coverage.length; target++) {
            coverage[target] = Math.min(coverages.cap(target), game.leastCoverage(target, level));
        }
        return coverage;
    }

    private static SecuritySolution certified(
            CoverageGame game, double[] coverage, double level, String method, long work) {
        double slack = MinimaxCertificate.TIE_TOLERANCE * game.followerRange();
        int attacked = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < coverage.length; target++) {
            if (game.attackerPayoff(target, coverage[target]) >= level - slack) {
                double payoff = game.defenderPayoff(target, coverage[target]);
                if (payoff > most) {
                    most = payoff;
                    attacked = target;
                }
            }
        }
        if (attacked < 0) {
            throw new UncertifiedCoverageException(
                    "no target leaves the attacker the level " + level + " that was found", Double.POSITIVE_INFINITY);
        }
        MinimaxCertificate certificate = MinimaxCertificate.of(game, coverage, attacked);
        if (!certificate.holdsWithin(TOLERANCE)) {
            throw new UncertifiedCoverageException(
                    "no commitment could be certified within " + TOLERANCE + " by " + method + ": " + certificate,
                    certificate.gap());
        }
        return new SecuritySolution(
                coverage,
                attacked,
                most,
                game.attackerPayoff(attacked, coverage[attacked]),
                certificate,
                method,
                TOLERANCE,
                work);
    }
}
