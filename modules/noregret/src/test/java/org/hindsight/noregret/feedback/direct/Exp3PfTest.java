// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.feedback.FeedbackRates;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

/** Exp3 with known rates: the estimates by hand and their unbiasedness exactly; its regret against {@link Exp3Pf#REGRET}. */
class Exp3PfTest {
    /** False-alarm probability of each statistical assertion. */
    private static final double FALSE_ALARM = 1e-7;

    private static final FeedbackRates RATES = FeedbackRates.of(0.2, 1, 0.5);

    @Test
    void estimatesByHand() {
        Exp3Pf learner = Exp3Pf.withLearningRate(FeedbackRates.of(0.5, 0.25), 0.1);
        assertThat(law(learner)).containsExactly(new double[] {0.5, 0.5}, within(1e-15));

        // Loss 0.25 of arm 1, seen with probability 1/2 * 1/4: an estimate of 2.
        learner.observe(1, 0.75);
        double odds = Math.exp(-0.2);
        assertThat(law(learner)).containsExactly(new double[] {1 / (1 + odds), odds / (1 + odds)}, within(1e-15));

        learner.noFeedback(0);
        learner.observe(0, 1);
        assertThat(law(learner)).containsExactly(new double[] {1 / (1 + odds), odds / (1 + odds)}, within(1e-15));
    }

    /** The mean over arm and feedback of each estimate is the loss; the estimates are read off the log odds. */
    @Test
    void estimatesAreUnbiased() {
        double[] losses = {0.9, 0.3, 0.5};
        double eta = 0.07;
        Exp3Pf learner = Exp3Pf.withLearningRate(RATES, eta);
        learner.observe(2, 0.2);
        learner.observe(0, 0.6);
        double[] before = law(learner);
        double[] means = new double[3];
        for (int arm = 0; arm < 3; arm++) {
            Exp3Pf told = learner.fork();
            told.observe(arm, 1 - losses[arm]);
            double[] after = law(told);
            int other = (arm + 1) % 3;
            double estimate = -(Math.log(after[arm] / after[other]) - Math.log(before[arm] / before[other])) / eta;
            means[arm] += before[arm] * RATES.rate(arm) * estimate;
        }
        assertThat(means).containsExactly(losses, within(1e-12));
    }

    @Test
    void tuningAndBoundByHand() {
        // sum of 1/f = 5 + 1 + 2; sqrt(2 ln 3 / (100 * 8)), sqrt(2 * 100 * ln 3 * 8).
        assertThat(Exp3Pf.tunedFor(RATES, 100).learningRate()).isCloseTo(0.0524073537, within(1e-10));
        assertThat(Exp3Pf.REGRET.at(new Exp3Pf.Tuning(RATES, 100))).isCloseTo(41.925882959, within(1e-8));
        assertThat(Exp3Pf.REGRET.at(new Exp3Pf.Tuning(FeedbackRates.of(0.1), 100)))
                .isZero();
        assertThat(Exp3Pf.tunedFor(FeedbackRates.of(0.1), 100).learningRate()).isZero();
        assertThat(Exp3Pf.tunedFor(RATES, 0).learningRate())
                .isEqualTo(Exp3Pf.tunedFor(RATES, 1).learningRate());
    }

    /** The best arm changes in the middle; the last half decides, and the learner does not know that beforehand. */
    @Test
    void staysWithinItsBoundWhenTheBestArmChanges() {
        int horizon = 4_000;
        double[][] rewards = new double[horizon][];
        for (int t = 0; t < horizon; t++) {
            rewards[t] = 5 * t < 2 * horizon ? new double[] {0, 1, 0.5} : new double[] {1, 0, 0.5};
        }
        assertWithinBound("change", rewards);
    }

    @Test
    void staysWithinItsBoundWhenTheRarelySeenArmIsBest() {
        int horizon = 4_000;
        double[][] rewards = new double[horizon][];
        for (int t = 0; t < horizon; t++) {
            rewards[t] = new double[] {t % 4 == 0 ? 0 : 1, t % 2, 1 - t % 2};
        }
        assertWithinBound("rare", rewards);
    }

    private static void assertWithinBound(String name, double[][] rewards) {
        int horizon = rewards.length;
        double bound = Exp3Pf.REGRET.at(new Exp3Pf.Tuning(RATES, horizon));
        // Picking arms uniformly must violate the bound, or the table tests nothing.
        assertThat(bestTotal(rewards) - uniformTotal(rewards)).isGreaterThan(bound);

        Exp3Pf learner = Exp3Pf.tunedFor(RATES, horizon);
        BoundedSample regret = BoundedSample.in(-horizon, horizon);
        for (int replicate = 0; replicate < 400; replicate++) {
            learner.reset();
            regret.add(bestTotal(rewards)
                    - total(learner, rewards, RATES, new StreamKey(20240105, "exp3pf", name, replicate).open()));
        }
        EmpiricalBernstein.assertMeanAtMost(regret, bound, FALSE_ALARM);
    }

    private static double total(Exp3Pf learner, double[][] rewards, FeedbackRates rates, Xoshiro256PlusPlus random) {
        double total = 0;
        for (double[] round : rewards) {
            int arm = learner.select(random);
            total += round[arm];
            if (random.nextDouble() < rates.rate(arm)) {
                learner.observe(arm, round[arm]);
            } else {
                learner.noFeedback(arm);
            }
        }
        return total;
    }

    private static double bestTotal(double[][] rewards) {
        double best = 0;
        for (int arm = 0; arm < rewards[0].length; arm++) {
            double total = 0;
            for (double[] round : rewards) {
                total += round[arm];
            }
            best = Math.max(best, total);
        }
        return best;
    }

    private static double uniformTotal(double[][] rewards) {
        double total = 0;
        for (double[] round : rewards) {
            for (double reward : round) {
                total += reward / round.length;
            }
        }
        return total;
    }

    /** Estimates of millions, which drive all weights but one below the smallest number, and are rescaled. */
    @Test
    void survivesEnormousLosses() {
        Exp3Pf learner = Exp3Pf.withLearningRate(FeedbackRates.of(1e-6, 1e-6), 1);
        learner.observe(0, 0);
        assertThat(law(learner)).containsExactly(0, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> learner.observe(0, 0))
                .withMessage("arm must be one that select can return, was 0");
        learner.observe(1, 0);
        // Loss estimates 2e6 and 1e6.
        assertThat(law(learner)).containsExactly(0, 1);
        learner.observe(1, 0);
        learner.observe(1, 0);
        assertThat(law(learner)).containsExactly(1, 0);
        learner.reset();
        assertThat(law(learner)).containsExactly(0.5, 0.5);
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3Pf.tunedFor(RATES, -1))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3Pf.withLearningRate(RATES, Double.NaN))
                .withMessageContaining("learningRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3Pf.tunedFor(RATES, 1).probabilities(new double[2]))
                .withMessage("out has length 2, expected 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new Exp3Pf.Tuning(RATES, 0));
    }

    private static double[] law(Exp3Pf learner) {
        double[] law = new double[learner.arms()];
        learner.probabilities(law);
        return law;
    }
}
