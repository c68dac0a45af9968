// SPDX-License-Identifier: Apache-2.0
/**
 * Learners that see the loss of every action, whichever they chose. Start with {@link
 * org.hindsight.noregret.experts.Hedge}. With neither a horizon nor a range of losses to tell, take {@link
 * org.hindsight.noregret.experts.AdaHedge}; where the best action may lose little, {@link
 * org.hindsight.noregret.experts.SelfConfidentHedge}; in self-play, {@link
 * org.hindsight.noregret.experts.PredictiveRegretMatchingPlus}; against internal regret, {@link
 * org.hindsight.noregret.experts.InternalRegretMatching}; against swap regret, {@link
 * org.hindsight.noregret.experts.BlumMansour}. Where experts come and go there is {@link
 * org.hindsight.noregret.experts.SleepingHedge}.
 */
@NullMarked
package org.hindsight.noregret.experts;

import org.jspecify.annotations.NullMarked;
