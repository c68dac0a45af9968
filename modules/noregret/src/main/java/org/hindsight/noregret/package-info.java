// SPDX-License-Identifier: Apache-2.0
/**
 * No-regret learners. Pick the package by what the learner gets to see.
 *
 * <table>
 *   <caption>Packages by information structure</caption>
 *   <thead><tr><th>What a round shows</th><th>Package</th><th>Start with</th></tr></thead>
 *   <tbody>
 *     <tr><td>every action's loss</td><td>{@link org.hindsight.noregret.experts}</td>
 *         <td>{@link org.hindsight.noregret.experts.AdaHedge}: no parameter, losses of any range; for swap regret {@link
 *         org.hindsight.noregret.experts.BlumMansour}</td></tr>
 *     <tr><td>every action's loss; a regulariser of your choice</td><td>{@link org.hindsight.noregret.regularized}</td>
 *         <td>{@link org.hindsight.noregret.regularized.FollowTheRegularizedLeader}</td></tr>
 *     <tr><td>the pulled arm's reward, from fixed laws</td><td>{@link org.hindsight.noregret.bandits}, {@link
 *         org.hindsight.noregret.bandits.index}, {@link org.hindsight.noregret.bandits.posterior}</td>
 *         <td>{@link org.hindsight.noregret.bandits.Ucb1}; for the least regret {@link
 *         org.hindsight.noregret.bandits.index.KlUcb}</td></tr>
 *     <tr><td>the pulled arm's reward, from an adversary</td>
 *         <td>{@link org.hindsight.noregret.bandits.adversarial}</td>
 *         <td>{@link org.hindsight.noregret.bandits.adversarial.TsallisInf}; for a single run with high probability {@link
 *         org.hindsight.noregret.bandits.adversarial.Exp3Ix}</td></tr>
 *     <tr><td>the pulled arm's reward, sometimes</td><td>{@link org.hindsight.noregret.feedback}, {@link
 *         org.hindsight.noregret.feedback.direct}</td><td>{@link org.hindsight.noregret.feedback.BbPull}</td></tr>
 *     <tr><td>the reward of a feature vector</td><td>{@link org.hindsight.noregret.linear}</td>
 *         <td>{@link org.hindsight.noregret.linear.LinUcb}</td></tr>
 *     <tr><td>the reward of a point of [0, 1]</td><td>{@link org.hindsight.noregret.lipschitz}</td>
 *         <td>{@link org.hindsight.noregret.lipschitz.Zooming}</td></tr>
 *     <tr><td>losses or rewards that arrive late</td><td>{@link org.hindsight.noregret.delay}</td>
 *         <td>{@link org.hindsight.noregret.delay.QpmD}, {@link org.hindsight.noregret.delay.Bold}</td></tr>
 *     <tr><td>any of these without a horizon</td><td>{@link org.hindsight.noregret.horizon}</td>
 *         <td>{@link org.hindsight.noregret.horizon.DoublingTrick}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>What they play against is in {@link org.hindsight.noregret.bandits} and {@link
 * org.hindsight.noregret.environments}; what they could have done better is measured in {@link
 * org.hindsight.noregret.regret}. Every learner with its bounds, their sources, its cost per round and the tests of its bounds is
 * listed in {@code docs/learners.md}, which is made from the code. The interfaces that the learners implement are in {@link
 * org.hindsight.core.learning}.
 */
@NullMarked
package org.hindsight.noregret;

import org.jspecify.annotations.NullMarked;
