// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.Arrays;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramException;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.ZeroSumGame;

/**
 * The value of a zero-sum game whose players keep caps, {@code max_x min_y x^T A y = min_y max_x x^T A y}, with optimal
 * strategies.
 *
 * @param value the row player's, to within the tolerance times the payoff range
 * @param profile a strong smooth equilibrium: x and y keep their caps
 * @param certificate that it is one
 * @param method how it was found
 * @param tolerance the largest gap that is accepted
 * @param iterations the iterations that the method reports
 */
public record SmoothZeroSumSolution(
        double value,
        MixedProfile profile,
        SmoothCertificate certificate,
        String method,
        double tolerance,
        int iterations) {
    /**
     * Solves a game by a linear program in which the column player's best smooth response is a dual variable a column.
     *
     * @param game A
     * @param sigma in [1 / n, 1] for both numbers of actions n
     * @return the solution, whose gap is at most 1e-9
     * @throws LinearProgramException if no answer of the linear program can be certified
     * @throws UncertifiedSmoothEquilibriumException if the answer does not hold in the game
     */
    public static SmoothZeroSumSolution of(ZeroSumGame game, double sigma) {
        SmoothGame smooth = SmoothGame.of(game.toNormalForm(), sigma);
        int m = game.rows();
        int n = game.columns();
        // Variables x_0 .. x_{m-1}, r_0 .. r_{n-1}, t: maximise t - c sum r subject to t - r_j <= (x^T A)_j.
        double[] objective = new double[m + n + 1];
        for (int j = 0; j < n; j++) {
            objective[m + j] = -smooth.cap(1);
        }
        objective[m + n] = 1;
        LinearProgram.Builder program = LinearProgram.maximise(objective).free(m + n);
        for (int i = 0; i < m; i++) {
            program.bounds(i, 0, smooth.cap(0));
        }
        double offset = game.payoff(0, 0);
        double[] row = new double[m + n + 1];
        row[m + n] = 1;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                row[i] = offset - game.payoff(i, j);
            }
            row[m + j] = -1;
            program.atMost(row, 0);
            row[m + j] = 0;
        }
        double[] sum = new double[m + n + 1];
        Arrays.fill(sum, 0, m, 1);
        program.equalTo(sum, 1);
        LinearProgramSolver solver = LinearProgramSolver.standard();
        LinearProgramResult.Optimal answer = solver.solve(program.build()).optimal();
        MixedProfile profile = MixedProfile.of(
                Distributions.within(smooth.cap(0), answer.primal(), m),
                Distributions.within(smooth.cap(1), answer.dual(), n));
        SmoothCertificate certificate = SmoothCertificate.strong(smooth, profile);
        if (!certificate.holdsWithin(solver.tolerance())) {
            throw new UncertifiedSmoothEquilibriumException(answer.backend(), solver.tolerance(), certificate.gap());
        }
        return new SmoothZeroSumSolution(
                smooth.game().expectedPayoff(0, profile),
                profile,
                certificate,
                answer.backend(),
                solver.tolerance(),
                answer.iterations());
    }
}
