// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.schedules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.coverage.CoverageLottery;

/**
 * Proves that a lottery over patrols is a strong Stackelberg commitment.
 *
 * <p>Holds for each target t multipliers {@code mu_s >= 0} on {@code A_t >= A_s}. By weak duality the defender gets at most {@code max over
 * covered sets S of D_t(S) + sum_s mu_s (A_t(S) - A_s(S))} when t is attacked, and if that maximum without D_t is negative, t is never
 * attacked. The maximum of a linear function over covered sets is found by a search over all pure strategies, which column
 * generation uses for its prices too; nothing else is shared with a solver. Measured once. Immutable.
 */
public final class ScheduleCertificate implements Certificate {
    private final int attacked;
    private final double defenderValue;
    private final double defenderUpperBound;
    private final double gap;

    private ScheduleCertificate(
            SecurityGame game, PatrolSystem system, CoverageLottery lottery, int attacked, Multipliers[] multipliers) {
        PatrolSearch search = new PatrolSearch(system);
        double invalid = 0;
        for (CoverageLottery.Patrol patrol : lottery.patrols()) {
            BitSet set = new BitSet();
            patrol.covered().forEach(set::set);
            if (!search.canCover(set)) {
                invalid += patrol.probability();
            }
        }
        double[] coverage = lottery.marginals();
        double best = Double.NEGATIVE_INFINITY;
        double bound = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < coverage.length; target++) {
            best = Math.max(best, game.attackerPayoff(target, coverage[target]));
            bound = Math.max(bound, bound(game, search, target, multipliers[target]));
        }
        this.attacked = attacked;
        this.defenderValue = game.defenderPayoff(attacked, coverage[attacked]);
        this.defenderUpperBound = bound;
        double shortfall = best - game.attackerPayoff(attacked, coverage[attacked]);
        double missed = Math.max(0, bound - defenderValue);
        this.gap = Math.max(
                invalid, Math.max(relative(shortfall, game.followerRange()), relative(missed, game.leaderRange())));
    }

    /** Multipliers, one for each other target in order; those that refute a target count without its payoff. */
    @SuppressWarnings("ArrayRecordComponent") // private to the solver and read only
    record Multipliers(double[] weights, boolean refuting) {}

    static ScheduleCertificate of(
            SecurityGame game, PatrolSystem system, CoverageLottery lottery, int attacked, Multipliers... multipliers) {
        Checks.length(multipliers.length, game.responses(), "multipliers");
        return new ScheduleCertificate(game, system, lottery, attacked, multipliers);
    }

    private static double bound(SecurityGame game, PatrolSearch search, int target, Multipliers multipliers) {
        double[] weights = new double[game.responses()];
        double constant = lagrangian(game, target, multipliers, weights);
        double most = value(constant, weights, search.heaviest(weights));
        if (multipliers.refuting()) {
            return most < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return most;
    }

    /** Writes what covering each target adds to the Lagrangian of a target; returns what it is when nothing is covered. */
    static double lagrangian(SecurityGame game, int target, Multipliers multipliers, double[] weights) {
        Arrays.fill(weights, 0);
        CompensatedSum constant = new CompensatedSum();
        if (!multipliers.refuting()) {
            constant.add(game.defenderUncovered(target));
            weights[target] += game.defenderGain(target);
        }
        int at = 0;
        for (int other = 0; other < weights.length; other++) {
            if (other != target) {
                double multiplier = Math.max(0, multipliers.weights()[at++]);
                constant.add(multiplier * (game.attackerUncovered(target) - game.attackerUncovered(other)));
                weights[target] -= multiplier * game.attackerLoss(target);
                weights[other] += multiplier * game.attackerLoss(other);
            }
        }
        return constant.value();
    }

    static double value(double constant, double[] weights, BitSet covered) {
        CompensatedSum sum = new CompensatedSum();
        sum.add(constant);
        for (int target = covered.nextSetBit(0); target >= 0; target = covered.nextSetBit(target + 1)) {
            sum.add(weights[target]);
        }
        return sum.value();
    }

    private static double relative(double difference, double range) {
        return difference == 0 ? 0 : difference / range;
    }

    /**
     * Returns what no commitment exceeds.
     *
     * @return the largest bound over targets
     */
    public double defenderUpperBound() {
        return defenderUpperBound;
    }

    /**
     * Returns the largest of three measures: the probability of patrols that are not possible, what the attacker loses by not
     * attacking the best target relative to the attacker's range, and what the defender may still gain relative to the defender's
     * range.
     *
     * @return at least 0
     */
    @Override
    public double gap() {
        return gap;
    }

    @Override
    public String claim() {
        return String.format(
                Locale.ROOT,
                "The lottery pays the defender %s when target %d is attacked, the most that a commitment can.",
                defenderValue,
                attacked);
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
