// SPDX-License-Identifier: Apache-2.0
/**
 * Learners that see the loss of every action, whichever they chose. Start with {@link
 * org.hindsight.noregret.experts.Hedge}. With neither a horizon nor a range of losses to tell, take {@link
 * org.hindsight.noregret.experts.AdaHedge}; against swap regret, {@link org.hindsight.noregret.experts.BlumMansour}.
 */
@NullMarked
package org.hindsight.noregret.experts;

import org.jspecify.annotations.NullMarked;
