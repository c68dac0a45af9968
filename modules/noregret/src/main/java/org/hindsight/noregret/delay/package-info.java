// SPDX-License-Identifier: Apache-2.0
/**
 * Feedback that arrives late: the reward or the losses of round t are shown at the end of round {@code t + d_t}.
 *
 * <p>Start with {@link org.hindsight.noregret.delay.QpmD}, which makes any bandit learner fit for delays, and let it {@linkplain
 * org.hindsight.noregret.delay.DelayedBanditPlay play} a bandit under some {@link org.hindsight.noregret.delay.Delays}:
 *
 * <pre>{@code
 * BernoulliBandit bandit = BernoulliBandit.of(0.5, 0.4);
 * DelayedPullCounts counts = DelayedPullCounts.forArms(2);
 * QpmD learner = QpmD.over(Ucb1.of(2));
 * DelayedBanditPlay.run(learner, bandit, Delays.uniform(20), 10_000, Xoshiro256PlusPlus.seeded(1), counts);
 * StochasticBandit instance = bandit.over(10_000);
 * double promised = QpmD.REGRET.at(new QpmD.Run(Ucb1.REGRET.at(instance), instance, 20));
 * }</pre>
 *
 * <p>{@link org.hindsight.noregret.delay.Bold} does the same for learners that see the losses of all actions, on every
 * sequence. Delay costs an additive term for stochastic rewards, and a factor on every sequence. Without delay both are the
 * learners that they wrap, to the last bit.
 *
 * <p>Source: P. Joulani, A. Gyorgy, C. Szepesvari (2013), "Online learning under delayed feedback", ICML, arXiv:1306.0686.
 */
@NullMarked
package org.hindsight.noregret.delay;

import org.jspecify.annotations.NullMarked;
