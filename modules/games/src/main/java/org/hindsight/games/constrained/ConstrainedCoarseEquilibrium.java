// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.Arrays;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramException;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.correlated.CorrelatedObjective;

/**
 * The best constrained coarse correlated equilibrium of a game with budgets.
 *
 * <p>By duality, the largest payoff of player i by a safe strategy is the least v for which some prices {@code p_r} of at least zero
 * have {@code v + sum_r p_r (c_ir(k) - b_ir)} at least the payoff of action k, for all k; so the equilibria are the feasible points
 * of one linear program. It has as variables the profiles, and for each player v and a price for each cost.
 *
 * @param objective what was sought
 * @param value the objective's value
 * @param certificate that it is an equilibrium
 * @param method how it was found
 * @param tolerance the largest gap that is accepted
 * @param iterations the iterations that the method reports
 */
public record ConstrainedCoarseEquilibrium(
        CorrelatedObjective objective,
        double value,
        ConstrainedCertificate certificate,
        String method,
        double tolerance,
        int iterations) {
    /** The largest number of variables times constraints of the program. */
    public static final long MAX_CELLS = 20_000_000;

    /**
     * Finds the equilibrium of largest welfare.
     *
     * @param budgeted the game with budgets
     * @return the equilibrium
     * @throws IllegalArgumentException if the program has more than {@value #MAX_CELLS} cells
     * @throws LinearProgramException if no answer to the program can be certified
     * @throws ConstrainedEquilibriumException if the answer does not hold in the game to within the tolerance
     */
    public static ConstrainedCoarseEquilibrium ofLargestWelfare(BudgetedGame budgeted) {
        return of(budgeted, CorrelatedObjective.welfare());
    }

    /**
     * Finds the best equilibrium by an objective.
     *
     * @param budgeted the game with budgets
     * @param objective what is sought, linear in the distribution: not {@link CorrelatedObjective#maximin}
     * @return the equilibrium
     * @throws IllegalArgumentException if the objective does not fit, or the program has more than {@value #MAX_CELLS} cells
     * @throws LinearProgramException if no answer to the program can be certified
     * @throws ConstrainedEquilibriumException if the answer does not hold in the game to within the tolerance
     */
    public static ConstrainedCoarseEquilibrium of(BudgetedGame budgeted, CorrelatedObjective objective) {
        NormalFormGame game = budgeted.game();
        LinearObjective sought = LinearObjective.of(game, objective);
        LinearProgramSolver solver = LinearProgramSolver.standard();
        LinearProgramResult.Optimal answer =
                solver.solve(program(budgeted, sought)).optimal();
        double[] z = new double[game.form().profiles()];
        double total = 0;
        for (int s = 0; s < z.length; s++) {
            z[s] = Math.max(0, answer.primal()[s]);
            total += z[s];
        }
        for (int s = 0; s < z.length; s++) {
            z[s] /= total;
        }
        JointDistribution distribution = JointDistribution.of(game.form(), z);
        ConstrainedCertificate certificate = ConstrainedCertificate.of(budgeted, distribution);
        // The tolerances of the program's rows add up.
        double tolerance = 10 * solver.tolerance();
        if (!certificate.holdsWithin(tolerance)) {
            throw new ConstrainedEquilibriumException(
                    answer.backend() + " reached gap " + certificate.gap() + " in the game, expected at most "
                            + tolerance,
                    1,
                    certificate.gap());
        }
        return new ConstrainedCoarseEquilibrium(
                objective,
                sought.at(distribution),
                certificate,
                "linear program by " + answer.backend(),
                tolerance,
                answer.iterations());
    }

    private static LinearProgram program(BudgetedGame budgeted, LinearObjective sought) {
        NormalFormGame game = budgeted.game();
        GameForm form = game.form();
        int profiles = form.profiles();
        int variables = profiles;
        long rows = 1;
        for (int i = 0; i < form.players(); i++) {
            variables += 1 + budgeted.costs(i);
            rows += 1 + budgeted.costs(i) + form.actions(i);
        }
        if (rows * variables > MAX_CELLS) {
            throw new IllegalArgumentException("the program of " + rows + " constraints for " + variables
                    + " variables must have at most " + MAX_CELLS + " cells");
        }
        double[] objective = new double[variables];
        System.arraycopy(sought.coefficients(), 0, objective, 0, profiles);
        double[] sum = new double[variables];
        Arrays.fill(sum, 0, profiles, 1);
        LinearProgram.Builder program = LinearProgram.maximise(objective).equalTo(sum, 1);
        int v = profiles;
        for (int i = 0; i < form.players(); i++) {
            int costs = budgeted.costs(i);
            program.free(v);
            for (int r = 0; r < costs; r++) {
                double[] spent = new double[variables];
                for (int s = 0; s < profiles; s++) {
                    spent[s] = budgeted.excess(i, r, form.action(s, i));
                }
                program.atMost(spent, 0);
            }
            double[] earned = new double[variables];
            for (int s = 0; s < profiles; s++) {
                earned[s] = payoff(game, i, s);
            }
            earned[v] = -1;
            program.atLeast(earned, 0);
            for (int k = 0; k < form.actions(i); k++) {
                double[] row = new double[variables];
                for (int s = 0; s < profiles; s++) {
                    row[s] = -payoff(game, i, s + (k - form.action(s, i)) * form.stride(i));
                }
                row[v] = 1;
                for (int r = 0; r < costs; r++) {
                    row[v + 1 + r] = budgeted.excess(i, r, k);
                }
                program.atLeast(row, 0);
            }
            v += 1 + costs;
        }
        return program.build();
    }

    /**
     * Returns the equilibrium.
     *
     * @return the distribution over profiles
     */
    public JointDistribution distribution() {
        return certificate.distribution();
    }

    /** Payoffs relative to the least, so that an offset does not drown what is at stake. */
    private static double payoff(NormalFormGame game, int player, int profile) {
        return game.payoffAt(player, profile) - game.minPayoff(player);
    }
}
