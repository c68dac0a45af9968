// SPDX-License-Identifier: Apache-2.0
/**
 * Values and optimal strategies of zero-sum games.
 *
 * <p>Start with {@link org.hindsight.games.zerosum.ZeroSumSolver}, which solves any game by linear program. {@link
 * org.hindsight.games.zerosum.ExactZeroSumSolver} does so in exact fractions, {@link
 * org.hindsight.games.zerosum.OptimalStrategies} finds all optimal strategies of a small game and so whether they are
 * unique, and {@link org.hindsight.games.zerosum.FirstOrderSolver} approaches the value of a game too large for either by
 * learning, to a gap that it certifies. {@link org.hindsight.games.zerosum.MaximalLottery} is the optimal strategy of a
 * tournament or an election.
 */
@NullMarked
package org.hindsight.games.zerosum;

import org.jspecify.annotations.NullMarked;
