// SPDX-License-Identifier: Apache-2.0
/**
 * Where rewards come from when they are not those of a fixed Bernoulli bandit.
 *
 * <table>
 *   <caption>Environments</caption>
 *   <thead><tr><th>Rewards</th><th>Environment</th></tr></thead>
 *   <tbody>
 *     <tr><td>fixed laws</td><td>{@link org.hindsight.noregret.bandits.BernoulliBandit},
 *         {@link org.hindsight.noregret.environments.GaussianBandit}</td></tr>
 *     <tr><td>drawn in advance, by pull</td><td>{@link org.hindsight.noregret.bandits.BernoulliRewardStack}</td></tr>
 *     <tr><td>drawn in advance, by round</td><td>{@link org.hindsight.noregret.environments.ObliviousBandit}</td></tr>
 *     <tr><td>laws that change</td><td>{@link org.hindsight.noregret.environments.PiecewiseBernoulliBandit},
 *         {@link org.hindsight.noregret.environments.DriftingBernoulliBandit}</td></tr>
 *     <tr><td>an adversary that looks at the pulls so far</td>
 *         <td>{@link org.hindsight.noregret.environments.PunishMostPulled}</td></tr>
 *     <tr><td>an adversary that foresees the pull: fatal for every deterministic learner</td>
 *         <td>{@link org.hindsight.noregret.environments.PunishPulled}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>All but the first two rows tell the losses of the arms that were not pulled too, after the round ({@link
 * org.hindsight.noregret.environments.AdversarialBandit}), so that {@link
 * org.hindsight.noregret.environments.AdversarialPlay} can account for every regret of {@link
 * org.hindsight.noregret.regret}.
 */
@NullMarked
package org.hindsight.noregret.environments;

import org.jspecify.annotations.NullMarked;
