// SPDX-License-Identifier: Apache-2.0
/**
 * Sums that stay accurate: {@link org.hindsight.core.numeric.CompensatedSum} for long sums and {@link
 * org.hindsight.core.numeric.LogSumExp} for exponential weights.
 */
@NullMarked
package org.hindsight.core.numeric;

import org.jspecify.annotations.NullMarked;
