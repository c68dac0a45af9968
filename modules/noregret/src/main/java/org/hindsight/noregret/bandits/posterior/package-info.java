// SPDX-License-Identifier: Apache-2.0
/**
 * Learners that draw a model from the posterior and play its best arm.
 *
 * <p>Start with {@link org.hindsight.noregret.bandits.posterior.ThompsonBernoulli}. The bandits that they play are in
 * {@link org.hindsight.noregret.bandits}.
 */
@NullMarked
package org.hindsight.noregret.bandits.posterior;

import org.jspecify.annotations.NullMarked;
