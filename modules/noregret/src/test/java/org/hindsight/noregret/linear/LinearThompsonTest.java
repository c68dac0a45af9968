// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.hindsight.testkit.statistics.ExactBinomial;
import org.junit.jupiter.api.Test;

class LinearThompsonTest {
    private static final double FALSE_ALARM = 1e-7;

    /** Each projection of the draws has the quantiles of the posterior, computed by dense linear algebra. */
    @Test
    void drawsFromThePosterior() {
        LinearThompson.Prior prior =
                LinearThompson.Prior.ofDimension(3).withDeviation(2).withNoise(0.5);
        LinearThompson learner = LinearThompson.under(prior);
        DenseRidge dense = new DenseRidge(3, 1.0 / 16);
        double[] x = {1, 0.5, -0.25, 0.3, 1, 0, 0.2, 0.1, 1, 1, 1, 1};
        for (int t = 0; t < 4; t++) {
            learner.observe(x, t, t - 1.5);
            dense.add(x, t, t - 1.5);
        }
        double[] directions = {1, 0, 0, 0, 1, 0, 0, 0, 1, 1, -1, 0, 1, 1, 1, 0.5, -2, 1};
        double[] quantiles = {-1.6448536269514722, -0.6744897501960817, 0, 1.2815515655446004};
        double[] levels = {0.05, 0.25, 0.5, 0.9};
        int draws = 40_000;
        long[][] below = new long[6][4];
        double[] theta = new double[3];
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(8);
        for (int i = 0; i < draws; i++) {
            learner.samplePosterior(random, theta);
            for (int row = 0; row < 6; row++) {
                double value = 0;
                for (int j = 0; j < 3; j++) {
                    value += directions[row * 3 + j] * theta[j];
                }
                double deviation = 0.5 * Math.sqrt(dense.squaredNorm(directions, row));
                double standard = (value - dense.predict(directions, row)) / deviation;
                for (int q = 0; q < 4; q++) {
                    below[row][q] += standard <= quantiles[q] ? 1 : 0;
                }
            }
        }
        for (long[] counts : below) {
            for (int q = 0; q < 4; q++) {
                ExactBinomial.assertProbability(counts[q], draws, levels[q], FALSE_ALARM / 24);
            }
        }
    }

    @Test
    void choosesTheBestForItsDraw() {
        LinearThompson learner = LinearThompson.under(LinearThompson.Prior.ofDimension(2));
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(9);
        double[] features = {1, 0, 0, 1, -1, 0, 0, -1, 0.9, 0.9};
        double[] theta = new double[2];
        for (int round = 0; round < 500; round++) {
            learner.samplePosterior(random.copy(), theta);
            int action = learner.select(features, random);
            for (int other = 0; other < 5; other++) {
                double chosen = features[2 * action] * theta[0] + features[2 * action + 1] * theta[1];
                double value = features[2 * other] * theta[0] + features[2 * other + 1] * theta[1];
                assertThat(chosen).isGreaterThanOrEqualTo(value);
                assertThat(chosen > value || action <= other).isTrue();
            }
            learner.observe(features, action, theta[0]);
        }
    }

    /** Parameters drawn from the prior; the regret is cut at a cap, which can only lower its mean. */
    @Test
    void staysWithinItsBayesianRegretBound() {
        LinearThompson.Prior prior = LinearThompson.Prior.ofDimension(2).withNoise(0.3);
        int horizon = 1_000;
        int actions = 8;
        double bound = LinearThompson.BAYESIAN_REGRET.at(new LinearThompson.Run(prior, actions, 1, horizon));
        LinearThompson learner = LinearThompson.under(prior);
        double cap = 2.0 * horizon;
        BoundedSample regret = BoundedSample.in(0, cap);
        BoundedSample first = BoundedSample.in(0, cap);
        for (int replicate = 0; replicate < 1_000; replicate++) {
            Xoshiro256PlusPlus random = new StreamKey(20240105, "linear thompson", "", replicate).open();
            LinearBandit bandit = LinearBandit.withSphericalContexts(
                            actions, random.nextGaussian(), random.nextGaussian())
                    .withNoise(RewardNoise.gaussian(0.3));
            regret.add(Math.min(cap, LinearBanditPlay.run(learner, bandit, horizon, random)));
            first.add(Math.min(cap, LinearBanditPlay.run(new FirstAction(2), bandit, horizon, random)));
        }
        EmpiricalBernstein.assertMeanAtMost(regret, bound, FALSE_ALARM);
        // A learner that does not learn would be seen.
        EmpiricalBernstein.assertMeanAtLeast(first, bound, FALSE_ALARM);
    }

    @Test
    void boundByHand() {
        // R = 1, K = 2, T = 100, d = 1, m = 1: sqrt(2 ln 200) sqrt(100 ln(101) / ln 2) + 1 / sqrt(2 pi).
        LinearThompson.Prior prior = LinearThompson.Prior.ofDimension(1);
        double expected = Math.sqrt(2 * Math.log(200)) * Math.sqrt(100 / Math.log(2) * Math.log(101))
                + 1 / Math.sqrt(2 * Math.PI);
        assertThat(LinearThompson.BAYESIAN_REGRET.at(new LinearThompson.Run(prior, 2, 1, 100)))
                .isCloseTo(expected, within(1e-9));
        // Rewards and noise in other units: the regret scales along.
        assertThat(LinearThompson.BAYESIAN_REGRET.at(
                        new LinearThompson.Run(prior.withDeviation(3).withNoise(6), 2, 2, 100)))
                .isCloseTo(6 * expected, within(1e-8));
        assertThat(LinearThompson.BAYESIAN_REGRET.at(new LinearThompson.Run(prior, 1, 1, 100)))
                .isZero();
        assertThat(LinearThompson.BAYESIAN_REGRET.at(new LinearThompson.Run(prior, 3, 1, 0)))
                .isZero();
        assertThat(LinearThompson.BAYESIAN_REGRET.at(new LinearThompson.Run(prior, 3, 0, 10)))
                .isZero();
    }

    @Test
    void badInputIsNamed() {
        LinearThompson.Prior prior = LinearThompson.Prior.ofDimension(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> prior.withNoise(0))
                .withMessageContaining("noise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> prior.withDeviation(Double.NaN))
                .withMessageContaining("deviation");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearThompson.Prior.ofDimension(0))
                .withMessageContaining("dimension");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearThompson.under(prior)
                        .select(new double[] {1, Double.POSITIVE_INFINITY}, Xoshiro256PlusPlus.seeded(1)))
                .withMessageContaining("features[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearThompson.Run(prior, 0, 1, 1))
                .withMessageContaining("actions");
    }

    /** Chooses action 0 for ever. */
    private record FirstAction(int dimension) implements LinearBanditLearner {
        @Override
        public int select(double[] features, RandomGenerator random) {
            return 0;
        }

        @Override
        public void observe(double[] features, int action, double reward) {}

        @Override
        public void reset() {}

        @Override
        public FirstAction fork() {
            return this;
        }
    }
}
