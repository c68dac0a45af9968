// SPDX-License-Identifier: Apache-2.0
/**
 * Index learners: each arm has a number computed from its own rewards and the round, and the largest is pulled.
 *
 * <p>Start with {@link org.hindsight.noregret.bandits.index.KlUcb}, which has the best regret on Bernoulli arms, or with
 * {@link org.hindsight.noregret.bandits.index.Ucb}, the family that {@link org.hindsight.noregret.bandits.Ucb1} is a
 * member of. Every arm is pulled once first, and ties go to the lowest arm. The bandits that they play are in {@link
 * org.hindsight.noregret.bandits}.
 */
@NullMarked
package org.hindsight.noregret.bandits.index;

import org.jspecify.annotations.NullMarked;
