// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import org.hindsight.core.Checks;
import org.hindsight.stackelberg.StackelbergGame;
import org.hindsight.stackelberg.security.coverage.CoverageSet;

/**
 * A security game: the leader, a defender, commits to a coverage c of n targets, and the follower, an attacker, answers with
 * the target to attack.
 *
 * <p>Payoffs from an attack on t depend on c_t alone: the attacker gets A_t(c_t) and the defender D_t(c_t). {@link
 * SecurityGame} has the usual linear functions. Other games implement the abstract methods here and, if they are {@linkplain
 * #isMonotone() monotone}, are solved by {@link Origami} all the same. The commitment is c, the response is t.
 */
public interface CoverageGame extends StackelbergGame {
    /** How far a commitment may be from feasible, as {@link CoverageSet#violation} measures it. */
    double FEASIBILITY_TOLERANCE = 1e-9;

    /**
     * Returns the coverages that the defender can commit to.
     *
     * @return X
     */
    CoverageSet coverages();

    /**
     * Returns the attacker's payoff from an attack on a target.
     *
     * @param target t, in 0 .. n - 1
     * @param coverage c_t, in [0, 1]
     * @return A_t(c_t), finite
     */
    double attackerPayoff(int target, double coverage);

    /**
     * Returns the defender's payoff from an attack on a target.
     *
     * @param target t, in 0 .. n - 1
     * @param coverage c_t, in [0, 1]
     * @return D_t(c_t), finite
     */
    double defenderPayoff(int target, double coverage);

    /**
     * Returns whether coverage hurts the attacker and does not hurt the defender: every A_t is continuous and strictly
     * decreasing, every D_t is non-decreasing.
     *
     * @return true if the game promises this
     */
    boolean isMonotone();

    /**
     * Returns the least coverage of a target that holds the attacker's payoff there at or below a level.
     *
     * <p>For monotone games. The default bisects A_t down to neighbouring doubles, about 60 evaluations.
     *
     * @param target t, in 0 .. n - 1
     * @param level v
     * @return c with A_t(c) at most v; 0 if A_t(0) is, positive infinity if A_t(1) is not
     */
    default double leastCoverage(int target, double level) {
        if (attackerPayoff(target, 0) <= level) {
            return 0;
        }
        if (!(attackerPayoff(target, 1) <= level)) {
            return Double.POSITIVE_INFINITY;
        }
        double below = 0;
        double above = 1;
        while (true) {
            double middle = below + (above - below) / 2;
            if (!(middle > below && middle < above)) {
                return above;
            }
            if (attackerPayoff(target, middle) <= level) {
                above = middle;
            } else {
                below = middle;
            }
            // Below this a finer coverage is of no consequence, and bisection towards 0 would take a thousand steps.
            if (above < 1e-300) {
                return above;
            }
        }
    }

    @Override
    default int dimension() {
        return coverages().targets();
    }

    @Override
    default int responses() {
        return coverages().targets();
    }

    @Override
    default double leaderPayoff(double[] commitment, int response) {
        return defenderPayoff(response, commitment[response]);
    }

    @Override
    default double followerPayoff(double[] commitment, int response) {
        return attackerPayoff(response, commitment[response]);
    }

    @Override
    default double leaderRange() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < responses(); target++) {
            least = Math.min(least, Math.min(defenderPayoff(target, 0), defenderPayoff(target, 1)));
            most = Math.max(most, Math.max(defenderPayoff(target, 0), defenderPayoff(target, 1)));
        }
        return most - least;
    }

    @Override
    default double followerRange() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < responses(); target++) {
            least = Math.min(least, Math.min(attackerPayoff(target, 0), attackerPayoff(target, 1)));
            most = Math.max(most, Math.max(attackerPayoff(target, 0), attackerPayoff(target, 1)));
        }
        return most - least;
    }

    @Override
    default double[] checkCommitment(double[] commitment) {
        Checks.length(commitment.length, dimension(), "commitment");
        Checks.finite(commitment, "commitment");
        double violation = coverages().violation(commitment);
        if (!(violation <= FEASIBILITY_TOLERANCE)) {
            throw new IllegalArgumentException("commitment must be one of the " + coverages() + " within "
                    + FEASIBILITY_TOLERANCE + ", was off by " + violation);
        }
        return commitment;
    }
}
