// SPDX-License-Identifier: Apache-2.0
/**
 * Learners that see the reward of the arm they pull, and the stochastic bandits they play.
 *
 * <p>Start with {@link org.hindsight.noregret.bandits.Ucb1}, let it {@linkplain
 * org.hindsight.noregret.bandits.BanditPlay play} a {@link org.hindsight.noregret.bandits.BernoulliBandit}, and compare
 * the {@linkplain org.hindsight.noregret.bandits.PullCounts#pseudoRegret pseudo-regret} with the {@linkplain
 * org.hindsight.noregret.bandits.Ucb1#REGRET bound}:
 *
 * <pre>{@code
 * BernoulliBandit bandit = BernoulliBandit.of(0.5, 0.4);
 * PullCounts counts = PullCounts.forArms(2);
 * BanditPlay.run(Ucb1.of(2), bandit, 10_000, Xoshiro256PlusPlus.seeded(1), counts);
 * double regret = counts.pseudoRegret(bandit.over(10_000));
 * double promised = Ucb1.REGRET.at(bandit.over(10_000));
 * }</pre>
 *
 * <p>{@link org.hindsight.noregret.bandits.CountPlay} plays whole games of the learners that decide in advance, at a cost
 * that hardly depends on the horizon. More learners that play the same bandits are in {@link org.hindsight.noregret.bandits.index} and
 * {@link org.hindsight.noregret.bandits.posterior}.
 */
@NullMarked
package org.hindsight.noregret.bandits;

import org.jspecify.annotations.NullMarked;
