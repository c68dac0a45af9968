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
 * <table>
 *   <caption>Where to find what</caption>
 *   <thead><tr><th>You have, or want</th><th>Package</th></tr></thead>
 *   <tbody>
 *     <tr><td>a game by its name, from a generator, from a Gambit file</td><td>{@link
 *         org.hindsight.games.catalogue}, {@link org.hindsight.games.generators}, {@link
 *         org.hindsight.games.files}</td></tr>
 *     <tr><td>Nash equilibria: pure, one, all, quantal response</td><td>{@link org.hindsight.games.nash}</td></tr>
 *     <tr><td>dominated strategies</td><td>{@link org.hindsight.games.dominance}</td></tr>
 *     <tr><td>value and optimal strategies of zero-sum games</td><td>{@link org.hindsight.games.zerosum}</td></tr>
 *     <tr><td>correlated and coarse correlated equilibria</td><td>{@link org.hindsight.games.correlated}</td></tr>
 *     <tr><td>learners that play each other</td><td>{@link org.hindsight.games.dynamics}</td></tr>
 *     <tr><td>where the noisy replicator ends</td><td>{@link org.hindsight.games.sinks}</td></tr>
 *     <tr><td>equilibria against smooth deviations, with budgets, of preferences</td><td>{@link
 *         org.hindsight.games.smooth}, {@link org.hindsight.games.constrained}, {@link
 *         org.hindsight.games.preferences}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>Players and actions are numbered from 0, payoffs are to be maximised, and every tolerance is a fraction of the range
 * of a player's payoffs.
 */
@NullMarked
package org.hindsight.games;

import org.jspecify.annotations.NullMarked;
