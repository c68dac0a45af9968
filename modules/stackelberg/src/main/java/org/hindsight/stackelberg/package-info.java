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
 * <p>The leader's actions are rows, the follower's columns; both are numbered from 0, and payoffs are to be maximised.
 */
@NullMarked
package org.hindsight.stackelberg;

import org.jspecify.annotations.NullMarked;
