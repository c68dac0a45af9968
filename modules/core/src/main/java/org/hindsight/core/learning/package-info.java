// SPDX-License-Identifier: Apache-2.0
/**
 * The interfaces of learners: one for each information structure.
 *
 * <p>A learner chooses, then observes; what it is told is what its interface can say. {@link
 * org.hindsight.core.learning.FullInformationLearner} sees the whole loss vector, {@link
 * org.hindsight.core.learning.BanditLearner} one reward, {@link
 * org.hindsight.core.learning.ProbabilisticFeedbackLearner} one reward or nothing. The algorithms live in {@code
 * hindsight-noregret}; the interfaces live here so that games, forecasters and test kits can speak of any learner without
 * depending on one.
 */
@NullMarked
package org.hindsight.core.learning;

import org.jspecify.annotations.NullMarked;
