// SPDX-License-Identifier: Apache-2.0
/**
 * No-regret learners. Pick the package by what the learner gets to see.
 *
 * <table>
 *   <caption>Learners by information structure; K arms, horizon T, gaps Delta</caption>
 *   <thead><tr><th>What a round shows</th><th>Learner</th><th>Cost of a round</th><th>Regret at most</th></tr></thead>
 *   <tbody>
 *     <tr><td>every action's loss</td><td>{@link org.hindsight.noregret.experts.Hedge}</td><td>O(K)</td>
 *         <td>{@link org.hindsight.noregret.experts.Hedge#REGRET}: sqrt(T ln K / 2), tuned, on every sequence</td></tr>
 *     <tr><td>every action's loss</td><td>{@link org.hindsight.noregret.experts.AnytimeHedge}</td><td>O(K)</td>
 *         <td>{@link org.hindsight.noregret.experts.AnytimeHedge#REGRET}: 3/2 of that, at every T, without knowing T</td></tr>
 *     <tr><td>every action's loss</td><td>{@link org.hindsight.noregret.experts.AdaHedge}</td><td>O(K)</td>
 *         <td>{@link org.hindsight.noregret.experts.AdaHedge#REGRET}: sqrt(ln K sum of squared ranges) + 2 max range; losses of any range, no parameter</td></tr>
 *     <tr><td>every action's loss</td><td>{@link org.hindsight.noregret.experts.OptimisticHedge}</td><td>O(K)</td>
 *         <td>{@link org.hindsight.noregret.experts.OptimisticHedge#REGRET}: ln K / eta + eta / 8 times the squared changes of the losses</td></tr>
 *     <tr><td>every action's loss</td><td>{@link org.hindsight.noregret.experts.RegretMatching}</td><td>O(K)</td>
 *         <td>{@link org.hindsight.noregret.experts.RegretMatching#REGRET}: sqrt(TK), no parameter</td></tr>
 *     <tr><td>every action's loss</td><td>{@link org.hindsight.noregret.experts.RegretMatchingPlus}</td><td>O(K)</td>
 *         <td>{@link org.hindsight.noregret.experts.RegretMatchingPlus#REGRET}: sqrt(TK), no parameter</td></tr>
 *     <tr><td>every action's loss</td><td>{@link org.hindsight.noregret.experts.BlumMansour}</td><td>O(K^3)</td>
 *         <td>{@link org.hindsight.noregret.experts.BlumMansour#SWAP_REGRET}: <em>swap</em> regret sqrt(TK ln K / 2), tuned, over Hedge</td></tr>
 *     <tr><td>the pulled arm's reward</td><td>{@link org.hindsight.noregret.bandits.Ucb1}</td><td>O(K)</td>
 *         <td>{@link org.hindsight.noregret.bandits.Ucb1#REGRET}: sum of 8 ln T / Delta + (1 + pi^2/3) Delta</td></tr>
 *     <tr><td>the pulled arm's reward</td><td>{@link org.hindsight.noregret.bandits.ArmElimination}</td><td>O(1)</td>
 *         <td>{@link org.hindsight.noregret.bandits.ArmElimination#REGRET}: sum of 8 ln(2KT^2) / Delta + Delta, +
 *         max gap</td></tr>
 *     <tr><td>the pulled arm's reward</td><td>{@link org.hindsight.noregret.bandits.index.KlUcb}</td><td>O(K)</td>
 *         <td>{@link org.hindsight.noregret.bandits.index.KlUcb#REGRET}: about sum of Delta ln T / kl(mu, mu*), exact terms there</td></tr>
 *     <tr><td>the pulled arm's reward</td><td>{@link org.hindsight.noregret.bandits.index.Ucb}</td><td>O(K)</td>
 *         <td>{@link org.hindsight.noregret.bandits.index.Ucb#ALPHA_REGRET}: sum of 2 alpha ln T / Delta + Delta alpha/(alpha - 2)</td></tr>
 *     <tr><td>the pulled arm's reward</td><td>{@link org.hindsight.noregret.bandits.index.Moss}</td><td>O(K)</td>
 *         <td>{@link org.hindsight.noregret.bandits.index.Moss#REGRET}: 39 sqrt(KT) + sum of Delta</td></tr>
 *     <tr><td>the pulled arm's reward</td><td>{@link org.hindsight.noregret.bandits.index.UcbV}</td><td>O(K)</td>
 *         <td>no bound stated</td></tr>
 *     <tr><td>the pulled arm's reward</td><td>{@link org.hindsight.noregret.bandits.ExploreThenCommit}</td><td>O(1)</td>
 *         <td>{@link org.hindsight.noregret.bandits.ExploreThenCommit#REGRET}: sum of Delta (m + T exp(-m Delta^2))</td></tr>
 *     <tr><td>the pulled arm's reward</td>
 *         <td>{@link org.hindsight.noregret.bandits.posterior.ThompsonBernoulli}</td><td>O(K)</td>
 *         <td>no bound stated</td></tr>
 *     <tr><td>the pulled arm's reward, sometimes</td><td>{@link org.hindsight.noregret.feedback.BbPull}</td>
 *         <td>the base's, once a phase</td><td>{@link org.hindsight.noregret.feedback.BbPull#REGRET}: the base's / f*
 *         </td></tr>
 *     <tr><td>the pulled arm's reward, sometimes</td><td>{@link org.hindsight.noregret.feedback.BbDivide}</td>
 *         <td>the base's, once a block</td><td>{@link org.hindsight.noregret.feedback.BbDivide#REGRET}: B times the
 *         base's over T/B rounds</td></tr>
 *     <tr><td>the pulled arm's reward, sometimes</td>
 *         <td>{@link org.hindsight.noregret.feedback.FeedbackExtendedBlocks}</td><td>the base's, once a block</td>
 *         <td>{@link org.hindsight.noregret.feedback.FeedbackExtendedBlocks#REGRET}: twice that</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>The interfaces that the learners implement are in {@link org.hindsight.core.learning}.
 */
@NullMarked
package org.hindsight.noregret;

import org.jspecify.annotations.NullMarked;
