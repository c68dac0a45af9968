// SPDX-License-Identifier: Apache-2.0
/**
 * What a leader can get out of a follower who learns, and cannot.
 *
 * <p>Start with {@link org.hindsight.stackelberg.swapregret.SecuredCommitment}: one commitment, played every round, that brings the
 * Stackelberg value up to a vanishing loss against every follower without external regret. {@link
 * org.hindsight.stackelberg.swapregret.SwapRegretCertificate} says of a finished play that no leader could have got more: a cap from the
 * follower's swap regret alone. {@link org.hindsight.stackelberg.swapregret.DengSchneiderSivanGame} lies between the two: a game in
 * which turning once brings far more than the value against followers who are mean-based, such as Hedge, and nothing against
 * followers without swap regret.
 *
 * <p>Source: Y. Deng, J. Schneider, B. Sivan (2019), "Strategizing against no-regret learners", arXiv:1909.13861.
 */
@NullMarked
package org.hindsight.stackelberg.swapregret;

import org.jspecify.annotations.NullMarked;
