// SPDX-License-Identifier: Apache-2.0
/**
 * Lipschitz bandits: the arms are the points of [0, 1], and the mean reward changes at most L times as fast as the point.
 *
 * <p>Start with {@link org.hindsight.noregret.lipschitz.Zooming}, which looks closer where rewards are large, let it
 * {@linkplain org.hindsight.noregret.lipschitz.LipschitzBanditPlay play} a {@link
 * org.hindsight.noregret.lipschitz.LipschitzBandit}, and compare with {@link org.hindsight.noregret.lipschitz.FixedGrid}:
 *
 * <pre>{@code
 * LipschitzBandit bandit = LipschitzBandit.triangular(0.4, 0.9, 2);
 * Zooming learner = Zooming.tunedFor(2, 10_000);
 * double regret = LipschitzBanditPlay.run(learner, bandit, 10_000, Xoshiro256PlusPlus.seeded(1));
 * double promised = FixedGrid.REGRET.at(FixedGrid.Run.tuned(2, 10_000));
 * }</pre>
 */
@NullMarked
package org.hindsight.noregret.lipschitz;

import org.jspecify.annotations.NullMarked;
