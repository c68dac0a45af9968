// SPDX-License-Identifier: Apache-2.0
/**
 * Randomness that is the same on every machine: a generator, keyed streams and counter-based uniforms.
 *
 * <p>Start with {@link org.hindsight.core.random.Xoshiro256PlusPlus} for a generator from a seed, with {@link
 * org.hindsight.core.random.StreamKey} for the stream of a replicate, and with {@link
 * org.hindsight.core.random.CounterUniforms} when two runs must share their coins. Algorithms accept any {@link
 * java.util.random.RandomGenerator}.
 */
@NullMarked
package org.hindsight.core.random;

import org.jspecify.annotations.NullMarked;
