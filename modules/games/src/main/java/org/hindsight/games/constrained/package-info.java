// SPDX-License-Identifier: Apache-2.0
/**
 * Correlated play under costs: nobody may spend too much in expectation, and only deviations that keep that are held against a
 * distribution.
 *
 * <p>Start with {@link org.hindsight.games.constrained.BudgetedGame}, in which each action of a player has one or several costs and
 * each player budgets for them. There {@link org.hindsight.games.constrained.ConstrainedCoarseEquilibrium} finds the best coarse
 * correlated equilibrium by one linear program, and {@link org.hindsight.games.constrained.SafeHedge} learns one:
 *
 * <pre>{@code
 * BudgetedGame budgeted = BudgetedGame.of(chicken, new double[][] {{0, 1}, {0, 1}}, 0.3, 0.3);
 * ConstrainedCoarseEquilibrium.ofLargestWelfare(budgeted).value();  // 210 / 19
 * }</pre>
 *
 * <p>In a {@link org.hindsight.games.constrained.ConstrainedGame} costs depend on what everybody does. Equilibria, coarse or against
 * every exchange of recommendations, then need not form a convex set, and {@link org.hindsight.games.constrained.ConstrainedSearch}
 * searches them up to an epsilon over a grid of prices of the costs. Every answer carries a {@link
 * org.hindsight.games.constrained.ConstrainedCertificate}; where nothing is safe, {@link
 * org.hindsight.games.constrained.EmptySafeSetException} carries the proof.
 *
 * <p>Source of the notion: M. Bernasconi, M. Castiglioni, A. Marchesi, F. Trovo, N. Gatti (2023), "Constrained Phi-equilibria",
 * arXiv:2301.13600.
 */
@NullMarked
package org.hindsight.games.constrained;

import org.jspecify.annotations.NullMarked;
