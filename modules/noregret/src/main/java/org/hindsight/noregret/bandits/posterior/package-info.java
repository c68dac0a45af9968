// SPDX-License-Identifier: Apache-2.0
/**
 * Learners that draw a model from the posterior and play its best arm.
 *
 * <p>Start with {@link org.hindsight.noregret.bandits.posterior.ThompsonBernoulli}, for rewards that are 0 or 1;
 * {@link org.hindsight.noregret.bandits.posterior.ThompsonGaussian} draws from normal laws. The bandits that they play are
 * in {@link org.hindsight.noregret.bandits}.
 */
@NullMarked
package org.hindsight.noregret.bandits.posterior;

import org.jspecify.annotations.NullMarked;
