// SPDX-License-Identifier: Apache-2.0
/**
 * Stackelberg games: a leader commits, a follower responds, once or over many rounds.
 *
 * <p>Start with {@link org.hindsight.stackelberg.BimatrixStackelbergGame}; a game is anything that says what both get when the
 * leader has committed to x and the follower answers j ({@link org.hindsight.stackelberg.StackelbergGame}). {@link
 * org.hindsight.stackelberg.BestResponse} has the follower's best responses with an explicit {@linkplain
 * org.hindsight.stackelberg.TieRule rule for ties}. Over many rounds a {@link org.hindsight.stackelberg.Leader} meets a {@link
 * org.hindsight.stackelberg.Follower}, or an {@link org.hindsight.stackelberg.UninformedFollower} who does not see the
 * commitment, in {@link org.hindsight.stackelberg.StackelbergPlay}.
 *
 * <table>
 *   <caption>Where to find what</caption>
 *   <thead><tr><th>You have, or want</th><th>Package</th></tr></thead>
 *   <tbody>
 *     <tr><td>the best commitment; to unknown types; of patrols</td><td>{@link
 *         org.hindsight.stackelberg.commitment}, {@link org.hindsight.stackelberg.bayesian}, {@link
 *         org.hindsight.stackelberg.security}</td></tr>
 *     <tr><td>followers: short- and far-sighted, erring, learning, calibrated</td><td>{@link
 *         org.hindsight.stackelberg.followers}, {@link org.hindsight.stackelberg.learners}, {@link
 *         org.hindsight.stackelberg.calibrated}</td></tr>
 *     <tr><td>to learn the commitment by queries, also from those who look ahead</td><td>{@link
 *         org.hindsight.stackelberg.queries}, {@link org.hindsight.stackelberg.delay}</td></tr>
 *     <tr><td>what followers who learn can be made to pay</td><td>{@link org.hindsight.stackelberg.swapregret}</td></tr>
 *     <tr><td>to post prices</td><td>{@link org.hindsight.stackelberg.pricing}</td></tr>
 *     <tr><td>both sides learning; choosing algorithms; followers who change</td><td>{@link
 *         org.hindsight.stackelberg.decentralized}, {@link org.hindsight.stackelberg.metagame}, {@link
 *         org.hindsight.stackelberg.changing}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>The leader's actions are rows, the follower's columns; both are numbered from 0, and payoffs are to be maximised.
 */
@NullMarked
package org.hindsight.stackelberg;

import org.jspecify.annotations.NullMarked;
