// SPDX-License-Identifier: Apache-2.0
/**
 * Finite probability distributions and exact samplers.
 *
 * <p>{@link org.hindsight.core.probability.ProbabilityVector} is the immutable value. Draw from a fixed distribution
 * with {@link org.hindsight.core.probability.AliasTable} in O(1), from one whose weights change with {@link
 * org.hindsight.core.probability.SumTree} in O(log n); {@link org.hindsight.core.probability.Geometric} and {@link
 * org.hindsight.core.probability.Binomial} replace loops over coins.
 */
@NullMarked
package org.hindsight.core.probability;

import org.jspecify.annotations.NullMarked;
