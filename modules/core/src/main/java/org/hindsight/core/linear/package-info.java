// SPDX-License-Identifier: Apache-2.0
/**
 * Linear programs whose answers come with a proof.
 *
 * <p>Start with {@link org.hindsight.core.linear.LinearProgram}, which states a program, and {@link
 * org.hindsight.core.linear.LinearProgramSolver}, which answers it:
 *
 * <pre>{@code
 * LinearProgram program = LinearProgram.maximise(3, 5)
 *         .atMost(new double[] {1, 0}, 4)
 *         .atMost(new double[] {0, 2}, 12)
 *         .atMost(new double[] {3, 2}, 18)
 *         .build();
 * LinearProgramResult.Optimal answer = LinearProgramSolver.standard().solve(program).optimal();
 * answer.value();              // 36
 * answer.primal();             // 2, 6
 * answer.dual();               // 0, 1.5, 1: what one more unit of each right-hand side is worth
 * answer.certificate().gap();  // at most 1e-9, measured without the solver
 * }</pre>
 *
 * <p>A program without an optimum is answered by a {@linkplain org.hindsight.core.linear.InfeasibilityCertificate Farkas
 * certificate} or by a {@linkplain org.hindsight.core.linear.UnboundednessCertificate feasible point and a ray}. {@link
 * org.hindsight.core.linear.ExactSimplex} answers small programs in rational arithmetic. To put another solver behind the
 * facade, implement {@link org.hindsight.core.linear.LinearProgramBackend}. {@link
 * org.hindsight.core.linear.MixedIntegerSolver} takes programs with whole variables; its branch and bound stands on certified
 * linear programs. Loops over matrix games or programs over the
 * simplex are faster with the kernels of {@link org.hindsight.core.linear.dense} themselves.
 */
@NullMarked
package org.hindsight.core.linear;

import org.jspecify.annotations.NullMarked;
