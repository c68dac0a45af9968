// SPDX-License-Identifier: Apache-2.0
/**
 * Bandit learners that meet probabilistic feedback without a transformation around them.
 *
 * <p>Start with {@link org.hindsight.noregret.feedback.direct.Ucb1Pf}, and play it with {@link
 * org.hindsight.noregret.feedback.StepSimulator}. The plain way to make a learner direct is {@link
 * org.hindsight.noregret.feedback.direct.UpdateOnFeedback}: ask it in every round, tell it only what is seen. A
 * deterministic learner played so repeats itself until there is feedback and <em>is</em> {@link
 * org.hindsight.noregret.feedback.BbPull} of itself, and the factories here then return that; a randomised one draws
 * anew in every round, and is something else. No direction in which the remaining learners respond to feedback rates is
 * proven, so they declare none.
 *
 * <p>Source of the question: J. Dai, B. Flanigan, N. Haghtalab, M. Jagadeesan, C. Podimata (2024), arXiv:2401.05304.
 */
@NullMarked
package org.hindsight.noregret.feedback.direct;

import org.jspecify.annotations.NullMarked;
