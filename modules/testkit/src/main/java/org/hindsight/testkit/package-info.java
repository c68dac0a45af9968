// SPDX-License-Identifier: Apache-2.0
/**
 * What the tests of learning algorithms need, for the library's own and for a user's.
 *
 * <p>Start with {@link org.hindsight.testkit.learning}: extend one class and a learner is held to everything that its
 * interface promises. {@link org.hindsight.testkit.statistics} asserts means, probabilities and distributions with a
 * declared probability of a false alarm; {@link org.hindsight.testkit.arbitraries} generates probability vectors, payoff
 * matrices, loss sequences with adaptive adversaries, and forecasts with outcomes for jqwik.
 */
@NullMarked
package org.hindsight.testkit;

import org.jspecify.annotations.NullMarked;
