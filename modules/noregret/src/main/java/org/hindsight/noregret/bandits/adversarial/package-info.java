// SPDX-License-Identifier: Apache-2.0
/**
 * Bandit learners for rewards that an adversary chooses.
 *
 * <p>Start with {@link org.hindsight.noregret.bandits.adversarial.Exp3} when the horizon is known, and with {@link
 * org.hindsight.noregret.bandits.adversarial.TsallisInf} when it is not: it has no parameter, the better bound, and little
 * regret also when the rewards turn out to be stochastic. {@link org.hindsight.noregret.bandits.adversarial.Exp3Ix} and
 * {@link org.hindsight.noregret.bandits.adversarial.Exp3P} bound the regret of a single run with high probability, not only
 * its expectation. {@link org.hindsight.noregret.bandits.adversarial.AnytimeExp3} is Exp3 without a horizon, and {@link
 * org.hindsight.noregret.bandits.adversarial.Exp3Gain} is Exp3 as it was first published.
 *
 * <pre>{@code
 * Exp3 learner = Exp3.tunedFor(10, 100_000);
 * int arm = learner.select(random);
 * learner.observe(arm, 0.75);
 * }</pre>
 *
 * <p>All of them take rewards in [0, 1], treat 1 minus the reward as a loss where they speak of losses, and are {@link
 * org.hindsight.noregret.bandits.RandomizedBanditLearner}s: they state the law of the next arm. Their estimates of what the
 * other arms would have paid divide by the probability of the arm that was pulled, so {@code observe} must be told of the
 * arm that {@code select} has just drawn.
 *
 * <p>The bounds that hold in expectation are on the pseudo-regret {@code max_i E sum_t x_{t,i} - E sum_t x_{t,A_t}}, also
 * against rewards x that depend on earlier arms; those with high probability are on {@code max_i sum_t x_{t,i} - sum_t
 * x_{t,A_t}} itself, with the rewards of the run.
 */
@NullMarked
package org.hindsight.noregret.bandits.adversarial;

import org.jspecify.annotations.NullMarked;
