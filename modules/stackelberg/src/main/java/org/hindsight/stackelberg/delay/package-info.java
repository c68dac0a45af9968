// SPDX-License-Identifier: Apache-2.0
/**
 * Non-myopic followers made honest by delay: what is learned from a response is used only much later.
 *
 * <p>Start with {@link org.hindsight.stackelberg.delay.Batched}:
 *
 * <pre>{@code
 * long batch = DelayReduction.leastDelay(1, 0.9, error);  // payoffs of range 1, discount factor 0.9
 * ClinchConstants constants = ClinchConstants.robust(targets, slopeBound, error, 1e-3);
 * Leader leader = Batched.of(SimplexClinch.of(game, constants), batch);
 * Follower follower = LookAheadFollower.of(game, Discounting.geometric(0.9), horizon);
 * }</pre>
 *
 * <p>{@link org.hindsight.stackelberg.delay.DelayReduction} says what a response can lose when it influences nothing for D rounds. {@link
 * org.hindsight.stackelberg.delay.MultiThreaded} needs no knowledge of the discount factor, and {@link
 * org.hindsight.stackelberg.delay.Delayed} uses every response, late.
 */
@NullMarked
package org.hindsight.stackelberg.delay;

import org.jspecify.annotations.NullMarked;
