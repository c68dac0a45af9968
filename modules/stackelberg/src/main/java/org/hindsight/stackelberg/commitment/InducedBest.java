// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.jspecify.annotations.Nullable;

/** Puts the answers to the programs of all responses together to a solution. */
final class InducedBest {
    private InducedBest() {}

    /**
     * Assembles the prices from the programs' multipliers.
     *
     * @param answers one for each response, or null if the leader's largest payoff in its column decides it
     * @param best the response of the best answer, or -1 if there is none, which only rounding can cause
     */
    static CommitmentSolution of(
            BimatrixStackelbergGame game,
            double epsilon,
            ResponsePrograms programs,
            List<? extends @Nullable SimplexDomainSolution> answers,
            int best,
            String method) {
        SimplexDomainSolution chosen = best < 0 ? null : answers.get(best);
        if (chosen == null) {
            throw new UncertifiedCommitmentException(
                    "no response could be induced, though every commitment induces one", Double.POSITIVE_INFINITY);
        }
        double[][] prices = new double[answers.size()][];
        List<SolveStatus> statuses = new ArrayList<>();
        for (int j = 0; j < prices.length; j++) {
            SimplexDomainSolution answer = answers.get(j);
            statuses.add(answer == null ? SolveStatus.CUT_OFF : answer.status());
            if (answer == null) {
                prices[j] = new double[0];
            } else {
                prices[j] = answer.status() == SolveStatus.INFEASIBLE
                        ? programs.priceOut(j, answer.dual(), chosen.value())
                        : answer.dual();
            }
        }
        return CommitmentSolution.certified(
                CommitmentCertificate.of(game, epsilon, chosen.primal(), best, prices),
                statuses,
                method,
                programs.programs(),
                programs.pivots());
    }
}
