// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramException;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;

/**
 * The constrained coarse correlated equilibrium of largest welfare.
 *
 * <p>By duality, the largest payoff of player i by a safe strategy is the least v for which some multiplier lambda of at least zero
 * has {@code v + lambda (c_i(k) - b_i)} at least the payoff of action k, for all k; so the equilibria are the feasible points of one
 * linear program. It has the profiles and two more variables a player.
 *
 * @param distribution the equilibrium
 * @param welfare the expected sum of payoffs
 * @param certificate that it is an equilibrium
 * @param method how it was found
 * @param tolerance the largest gap that is accepted
 * @param iterations the iterations that the method reports
 */
public record ConstrainedCoarseEquilibrium(
        JointDistribution distribution,
        double welfare,
        ConstrainedCertificate certificate,
        String method,
        double tolerance,
        int iterations) {
    /**
     * Finds the equilibrium of largest welfare.
     *
     * @param budgeted the game with budgets
     * @return the equilibrium
     * @throws LinearProgramException if no answer can be certified
     */
    public static ConstrainedCoarseEquilibrium ofLargestWelfare(BudgetedGame budgeted) {
        NormalFormGame game = budgeted.game();
        GameForm form = game.form();
        int players = form.players();
        int profiles = form.profiles();
        int variables = profiles + 2 * players;
        double[] objective = new double[variables];
        double[] sum = new double[variables];
        for (int s = 0; s < profiles; s++) {
            for (int i = 0; i < players; i++) {
                objective[s] += payoff(game, i, s);
            }
            sum[s] = 1;
        }
        LinearProgram.Builder program = LinearProgram.maximise(objective).equalTo(sum, 1);
        for (int i = 0; i < players; i++) {
            int v = profiles + i;
            int lambda = profiles + players + i;
            program.free(v);
            double[] spent = new double[variables];
            double[] earned = new double[variables];
            for (int s = 0; s < profiles; s++) {
                spent[s] = budgeted.excess(i, form.action(s, i));
                earned[s] = payoff(game, i, s);
            }
            earned[v] = -1;
            program.atMost(spent, 0).atLeast(earned, 0);
            for (int k = 0; k < form.actions(i); k++) {
                double[] row = new double[variables];
                for (int s = 0; s < profiles; s++) {
                    row[s] = -payoff(game, i, s + (k - form.action(s, i)) * form.stride(i));
                }
                row[v] = 1;
                row[lambda] = budgeted.excess(i, k);
                program.atLeast(row, 0);
            }
        }
        LinearProgramSolver solver = LinearProgramSolver.standard();
        LinearProgramResult.Optimal answer = solver.solve(program.build()).optimal();
        double[] z = new double[profiles];
        double total = 0;
        for (int s = 0; s < profiles; s++) {
            z[s] = Math.max(0, answer.primal()[s]);
            total += z[s];
        }
        for (int s = 0; s < profiles; s++) {
            z[s] /= total;
        }
        JointDistribution distribution = JointDistribution.of(form, z);
        ConstrainedCertificate certificate = ConstrainedCertificate.of(budgeted, distribution);
        // The tolerances of the program's rows add up.
        double tolerance = 10 * solver.tolerance();
        if (!certificate.holdsWithin(tolerance)) {
            throw new IllegalStateException(answer.backend() + " reached gap " + certificate.gap()
                    + " in the game, expected at most " + tolerance);
        }
        double welfare = 0;
        for (int i = 0; i < players; i++) {
            welfare += game.expectedPayoff(i, distribution);
        }
        return new ConstrainedCoarseEquilibrium(
                distribution, welfare, certificate, answer.backend(), tolerance, answer.iterations());
    }

    /** Payoffs relative to the least, so that an offset does not drown what is at stake. */
    private static double payoff(NormalFormGame game, int player, int profile) {
        return game.payoffAt(player, profile) - game.minPayoff(player);
    }
}
