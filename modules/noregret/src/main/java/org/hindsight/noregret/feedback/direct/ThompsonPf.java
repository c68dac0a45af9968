// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import org.hindsight.noregret.bandits.posterior.ThompsonBernoulli;
import org.hindsight.noregret.feedback.BbPull;

/**
 * Thompson sampling under probabilistic feedback: a new draw in every round, or one draw until there is feedback.
 *
 * <p>Both keep the posterior of the rewards seen and know no rates. They differ in which arm gives the next feedback:
 * arm a with probability proportional to p_a f_a when drawing in every round, with probability p_a when keeping the
 * draw. With equal rates the expected counts are equal. Keeping the draw makes the pulls of an arm fall with its rate;
 * drawing anew makes them fall for a bad arm but, in simulations, rise for a good one.
 */
public final class ThompsonPf {
    private ThompsonPf() {}

    /**
     * Creates the learner that draws anew in every round.
     *
     * @param arms the number of arms, at least 1
     * @return the learner; it declares no monotonicity
     */
    public static UpdateOnFeedback direct(int arms) {
        return UpdateOnFeedback.over(ThompsonBernoulli.of(arms));
    }

    /**
     * Creates the learner that keeps its draw until there is feedback.
     *
     * @param arms the number of arms, at least 1
     * @return BB_Pull of {@link ThompsonBernoulli}
     */
    public static BbPull untilFeedback(int arms) {
        return BbPull.over(ThompsonBernoulli.of(arms));
    }
}
