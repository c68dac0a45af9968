// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import java.util.random.RandomGenerator;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.noregret.bandits.index.BernoulliDivergence;
import org.hindsight.noregret.bandits.index.KlUcb;
import org.hindsight.noregret.feedback.BbPull;

/**
 * KL-UCB under probabilistic feedback: the largest mean that the rewards seen do not contradict, unseen arms first.
 *
 * <p>The index of an arm is the largest q with {@code n kl(mean, q) <= ln t}, where n is the number of the arm's rewards
 * seen. As in {@link Ucb1Pf}, a clock t that counts the rewards seen gives {@link BbPull} of {@link KlUcb}, which {@link
 * #withFeedbackClock} returns; one that counts all rounds gives an object of this class, for which no bound is stated.
 * Deterministic; ties go to the lowest arm. A round costs one scan in which the equation is solved only for arms whose
 * bound by Pinsker's inequality beats the best index so far. Knows no rates and no horizon. Mutable, not thread-safe.
 *
 * <p>Source: A. Garivier, O. Cappe (2011), arXiv:1102.2490, Algorithm 1 with c = 0, for certain feedback.
 */
@CostPerRound("O(K)")
public final class KlUcbPf implements ProbabilisticFeedbackLearner {
    private final ObservedMeans seen;

    private KlUcbPf(ObservedMeans seen) {
        this.seen = seen;
    }

    /**
     * Creates the learner whose clock counts all rounds.
     *
     * @param arms the number of arms, at least 1
     * @return the learner; it declares no monotonicity
     */
    public static KlUcbPf withWallClock(int arms) {
        return new KlUcbPf(new ObservedMeans(arms));
    }

    /**
     * Creates the learner whose clock counts the rewards seen.
     *
     * @param arms the number of arms, at least 1
     * @return BB_Pull of {@link KlUcb}
     */
    public static BbPull withFeedbackClock(int arms) {
        return BbPull.over(KlUcb.of(arms));
    }

    @Override
    public int arms() {
        return seen.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        double[] means = seen.means;
        double threshold = StrictMath.log((double) Math.max(1, seen.rounds));
        int best = 0;
        double bestIndex = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < means.length; arm++) {
            double mean = means[arm];
            if (mean == Double.POSITIVE_INFINITY) {
                return arm;
            }
            double divergence = threshold / seen.counts[arm];
            // Pinsker's inequality bounds the index from above, at the cost of a square root.
            if (mean + Math.sqrt(divergence / 2) > bestIndex) {
                double index = BernoulliDivergence.upperConfidence(mean, divergence);
                if (index > bestIndex) {
                    bestIndex = index;
                    best = arm;
                }
            }
        }
        return best;
    }

    @Override
    public void observe(int arm, double reward) {
        seen.observe(arm, reward);
    }

    @Override
    public void noFeedback(int arm) {
        seen.noFeedback(arm);
    }

    @Override
    public void reset() {
        seen.reset();
    }

    @Override
    public KlUcbPf fork() {
        return new KlUcbPf(new ObservedMeans(seen));
    }

    /** None is proven for the wall clock. */
    @Override
    public FeedbackMonotonicity pullMonotonicity() {
        return FeedbackMonotonicity.NONE;
    }

    /** None is proven for the wall clock. */
    @Override
    public FeedbackMonotonicity observationMonotonicity() {
        return FeedbackMonotonicity.NONE;
    }
}
