// SPDX-License-Identifier: Apache-2.0
/**
 * Followers that learn: every no-regret learner as a follower who does not see the commitment.
 *
 * <p>Start with {@link org.hindsight.stackelberg.learners.LearningFollower}, which turns a learner that sees all losses into a
 * follower; {@link org.hindsight.stackelberg.learners.BanditFollower} does so for learners that see their own reward alone. {@link
 * org.hindsight.stackelberg.learners.FollowTheLeader}, which is fictitious play here, and {@link
 * org.hindsight.stackelberg.learners.FollowThePerturbedLeader} are learners that this package adds to those of {@code
 * org.hindsight.noregret.experts}. {@link org.hindsight.stackelberg.learners.ExpectedPlay} plays a {@link
 * org.hindsight.stackelberg.learners.CommitmentSchedule} against a learner in exact expectation, and {@link
 * org.hindsight.stackelberg.learners.MeanBasedness} measures how mean-based a play was.
 *
 * <pre>{@code
 * LearningFollower follower = LearningFollower.of(game, Hedge.tunedFor(game.responses(), 1_000));
 * LearningRecord record = ExpectedPlay.run(CommitmentSchedule.constant(x), follower, 1_000);
 * record.leaderAverage();
 * }</pre>
 */
@NullMarked
package org.hindsight.stackelberg.learners;

import org.jspecify.annotations.NullMarked;
