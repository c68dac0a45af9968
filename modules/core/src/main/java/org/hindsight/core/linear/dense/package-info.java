// SPDX-License-Identifier: Apache-2.0
/**
 * Fast dense solvers for the two linear programs of which game theory solves most: matrix games, and programs over a
 * simplex.
 *
 * <p>Start with {@link org.hindsight.core.linear.dense.MatrixGameSolver} for zero-sum games, and with {@link
 * org.hindsight.core.linear.dense.SimplexDomainSolver} for optimal commitments, correlated equilibria and whatever else
 * chooses a probability vector under linear constraints:
 *
 * <pre>{@code
 * MatrixGameSolution game = new MatrixGameSolver().solve(MatrixGame.of(2, 2, 2, -1, -1, 1));
 * game.value();  // 0.2, certified by game.gap()
 *
 * SimplexDomainProgram program = SimplexDomainProgram.of(
 *         new double[] {3, 1, 0}, new double[][] {{1, 0, -1}}, new double[] {0.25});
 * SimplexDomainSolution best = new SimplexDomainSolver().solve(program);
 * best.value();  // 1.875, certified by best.gap() and best.violation()
 * }</pre>
 *
 * <p>A solver keeps its arrays, so a loop over many programs keeps one solver for each thread. Each solution carries its
 * certificate and a {@link org.hindsight.core.linear.dense.SolveStatus}, and nothing is called optimal, infeasible or cut
 * off that is not proven from the problem's own numbers. Where a kernel reports a failure, {@link
 * org.hindsight.core.linear.LinearProgramSolver#solve(MatrixGame)} and {@link
 * org.hindsight.core.linear.LinearProgramSolver#solve(SimplexDomainProgram)} go on to other solvers; the same class finds
 * out by itself when a general program has one of the two shapes.
 */
@NullMarked
package org.hindsight.core.linear.dense;

import org.jspecify.annotations.NullMarked;
