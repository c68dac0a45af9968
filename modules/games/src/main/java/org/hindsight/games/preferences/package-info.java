// SPDX-License-Identifier: Apache-2.0
/**
 * Preference games, in which two policies are compared and the one more often preferred wins: learning from human
 * feedback without a reward.
 *
 * <p>Start with {@link org.hindsight.games.preferences.PreferenceMatrix}, the probability with which each answer is
 * preferred to each other, and {@link org.hindsight.games.preferences.PreferenceGame}, which keeps both policies near a
 * reference by a Kullback-Leibler penalty. {@link org.hindsight.games.preferences.EquilibriumSearch} finds its one
 * equilibrium, certified; {@link org.hindsight.games.zerosum.MaximalLottery} and {@link
 * org.hindsight.games.preferences.ProximalPoint} do without the penalty. The tabular algorithms of the literature are the
 * kinds of {@link org.hindsight.games.preferences.TabularUpdate}, one of which takes the gradient steps of an {@link
 * org.hindsight.games.preferences.IpoRegression}, and {@link org.hindsight.games.preferences.SelfPlay}
 * lets any full-information learner play against itself.
 *
 * <p>Actions are numbered from 0. Policies are kept by the logarithms of their probabilities, which at a low temperature
 * are far below those of the smallest double.
 */
@NullMarked
package org.hindsight.games.preferences;

import org.jspecify.annotations.NullMarked;
