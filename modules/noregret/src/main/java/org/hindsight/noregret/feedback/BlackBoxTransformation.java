// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;

/**
 * A learner under probabilistic feedback that runs a bandit learner, its base, without looking inside.
 *
 * <p>Time is cut into phases. At the start of a phase the base selects an arm; the whole phase pulls that arm; at its
 * end the base is told one reward. The transformations differ in how long a phase is and in which reward is passed on.
 * The family is closed because {@link PhaseSimulator} knows the law of each one's phases.
 *
 * <p>Within a phase, outcomes of another arm are refused with an {@link IllegalStateException}.
 */
public sealed interface BlackBoxTransformation extends ProbabilisticFeedbackLearner
        permits BbPull, BlockTransformation {
    /**
     * Returns the base itself, not a copy.
     *
     * @return the live base
     */
    BanditLearner base();

    /**
     * Says whether the next round begins a phase, that is, whether the base selects in it.
     *
     * @return false within a phase
     */
    boolean betweenPhases();

    @Override
    BlackBoxTransformation fork();
}
