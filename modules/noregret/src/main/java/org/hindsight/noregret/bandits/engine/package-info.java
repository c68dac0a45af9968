// SPDX-License-Identifier: Apache-2.0
/**
 * What makes the index learners fast: the arm of the largest index without looking at every arm, and tables over rounds.
 *
 * <p>Start with {@link org.hindsight.noregret.bandits.engine.LinearIndices}, for indices {@code a + c b} in which only c
 * changes for the arms that are not pulled (the UCB family), and with {@link
 * org.hindsight.noregret.bandits.engine.LargestEntry}, for indices that do not change at all until their arm is pulled
 * (MOSS). Both scan few arms and build a tournament over many, and both return the lowest arm of the largest index in
 * floating point, exactly as a scan does. {@link org.hindsight.noregret.bandits.engine.RoundTable} shares a logarithm of
 * the round among all learners of the process. Learners choose for their users; only who writes a learner needs this.
 */
@NullMarked
package org.hindsight.noregret.bandits.engine;

import org.jspecify.annotations.NullMarked;
