// SPDX-License-Identifier: Apache-2.0
/**
 * Bandits in which a pull shows its reward only sometimes, and transformations that make any bandit learner fit for them.
 *
 * <p>Start with {@link org.hindsight.noregret.feedback.BbPull}, and play it with {@link
 * org.hindsight.noregret.feedback.StepSimulator} (any learner) or {@link org.hindsight.noregret.feedback.PhaseSimulator}
 * (the transformations; the same law, much faster). What an arm gets out of giving more feedback depends on the
 * transformation: with {@link org.hindsight.noregret.feedback.BbPull} it is pulled less, with {@link
 * org.hindsight.noregret.feedback.BbDivide} as often as before, with {@link
 * org.hindsight.noregret.feedback.FeedbackExtendedBlocks} more. {@link org.hindsight.noregret.feedback.CoupledRun} shows
 * it run by run, and {@link org.hindsight.noregret.feedback.MonotonicityVerifier} holds any learner to what it declares.
 * Learners that need no transformation are in {@link org.hindsight.noregret.feedback.direct}.
 *
 * <p>Source: J. Dai, B. Flanigan, N. Haghtalab, M. Jagadeesan, C. Podimata (2024), arXiv:2401.05304.
 */
@NullMarked
package org.hindsight.noregret.feedback;

import org.jspecify.annotations.NullMarked;
