// SPDX-License-Identifier: Apache-2.0
/**
 * Followers who see the commitment: from best responses to lies that pay later.
 *
 * <p>Start with {@link org.hindsight.stackelberg.followers.MyopicFollower}. {@link
 * org.hindsight.stackelberg.followers.ApproximateFollower} answers within ε of the best, as badly for the leader as one likes, and {@link
 * org.hindsight.stackelberg.followers.QuantalFollower} with logit probabilities. {@link
 * org.hindsight.stackelberg.followers.LookAheadFollower} knows the leader's algorithm, {@linkplain
 * org.hindsight.stackelberg.followers.Discounting discounts} the future, and lies when that pays; {@link
 * org.hindsight.stackelberg.followers.FastLookAheadFollower} makes the same choices faster. {@link
 * org.hindsight.stackelberg.followers.RandomFollower} and {@link org.hindsight.stackelberg.followers.FixedFollower} look at nothing.
 * Every follower meets every {@link org.hindsight.stackelberg.Leader} in {@link org.hindsight.stackelberg.StackelbergPlay}.
 */
@NullMarked
package org.hindsight.stackelberg.followers;

import org.jspecify.annotations.NullMarked;
