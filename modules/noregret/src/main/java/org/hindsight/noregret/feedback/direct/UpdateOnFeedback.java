// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;

/**
 * A bandit learner played as it is: asked in every round, told only the rewards that are seen.
 *
 * <p>Over a deterministic base this is {@link org.hindsight.noregret.feedback.BbPull} of the base, pull by pull, since
 * the base selects the same arm until it is told something. Over a randomised base the two differ: here the arm that
 * gives feedback has probability proportional to p_a f_a, there p_a. If all rates are equal, the expected counts are the
 * same all the same.
 *
 * <p>Meant for learners that estimate an arm by the rewards seen from it, such as means and posteriors, which do not
 * care how often they see. A learner that weights by the probability of its pulls, such as Exp3, goes wrong here, for a
 * reward seen has probability p_a f_a and not p_a: see {@link LinearRegretExp3}, and use {@link Exp3Pf}. Mutable, not
 * thread-safe.
 */
@CostPerRound("the base's")
public final class UpdateOnFeedback implements ProbabilisticFeedbackLearner {
    private final BanditLearner base;

    private UpdateOnFeedback(BanditLearner base) {
        this.base = Objects.requireNonNull(base, "base");
    }

    /**
     * Plays a bandit learner as it is.
     *
     * @param base the learner, in its initial state; owned by this one from now on
     * @return the learner
     */
    public static UpdateOnFeedback over(BanditLearner base) {
        return new UpdateOnFeedback(base);
    }

    @Override
    public int arms() {
        return base.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        return base.select(random);
    }

    @Override
    public void observe(int arm, double reward) {
        base.observe(Checks.index(arm, base.arms(), "arm"), Checks.inUnitInterval(reward, "reward"));
    }

    /** Does nothing but check the arm: there is nothing to learn. */
    @Override
    public void noFeedback(int arm) {
        Checks.index(arm, base.arms(), "arm");
    }

    @Override
    public void reset() {
        base.reset();
    }

    @Override
    public UpdateOnFeedback fork() {
        return new UpdateOnFeedback(base.fork());
    }

    /**
     * Returns the base itself, not a copy.
     *
     * @return the live base
     */
    public BanditLearner base() {
        return base;
    }

    /** None: for a base of which nothing is known, neither direction is proven. */
    @Override
    public FeedbackMonotonicity pullMonotonicity() {
        return FeedbackMonotonicity.NONE;
    }

    /** None: for a base of which nothing is known, neither direction is proven. */
    @Override
    public FeedbackMonotonicity observationMonotonicity() {
        return FeedbackMonotonicity.NONE;
    }
}
