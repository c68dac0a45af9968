// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The strong Stackelberg value: what the leader can secure by committing, the follower breaking ties in the leader's favour.
 *
 * <p>The value is {@code max_j max u(x, j)} over commitments x for which j is a best response; it is always attained. It is
 * found by {@link LazyPrograms}, which on games of every size needed no more time than {@link MultiplePrograms}.
 *
 * <pre>{@code
 * BimatrixStackelbergGame game = BimatrixStackelbergGame.of(
 *         new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
 * CommitmentSolution best = StrongCommitment.solve(game);
 * best.value();              // 3.5
 * best.commitment();         // 0.5, 0.5
 * best.response();           // 1
 * best.certificate().gap();  // 0, from the game and the prices alone
 * }</pre>
 */
public final class StrongCommitment {
    /** The largest gap of a certificate that is accepted. */
    public static final double TOLERANCE = 1e-8;

    private StrongCommitment() {}

    /**
     * Finds an optimal commitment.
     *
     * @param game the game
     * @return the commitment, certified
     * @throws org.hindsight.core.linear.LinearProgramException if a program's answer cannot be certified
     * @throws UncertifiedCommitmentException if the answer cannot be certified in the game
     */
    public static CommitmentSolution solve(BimatrixStackelbergGame game) {
        return LazyPrograms.solve(game);
    }

    /**
     * Finds the best commitment when the follower may be talked into any response that is nearly best: the value V*(epsilon)
     * {@code = max_j max u(x, j)} over x with {@code v(x, j) >= max_k v(x, k) - epsilon}.
     *
     * @param game the game
     * @param epsilon finite and at least 0, in units of V; 0 gives the strong value
     * @return the commitment, certified
     * @throws IllegalArgumentException if epsilon is negative or not finite
     * @throws org.hindsight.core.linear.LinearProgramException if a program's answer cannot be certified
     * @throws UncertifiedCommitmentException if the answer cannot be certified in the game
     */
    public static CommitmentSolution relaxed(BimatrixStackelbergGame game, double epsilon) {
        return LazyPrograms.solve(game, Checks.nonNegative(epsilon, "epsilon"));
    }
}
