// SPDX-License-Identifier: Apache-2.0
/**
 * Finite games in normal form, what is played in them, and certificates that it is an equilibrium.
 *
 * <p>Start with {@link org.hindsight.games.BimatrixGame} for two players, {@link org.hindsight.games.ZeroSumGame} when one
 * wins what the other loses, and {@link org.hindsight.games.NormalFormGame} for any number of players; all convert to the
 * last. {@link org.hindsight.games.RationalGame} holds the payoffs as exact fractions. Independent play is a {@link
 * org.hindsight.games.MixedProfile}, correlated play a {@link org.hindsight.games.JointDistribution}. Whether either is an
 * equilibrium, and how far from one, is said by a {@link org.hindsight.games.NashCertificate} or a {@link
 * org.hindsight.games.CorrelatedCertificate}, from the game alone.
 *
 * <p>Players and actions are numbered from 0, payoffs are to be maximised, and every tolerance is a fraction of the range
 * of a player's payoffs.
 */
@NullMarked
package org.hindsight.games;

import org.jspecify.annotations.NullMarked;
