// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.core.random.CounterUniforms;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BernoulliRewardStack;

/**
 * A run of any learner on coins that runs with other feedback rates share: the n-th pull of arm i shows its reward when
 * U(i, n) &lt; f_i, the n-th reward shown of arm i is X[i][n], and the learner draws from one stream.
 *
 * <p>All coins are independent and each is read once, so that the law of the counts is that of {@link StepSimulator}.
 * Nothing is proven about how two such runs compare; sharing coins only makes their difference vary less.
 */
final class CommonCoins {
    private final FeedbackRates rates;
    private final BernoulliRewardStack rewards;
    private final CounterUniforms feedbackCoins;
    private final Xoshiro256PlusPlus learnerRandom;
    private final PullAndFeedbackCounts counts;

    CommonCoins(ProbabilisticFeedbackEnvironment environment, long seed) {
        this.rates = environment.rates();
        CounterUniforms coins = CounterUniforms.of(seed);
        this.rewards = BernoulliRewardStack.of(environment.bandit(), coins.within(0, 0));
        this.feedbackCoins = coins.within(0, 1);
        // Any other seed: those of the coins are mixed from this one.
        this.learnerRandom = Xoshiro256PlusPlus.seeded(~seed);
        this.counts = PullAndFeedbackCounts.forArms(environment.arms());
    }

    PullAndFeedbackCounts play(ProbabilisticFeedbackLearner learner, long rounds) {
        learner.reset();
        for (long round = 0; round < rounds; round++) {
            int arm = learner.select(learnerRandom);
            if (feedbackCoins.at(arm, counts.pulls(arm)) < rates.rate(arm)) {
                learner.observe(arm, rewards.rewardOfPull(arm, counts.observations(arm)));
                counts.add(arm, 1, 1);
            } else {
                learner.noFeedback(arm);
                counts.add(arm, 1, 0);
            }
        }
        return counts;
    }
}
