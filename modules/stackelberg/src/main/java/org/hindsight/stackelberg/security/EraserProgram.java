// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import org.hindsight.stackelberg.security.coverage.PolyhedralCoverage;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/** The mixed-integer program of {@link Eraser} in ojAlgo. The coverage that it finds is a proposal that nobody may use unchecked. */
final class EraserProgram {
    private EraserProgram() {}

    /** How many ways there are to ask. */
    static final int ATTEMPTS = 4;

    /**
     * Payoffs are scaled to a range of 1, so that the solver's absolute tolerances are relative. Even attempts use ojAlgo's sparse and
     * odd ones its dense simplex method; from the third attempt on the targets are in the opposite order. Null if the
     * solver finds nothing.
     */
    static double @Nullable [] solve(SecurityGame game, PolyhedralCoverage coverages, int attempt) {
        int n = game.responses();
        boolean reversed = attempt >= 2;
        double defenderScale = game.leaderRange() > 0 ? game.leaderRange() : 1;
        double attackerScale = game.followerRange() > 0 ? game.followerRange() : 1;
        double defenderShift = lowest(game, true);
        double attackerShift = lowest(game, false);

        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] coverage = new Variable[n];
        Variable[] attack = new Variable[n];
        for (int k = 0; k < n; k++) {
            int target = reversed ? n - 1 - k : k;
            coverage[target] = model.addVariable("c" + target).lower(0).upper(coverages.cap(target));
            attack[target] = model.addVariable("a" + target).binary();
        }
        Variable defender = model.addVariable("d").lower(0).upper(1).weight(1);
        Variable attacker = model.addVariable("k").lower(0).upper(1);

        Expression one = model.addExpression("one attack").level(1);
        for (int target = 0; target < n; target++) {
            one.set(attack[target], 1);
        }
        double[] weights = new double[n];
        for (int row = 0; row < coverages.rows(); row++) {
            coverages.weights(row, weights);
            Expression limit = model.addExpression("row " + row).upper(coverages.limit(row));
            for (int target = 0; target < n; target++) {
                if (weights[target] != 0) {
                    limit.set(coverage[target], weights[target]);
                }
            }
        }
        for (int target = 0; target < n; target++) {
            double defenderUncovered = (game.defenderUncovered(target) - defenderShift) / defenderScale;
            double defenderGain = game.defenderGain(target) / defenderScale;
            double attackerUncovered = (game.attackerUncovered(target) - attackerShift) / attackerScale;
            double attackerLoss = game.attackerLoss(target) / attackerScale;
            // d - D_t(c) at most 1 - a_t
            model.addExpression("d" + target)
                    .set(defender, 1)
                    .set(coverage[target], -defenderGain)
                    .set(attack[target], 1)
                    .upper(1 + defenderUncovered);
            // k - A_t(c) at least 0, and at most 1 - a_t
            model.addExpression("best" + target)
                    .set(attacker, 1)
                    .set(coverage[target], attackerLoss)
                    .lower(attackerUncovered);
            model.addExpression("k" + target)
                    .set(attacker, 1)
                    .set(coverage[target], attackerLoss)
                    .set(attack[target], 1)
                    .upper(1 + attackerUncovered);
        }
        model.options.sparse = attempt % 2 == 0;
        // One thread, so that the answer depends on the program alone.
        model.options.integer(IntegerStrategy.DEFAULT.withParallelism(() -> 1));
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            return null;
        }
        double[] answer = new double[n];
        for (int target = 0; target < n; target++) {
            answer[target] = result.doubleValue(2L * (reversed ? n - 1 - target : target));
        }
        return answer;
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
