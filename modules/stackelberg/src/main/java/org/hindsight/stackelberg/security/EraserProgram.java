// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import java.util.Arrays;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.MixedIntegerProgram;
import org.hindsight.stackelberg.security.coverage.PolyhedralCoverage;

/**
 * The mixed-integer program of {@link Eraser}.
 *
 * <p>Variables: the coverage c, n of them; the attacked target a, n binary ones; the defender's payoff d; the attacker's payoff
 * k. Payoffs are scaled to a range of 1, so that a constraint is switched off by the constant 1.
 */
final class EraserProgram {
    private EraserProgram() {}

    static MixedIntegerProgram of(SecurityGame game, PolyhedralCoverage coverages) {
        int n = game.responses();
        int defender = 2 * n;
        int attacker = 2 * n + 1;
        double defenderScale = game.leaderRange() > 0 ? game.leaderRange() : 1;
        double attackerScale = game.followerRange() > 0 ? game.followerRange() : 1;
        double defenderShift = lowest(game, true);
        double attackerShift = lowest(game, false);
        double[] objective = new double[2 * n + 2];
        objective[defender] = 1;
        LinearProgram.Builder program = LinearProgram.maximise(objective);
        int[] attacks = new int[n];
        int[] targets = new int[n];
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        for (int target = 0; target < n; target++) {
            targets[target] = target;
            attacks[target] = n + target;
            program.bounds(target, 0, coverages.cap(target)).bounds(n + target, 0, 1);
        }
        program.bounds(defender, 0, 1).bounds(attacker, 0, 1);
        program.equalTo(attacks, ones, 1);
        double[] weights = new double[n];
        for (int row = 0; row < coverages.rows(); row++) {
            coverages.weights(row, weights);
            program.atMost(targets, weights, coverages.limit(row));
        }
        for (int target = 0; target < n; target++) {
            double defenderUncovered = (game.defenderUncovered(target) - defenderShift) / defenderScale;
            double defenderGain = game.defenderGain(target) / defenderScale;
            double attackerUncovered = (game.attackerUncovered(target) - attackerShift) / attackerScale;
            double attackerLoss = game.attackerLoss(target) / attackerScale;
            // d - D_t(c) at most 1 - a_t
            program.atMost(
                    new int[] {defender, target, n + target},
                    new double[] {1, -defenderGain, 1},
                    1 + defenderUncovered);
            // k - A_t(c) at least 0, and at most 1 - a_t
            program.atLeast(new int[] {attacker, target}, new double[] {1, attackerLoss}, attackerUncovered);
            program.atMost(
                    new int[] {attacker, target, n + target}, new double[] {1, attackerLoss, 1}, 1 + attackerUncovered);
        }
        return MixedIntegerProgram.of(program.build(), attacks);
    }

    private static double lowest(SecurityGame game, boolean ofDefender) {
        double least = Double.POSITIVE_INFINITY;
        for (int target = 0; target < game.responses(); target++) {
            double uncovered = ofDefender ? game.defenderUncovered(target) : game.attackerUncovered(target);
            double change = ofDefender ? game.defenderGain(target) : -game.attackerLoss(target);
            least = Math.min(least, Math.min(uncovered, uncovered + change));
        }
        return least;
    }
}
