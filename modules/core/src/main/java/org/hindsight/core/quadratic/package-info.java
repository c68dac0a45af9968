// SPDX-License-Identifier: Apache-2.0
/**
 * Small dense strictly convex quadratic programs whose answers come with a proof.
 *
 * <p>Start with {@link org.hindsight.core.quadratic.QuadraticProgram}, which states a program, and {@link
 * org.hindsight.core.quadratic.QuadraticProgramSolver}, which answers it by the dual active-set method of Goldfarb and Idnani:
 *
 * <pre>{@code
 * // The point of the triangle x, y at least 0, x + y at most 1 that is nearest to (2, 1).
 * QuadraticProgram program = QuadraticProgram.nearestTo(2, 1)
 *         .atLeast(new double[] {1, 0}, 0)
 *         .atLeast(new double[] {0, 1}, 0)
 *         .atMost(new double[] {1, 1}, 1)
 *         .build();
 * QuadraticProgramResult.Optimal answer = new QuadraticProgramSolver().solve(program).optimal();
 * answer.primal();             // 1, 0
 * answer.dual();               // 0, 0, -1: what one more unit of each right-hand side is worth
 * answer.certificate().gap();  // at most 1e-9, measured without the solver
 * }</pre>
 *
 * <p>Simplices, boxes and balls have projections in closed form: {@link org.hindsight.core.projection}.
 */
@NullMarked
package org.hindsight.core.quadratic;

import org.jspecify.annotations.NullMarked;
