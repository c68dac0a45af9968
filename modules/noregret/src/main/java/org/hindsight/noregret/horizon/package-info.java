// SPDX-License-Identifier: Apache-2.0
/**
 * From learners that must be told the horizon to learners that need not. Start with {@link
 * org.hindsight.noregret.horizon.DoublingTrick}; for bandits there is {@link
 * org.hindsight.noregret.horizon.BanditDoublingTrick}.
 */
@NullMarked
package org.hindsight.noregret.horizon;

import org.jspecify.annotations.NullMarked;
