// SPDX-License-Identifier: Apache-2.0
/**
 * Learners that see the loss of every action, whichever they chose. Start with {@link
 * org.hindsight.noregret.experts.Hedge}.
 */
@NullMarked
package org.hindsight.noregret.experts;

import org.jspecify.annotations.NullMarked;
