// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The optimal commitment by a single linear program: the best correlated play that the follower obeys.
 *
 * <p>Variables p[i][j] are the probabilities that row i is played and response j recommended; for each pair of responses,
 * the follower who is told j does not gain by k. The leader can do no better than with one recommendation, so the value is
 * that of {@link MultiplePrograms}; the commitment is read off the response that is recommended most often. Its dual is the
 * {@link CommitmentCertificate}. Complexity: m n variables and n (n - 1) rows, dense: for small games and for checks. Source:
 * V. Conitzer, D. Korzhyk (2011), "Commitment to correlated strategies".
 */
public final class CorrelatedProgram {
    /** The largest number of variables times rows. */
    public static final long MAX_CELLS = 1 << 23;

    private CorrelatedProgram() {}

    /**
     * Finds an optimal commitment.
     *
     * @param game the game, with m n^2 (n - 1) at most {@value #MAX_CELLS}
     * @return the commitment, certified
     * @throws IllegalArgumentException if the program is too large
     * @throws org.hindsight.core.linear.LinearProgramException if the program's answer cannot be certified
     * @throws UncertifiedCommitmentException if the answer cannot be certified in the game
     */
    public static CommitmentSolution solve(BimatrixStackelbergGame game) {
        int m = game.dimension();
        int n = game.responses();
        int rows = n * (n - 1);
        if ((double) m * n * rows > MAX_CELLS) {
            throw new IllegalArgumentException("game must have at most " + MAX_CELLS
                    + " cells in its correlated program, has " + m + " * " + n + " * " + n + " * " + (n - 1));
        }
        int variables = m * n;
        double[] coefficients = new double[variables * rows];
        int row = 0;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                if (k != j) {
                    for (int i = 0; i < m; i++) {
                        coefficients[row * variables + j * m + i] =
                                game.followerPayoffAt(i, k) - game.followerPayoffAt(i, j);
                    }
                    row++;
                }
            }
        }
        double[] objective = new double[variables];
        for (int v = 0; v < variables; v++) {
            objective[v] = game.leaderPayoffAt(v % m, v / m);
        }
        SimplexDomainSolution answer = LinearProgramSolver.standard()
                .solve(SimplexDomainProgram.view(objective, coefficients, new double[rows]));
        double[] play = answer.primal();
        double[] dual = answer.dual();
        double[] told = new double[n];
        for (int v = 0; v < play.length; v++) {
            told[v / m] += play[v];
        }
        int best = 0;
        for (int j = 1; j < n; j++) {
            best = told[j] > told[best] ? j : best;
        }
        double[] commitment = new double[m];
        for (int i = 0; i < m; i++) {
            commitment[i] = play[best * m + i] / told[best];
        }
        double[][] prices = new double[n][n];
        List<SolveStatus> statuses = new ArrayList<>();
        row = 0;
        for (int j = 0; j < n; j++) {
            statuses.add(told[j] > 0 ? SolveStatus.OPTIMAL : SolveStatus.CUT_OFF);
            for (int k = 0; k < n; k++) {
                if (k != j) {
                    prices[j][k] = dual[row++];
                }
            }
        }
        return CommitmentSolution.certified(
                CommitmentCertificate.of(game, 0, commitment, best, prices),
                statuses,
                "single correlated program",
                1,
                answer.pivots());
    }
}
