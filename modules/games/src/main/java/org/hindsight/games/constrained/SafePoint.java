// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;
import org.jspecify.annotations.Nullable;

/** Whether a distribution over points keeps all costs at most zero. */
final class SafePoint {
    private SafePoint() {}

    /** The proof that there is none, null if there is one. */
    static @Nullable EmptySafeSet proofOfNone(String points, double[][] costs) {
        double[] scales = new double[costs.length];
        double[][] rows = new double[costs.length][costs[0].length];
        for (int r = 0; r < rows.length; r++) {
            for (double cost : costs[r]) {
                scales[r] = Math.max(scales[r], Math.abs(cost));
            }
            for (int k = 0; k < rows[r].length && scales[r] > 0; k++) {
                rows[r][k] = costs[r][k] / scales[r];
            }
        }
        SimplexDomainSolution answer = LinearProgramSolver.standard()
                .solve(SimplexDomainProgram.of(new double[rows[0].length], rows, new double[rows.length]));
        if (answer.status() != SolveStatus.INFEASIBLE) {
            return null;
        }
        double[] weights = answer.dual();
        for (int r = 0; r < weights.length; r++) {
            weights[r] = scales[r] > 0 ? weights[r] / scales[r] : 0;
        }
        EmptySafeSet proof = EmptySafeSet.of(points, costs, weights);
        if (!proof.holdsWithin(0)) {
            throw new IllegalStateException("the costs are at the edge of what can be kept: " + proof);
        }
        return proof;
    }
}
