// SPDX-License-Identifier: Apache-2.0
/**
 * Linear bandits: each round offers a set of feature vectors, and the mean reward of a vector is linear in it.
 *
 * <p>Start with {@link org.hindsight.noregret.linear.LinUcb}, let it {@linkplain
 * org.hindsight.noregret.linear.LinearBanditPlay play} a {@link org.hindsight.noregret.linear.LinearBandit}, and compare the
 * regret with the {@linkplain org.hindsight.noregret.linear.LinUcb#REGRET bound}:
 *
 * <pre>{@code
 * LinearBandit bandit = LinearBandit.withSphericalContexts(10, 0.6, 0.8).withNoise(RewardNoise.gaussian(0.1));
 * ConfidenceEllipsoid ellipsoid = ConfidenceEllipsoid.ofDimension(2).withNoise(0.1);
 * double regret = LinearBanditPlay.run(LinUcb.over(ellipsoid), bandit, 10_000, Xoshiro256PlusPlus.seeded(1));
 * double promised = LinUcb.REGRET.at(LinUcb.Run.of(ellipsoid, 1, 10_000));
 * }</pre>
 *
 * <p>Action sets are row-major arrays: with d features, action a of {@code features} is the d numbers from a d on. Learners
 * implement {@link org.hindsight.noregret.linear.LinearBanditLearner}; what they have in common is the {@link
 * org.hindsight.noregret.linear.RidgeEstimate}.
 */
@NullMarked
package org.hindsight.noregret.linear;

import org.jspecify.annotations.NullMarked;
