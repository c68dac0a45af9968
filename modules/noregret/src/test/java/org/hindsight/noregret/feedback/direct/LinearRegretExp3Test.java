// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import static org.assertj.core.api.Assertions.assertThat;

import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.core.random.StreamKey;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.feedback.FeedbackRates;
import org.hindsight.noregret.feedback.ProbabilisticFeedbackEnvironment;
import org.hindsight.noregret.feedback.PullAndFeedbackCounts;
import org.hindsight.noregret.feedback.StepSimulator;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

/** Mean losses (0.5, 0.6), rates (1, 0.5): ignoring the rates costs a tenth of every round, knowing them does not. */
class LinearRegretExp3Test {
    private static final double FALSE_ALARM = 1e-7;
    private static final int REPLICATES = 200;
    private static final FeedbackRates RATES = FeedbackRates.of(1, 0.5);
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.5, 0.4);
    private static final double GAP = 0.1;
    /** Of the losses as the biased estimates see them, 0.5 and 0.5 * 0.6. */
    private static final double GAP_OF_SEEN_LOSSES = 0.2;

    @Test
    void regretIsLinearWithoutTheRates() {
        for (long horizon : new long[] {4_000, 16_000}) {
            // It is Exp3 on the seen losses, whose regret bound there bounds the pulls of the arm that is really best.
            double pullsOfBest = Exp3.REGRET.at(Exp3.Run.tuned(2, horizon)) / GAP_OF_SEEN_LOSSES;
            double least = GAP * (horizon - pullsOfBest);

            assertThat(least).isGreaterThan(0.06 * horizon);
            EmpiricalBernstein.assertMeanAtLeast(
                    regret(LinearRegretExp3.demonstration(2, horizon), horizon), least, FALSE_ALARM);
        }
    }

    @Test
    void regretIsWithinItsBoundWithTheRates() {
        long horizon = 16_000;
        double bound = Exp3Pf.REGRET.at(new Exp3Pf.Tuning(RATES, horizon));

        assertThat(bound).isLessThan(0.2 * GAP * horizon);
        EmpiricalBernstein.assertMeanAtMost(regret(Exp3Pf.tunedFor(RATES, horizon), horizon), bound, FALSE_ALARM);
    }

    private static BoundedSample regret(ProbabilisticFeedbackLearner learner, long horizon) {
        StepSimulator simulator = StepSimulator.of(ProbabilisticFeedbackEnvironment.of(BANDIT, RATES));
        StochasticBandit instance = BANDIT.over(horizon);
        PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(2);
        BoundedSample regret = BoundedSample.in(0, horizon * instance.largestGap());
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            simulator.play(learner, horizon, new StreamKey(20240105, "ignored rates", "", replicate).open(), counts);
            regret.add(counts.pseudoRegret(instance));
        }
        return regret;
    }
}
