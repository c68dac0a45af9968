// SPDX-License-Identifier: Apache-2.0
/**
 * Correlated play under budgets: nobody may spend too much in expectation, and only deviations within budget are held against a
 * distribution.
 *
 * <p>Start with {@link org.hindsight.games.constrained.BudgetedGame}, in which each action of a player has a cost and each player a
 * budget; {@link org.hindsight.games.constrained.ConstrainedCoarseEquilibrium} finds the best coarse correlated equilibrium.
 *
 * <p>Source of the notion: M. Bernasconi, M. Castiglioni, A. Marchesi, F. Trovo, N. Gatti (2023), "Constrained Phi-equilibria",
 * arXiv:2301.13600; this is its tractable case, in which what a player may do does not depend on the others.
 */
@NullMarked
package org.hindsight.games.constrained;

import org.jspecify.annotations.NullMarked;
