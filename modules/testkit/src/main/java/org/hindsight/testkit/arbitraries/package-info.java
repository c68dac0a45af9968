// SPDX-License-Identifier: Apache-2.0
/**
 * jqwik arbitraries of what learning algorithms eat, with the cases that break them.
 *
 * <p>Uniformly drawn reals have no ties, no zeros and no duplicates, and jqwik's own doubles are coarse and skewed, so each
 * family here mixes even draws with degenerate ones on purpose. Sizes are drawn first and shrink first.
 *
 * <pre>{@code
 * @Property
 * void regretIsBounded(@ForAll("sequences") LossSequence sequence) {
 *     FullInformationLearner learner = Hedge.tunedFor(sequence.actions(), sequence.rounds());
 *     double[] p = new double[sequence.actions()];
 *     double[] losses = new double[sequence.actions()];
 *     for (int round = 0; round < sequence.rounds(); round++) {
 *         learner.distribution(p);
 *         sequence.losses(round, p, losses);
 *         learner.observe(losses);
 *     }
 *     // ... compare with the bound
 * }
 *
 * @Provide
 * Arbitrary<LossSequence> sequences() {
 *     return LossSequences.upTo(8, 100);
 * }
 * }</pre>
 *
 * <p>Start with {@link org.hindsight.testkit.arbitraries.LossSequences} for online learning, {@link
 * org.hindsight.testkit.arbitraries.PayoffMatrices} for games, {@link
 * org.hindsight.testkit.arbitraries.ForecastSequences} for calibration, and {@link
 * org.hindsight.testkit.arbitraries.ProbabilityVectors} for anything that takes a distribution.
 */
@NullMarked
package org.hindsight.testkit.arbitraries;

import org.jspecify.annotations.NullMarked;
