// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The optimal commitment by one linear program for each response.
 *
 * <p>For each response j, the best commitment among those that make j a best response; then the best of these. All programs
 * are solved to the end, so {@link CommitmentSolution#statuses()} says which responses can be induced at all, and {@link
 * CommitmentCertificate#bound(int)} what each brings. Equal values go to the lowest response. Complexity: n programs of m
 * variables and n - 1 rows. Source: V. Conitzer, T. Sandholm (2006), "Computing the optimal strategy to commit to".
 */
public final class MultiplePrograms {
    private MultiplePrograms() {}

    /**
     * Finds an optimal commitment.
     *
     * @param game the game
     * @return the commitment, certified
     * @throws org.hindsight.core.linear.LinearProgramException if a program's answer cannot be certified
     * @throws UncertifiedCommitmentException if the answer cannot be certified in the game
     */
    public static CommitmentSolution solve(BimatrixStackelbergGame game) {
        return solve(game, 0);
    }

    /** The same with epsilon-best responses. */
    static CommitmentSolution solve(BimatrixStackelbergGame game, double epsilon) {
        ResponsePrograms programs = new ResponsePrograms(game, epsilon);
        List<SimplexDomainSolution> answers = new ArrayList<>();
        int best = -1;
        for (int j = 0; j < game.responses(); j++) {
            SimplexDomainSolution answer = programs.solveAbove(j, Double.NEGATIVE_INFINITY);
            answers.add(answer);
            if (answer.status() == SolveStatus.OPTIMAL
                    && (best < 0 || answer.value() > answers.get(best).value())) {
                best = j;
            }
        }
        return InducedBest.of(game, epsilon, programs, answers, best, "multiple linear programs");
    }
}
