// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.jspecify.annotations.Nullable;

/**
 * The optimal commitment by the programs of {@link MultiplePrograms}, best first, each only as far as it matters.
 *
 * <p>A response j cannot bring more than the leader's largest payoff in its column. Responses are taken in the order of this
 * bound, and none is taken any more once it is below the best value known. The program of a response starts without
 * constraints at the best row of its column; constraints join in batches where the current point violates them, and the dual
 * simplex method goes on from where it was, its value falling towards the program's. It is left as soon as the multipliers
 * prove it to be below the best value known, which is to begin with that of the best pure commitment. The multipliers of the
 * programs that were left are the prices of the certificate.
 *
 * <p>Complexity: at most that of {@link MultiplePrograms}; on random games of 100 actions most responses are never looked at,
 * and a program sees few of its constraints. Proof note: {@code proofs-notes/commitment.md}.
 */
public final class LazyPrograms {
    private LazyPrograms() {}

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
        int n = game.responses();
        double[] keys = new double[n];
        for (int j = 0; j < n; j++) {
            keys[j] = programs.most(j);
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(keys[b], keys[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<@Nullable SimplexDomainSolution> answers = new ArrayList<>(Collections.nCopies(n, null));
        double incumbent = bestPure(game, programs, epsilon);
        int best = -1;
        for (int j : order) {
            if (best >= 0 && keys[j] <= incumbent) {
                break;
            }
            SimplexDomainSolution answer = programs.solveAbove(j, incumbent);
            answers.set(j, answer);
            if (answer.status() == SolveStatus.OPTIMAL && (best < 0 || answer.value() > incumbent)) {
                best = j;
                incumbent = Math.max(incumbent, answer.value());
            }
        }
        return InducedBest.of(game, epsilon, programs, answers, best, "best-first lazy programs");
    }

    /** What the best pure commitment brings; attained by a program, so that program is never cut off by it. */
    private static double bestPure(BimatrixStackelbergGame game, ResponsePrograms programs, double epsilon) {
        int n = game.responses();
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < game.dimension(); i++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < n; k++) {
                most = Math.max(most, programs.followerPayoff(i, k));
            }
            for (int j = 0; j < n; j++) {
                if (most - programs.followerPayoff(i, j) <= epsilon) {
                    best = Math.max(best, programs.leaderPayoff(i, j));
                }
            }
        }
        return best;
    }
}
