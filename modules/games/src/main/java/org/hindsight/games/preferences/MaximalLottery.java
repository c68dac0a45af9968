// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramException;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.games.MixedStrategy;
import org.hindsight.games.ZeroSumCertificate;
import org.hindsight.games.ZeroSumGame;

/**
 * A policy that no other is preferred to, without regularisation: an optimal strategy of the symmetric zero-sum game P -
 * 1/2, also called a von Neumann or minimax winner.
 *
 * <p>If one action beats every other it is that action. There may be many; an odd number of actions with no ties, all
 * margins being odd multiples of one number, makes it unique. Source: P. Fishburn (1984), "Probabilistic social choice based on
 * simple voting comparisons", Review of Economic Studies 51.
 *
 * @param lottery the policy
 * @param certificate that it guarantees, against itself, the value zero to within the tolerance
 * @param method how it was found
 * @param tolerance the largest gap that is accepted
 * @param iterations the iterations that the method reports
 */
public record MaximalLottery(
        MixedStrategy lottery, ZeroSumCertificate certificate, String method, double tolerance, int iterations) {
    /**
     * Finds a maximal lottery by a linear program.
     *
     * @param preferences P
     * @return a lottery whose gap, relative to the range of the margins, is at most 1e-9
     * @throws LinearProgramException if no answer can be certified
     * @throws UncertifiedEquilibriumException if the answer of the linear program does not hold in the game
     */
    public static MaximalLottery of(PreferenceMatrix preferences) {
        int n = preferences.actions();
        double[] objective = new double[n + 1];
        objective[n] = 1;
        LinearProgram.Builder program = LinearProgram.maximise(objective).free(n);
        double[] row = new double[n + 1];
        row[n] = -1;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                row[i] = preferences.preference(i, j) - 0.5;
            }
            program.atLeast(row, 0);
        }
        for (int i = 0; i < n; i++) {
            row[i] = 1;
        }
        row[n] = 0;
        program.equalTo(row, 1);
        LinearProgramSolver solver = LinearProgramSolver.standard();
        LinearProgramResult.Optimal answer = solver.solve(program.build()).optimal();
        double[] weights = answer.primal();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            weights[i] = Math.max(0, weights[i]);
            sum += weights[i];
        }
        double[] lottery = new double[n];
        for (int i = 0; i < n; i++) {
            lottery[i] = weights[i] / sum;
        }
        MixedStrategy strategy = MixedStrategy.of(lottery);
        ZeroSumGame game = preferences.toZeroSum();
        ZeroSumCertificate certificate = ZeroSumCertificate.of(game, strategy, strategy);
        if (!certificate.holdsWithin(solver.tolerance())) {
            throw new UncertifiedEquilibriumException(answer.backend(), solver.tolerance(), certificate);
        }
        return new MaximalLottery(strategy, certificate, answer.backend(), solver.tolerance(), answer.iterations());
    }
}
