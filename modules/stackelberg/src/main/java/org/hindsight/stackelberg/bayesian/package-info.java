// SPDX-License-Identifier: Apache-2.0
/**
 * Bayesian Stackelberg games: one commitment against a follower whose type the leader does not know.
 *
 * <p>Start with {@link org.hindsight.stackelberg.bayesian.BayesianStackelbergGame}, and solve it with {@link
 * org.hindsight.stackelberg.bayesian.ResponseSearch}, branch and bound over the types' responses, whose answer carries the
 * proof that nothing is better. {@link org.hindsight.stackelberg.bayesian.Dobss} states the same problem as a mixed-integer
 * program; it is far slower and serves as a check. The problem is
 * NP-hard in the number of types.
 *
 * <pre>{@code
 * BayesianStackelbergGame game = BayesianStackelbergGame.of(new double[] {0.5, 0.5}, List.of(first, second));
 * ResponseSearch.solve(game).value();
 * }</pre>
 */
@NullMarked
package org.hindsight.stackelberg.bayesian;

import org.jspecify.annotations.NullMarked;
