// SPDX-License-Identifier: Apache-2.0
/**
 * What a learner could have done better, in hindsight: every notion of regret, computed exactly, with its comparator.
 *
 * <p>Start from a {@link org.hindsight.noregret.regret.Trace}, the losses of all actions in all rounds together with what
 * was played, and ask {@link org.hindsight.noregret.regret.ExternalRegret}, {@link
 * org.hindsight.noregret.regret.InternalRegret}, {@link org.hindsight.noregret.regret.SwapRegret}, {@link
 * org.hindsight.noregret.regret.DynamicRegret} or {@link org.hindsight.noregret.regret.IntervalRegret}. Each is a record of
 * the number and of the comparator that attains it, so that anyone can check the number by adding up losses. For
 * long runs, {@link org.hindsight.noregret.regret.RegretLedger} keeps what the first three need in memory that does not
 * grow with the rounds. {@link org.hindsight.noregret.regret.PolicyRegret} needs an environment that can be
 * played again. The pseudo-regret of a stochastic bandit depends on the pulls alone: {@link
 * org.hindsight.noregret.bandits.PullCounts#pseudoRegret}.
 *
 * <p>All are sums over rounds, of losses; none is divided by the number of rounds.
 */
@NullMarked
package org.hindsight.noregret.regret;

import org.jspecify.annotations.NullMarked;
