// SPDX-License-Identifier: Apache-2.0
/**
 * Contract tests: what every learner of an interface must do, whatever its algorithm.
 *
 * <p>Extend the contract of the interface, say how the learner is built, and run the class with JUnit Jupiter:
 *
 * <pre>{@code
 * class EpsilonGreedyContractTest extends BanditLearnerContract {
 *     @Override
 *     protected BanditLearner create(int arms, long horizon) {
 *         return EpsilonGreedy.of(arms, 0.1);
 *     }
 * }
 * }</pre>
 *
 * <p>The neighbours {@code org.hindsight.testkit.statistics} and {@code org.hindsight.testkit.arbitraries} serve the tests
 * that ask whether the algorithm is good; the contracts here do not. {@link
 * org.hindsight.testkit.learning.BanditLearnerContract} and {@link
 * org.hindsight.testkit.learning.ProbabilisticFeedbackLearnerContract} share {@link
 * org.hindsight.testkit.learning.ArmLearnerContract}; {@link
 * org.hindsight.testkit.learning.FullInformationLearnerContract} stands beside them. The contracts compare traces of
 * learners, so they see what changes a choice.
 */
@NullMarked
package org.hindsight.testkit.learning;

import org.jspecify.annotations.NullMarked;
