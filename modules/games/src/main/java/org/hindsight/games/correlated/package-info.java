// SPDX-License-Identifier: Apache-2.0
/**
 * Correlated and coarse correlated equilibria by linear program.
 *
 * <p>Start with {@link org.hindsight.games.correlated.CorrelatedSolver}: among all equilibria of a {@link
 * org.hindsight.games.CorrelatedNotion} it finds one that is best by a {@link
 * org.hindsight.games.correlated.CorrelatedObjective}, such as the largest welfare or the largest payoff of the player who
 * has least. {@link org.hindsight.games.correlated.ExactCorrelatedSolver} does the same for small games in exact fractions.
 * Every answer carries two proofs that share nothing with the solver: nobody gains by deviating, and prices on the
 * deviations show that no equilibrium does better.
 */
@NullMarked
package org.hindsight.games.correlated;

import org.jspecify.annotations.NullMarked;
