// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.ExactBinomial;
import org.junit.jupiter.api.Test;

class LinUcbTest {
    /** False-alarm probability of each statistical assertion. */
    private static final double FALSE_ALARM = 1e-7;

    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(0);

    @Test
    void oneFeatureByHand() {
        // lambda = S = 1, R = 1/2, delta = e^-2: radius 1 + 0.5 sqrt(4) = 2 at first.
        ConfidenceEllipsoid ellipsoid =
                ConfidenceEllipsoid.ofDimension(1).withNoise(0.5).withFailureProbability(Math.exp(-2));
        assertThat(ellipsoid.radius(0)).isCloseTo(2, within(1e-12));
        LinUcb learner = LinUcb.over(ellipsoid);
        double[] features = {0.5, -1, 1};
        // Indices 2 |x| are 1, 2, 2: the lower of the two.
        assertThat(learner.select(features, UNUSED)).isEqualTo(1);
        learner.observe(features, 1, -0.8);
        // theta = 0.8 / 2, radius 1 + 0.5 sqrt(4 + ln 2) = 2.0831.., |x| in V^-1 is |x| / sqrt 2: indices
        // 0.9365, 1.0730, 1.8730.
        assertThat(learner.select(features, UNUSED)).isEqualTo(2);
        // 0.2 + 0.7365 < 0.4 * 0.7 + 2.0831 * 0.7 / sqrt 2 = 1.3111; -0.4 * 0.9 + 1.3257 = 0.9657.
        assertThat(learner.select(new double[] {0.5, -0.9, 0.7}, UNUSED)).isEqualTo(2);
        assertThat(learner.select(new double[] {0.5, -0.9}, UNUSED)).isEqualTo(1);
        assertThat(learner.select(new double[] {0.5, -0.85}, UNUSED)).isEqualTo(0);
    }

    /** The choice against the formula evaluated with dense linear algebra, contexts fresh in each round. */
    @Test
    void choosesTheLargestIndex() {
        int d = 4;
        int actions = 7;
        ConfidenceEllipsoid ellipsoid = ConfidenceEllipsoid.ofDimension(d)
                .withNoise(0.3)
                .withRegularisation(0.7)
                .withParameterNorm(1.2)
                .withFailureProbability(0.03);
        LinearBandit bandit =
                LinearBandit.withSphericalContexts(actions, 0.5, -0.5, 0.5, 0.5).withNoise(RewardNoise.sign(0.3));
        LinUcb learner = LinUcb.over(ellipsoid);
        DenseRidge dense = new DenseRidge(d, 0.7);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(3);
        double[] features = new double[actions * d];
        for (int round = 0; round < 2_000; round++) {
            bandit.actionSet(features, random);
            double radius =
                    Math.sqrt(0.7) * 1.2 + 0.3 * Math.sqrt(2 * Math.log(1 / 0.03) + dense.logDeterminantRatio());
            int action = learner.select(features, random);
            double chosen = dense.predict(features, action) + radius * Math.sqrt(dense.squaredNorm(features, action));
            for (int other = 0; other < actions; other++) {
                double index = dense.predict(features, other) + radius * Math.sqrt(dense.squaredNorm(features, other));
                assertThat(chosen).isGreaterThanOrEqualTo(index - 1e-9);
            }
            double reward = bandit.reward(features, action, random);
            learner.observe(features, action, reward);
            dense.add(features, action, reward);
        }
        assertThat(learner.estimate().coefficient(1)).isCloseTo(dense.theta()[1], within(1e-10));
    }

    /** Between renewals the index is that of the last renewal; renewals are as few as the determinant allows. */
    @Test
    void switchesRarely() {
        double growth = 0.5;
        ConfidenceEllipsoid ellipsoid = ConfidenceEllipsoid.ofDimension(3).withNoise(0.2);
        LinearBandit bandit = LinearBandit.withSphericalContexts(5, 0.6, 0, 0.8).withNoise(RewardNoise.gaussian(0.2));
        LinUcb learner = LinUcb.over(ellipsoid).switchingRarely(growth);
        DenseRidge all = new DenseRidge(3, 1);
        LinUcb atRenewal = LinUcb.over(ellipsoid);
        LinUcb eager = LinUcb.over(ellipsoid);
        double last = 0;
        int renewals = 0;
        int staleChoices = 0;
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(4);
        double[] features = new double[15];
        int rounds = 3_000;
        for (int round = 0; round < rounds; round++) {
            bandit.actionSet(features, random);
            int action = learner.select(features, random);
            assertThat(action).isEqualTo(atRenewal.select(features, random));
            staleChoices += action == eager.select(features, random) ? 0 : 1;
            double reward = bandit.reward(features, action, random);
            learner.observe(features, action, reward);
            eager.observe(features, action, reward);
            all.add(features, action, reward);
            if (all.logDeterminantRatio() > last + Math.log1p(growth)) {
                last = all.logDeterminantRatio();
                atRenewal = eager.fork();
                renewals++;
            }
        }
        assertThat(staleChoices).isPositive();
        assertThat(renewals).isBetween(5, (int)
                (new RidgeEstimate.VectorSequence(3, 1, 1, rounds).logDeterminantRatioBound() / Math.log1p(growth)));
    }

    /** The ellipsoid must hold the parameter in all rounds at once, except in a fraction delta of runs. */
    @Test
    void ellipsoidHoldsTheParameter() {
        int replicates = 1_000;
        int rounds = 100;
        double delta = 0.1;
        double[] theta = {0.6, -0.8};
        for (RewardNoise noise : new RewardNoise[] {RewardNoise.gaussian(0.5), RewardNoise.sign(0.5)}) {
            ConfidenceEllipsoid ellipsoid = ConfidenceEllipsoid.ofDimension(2)
                    .withNoise(0.5)
                    .withRegularisation(0.01)
                    .withFailureProbability(delta);
            LinearBandit bandit = LinearBandit.withSphericalContexts(3, theta).withNoise(noise);
            int failures = 0;
            int narrowFailures = 0;
            for (int replicate = 0; replicate < replicates; replicate++) {
                double ratio = largestRatio(ellipsoid, bandit, theta, rounds, replicate);
                failures += ratio <= 1 ? 0 : 1;
                narrowFailures += ratio <= 0.6 ? 0 : 1;
            }
            ExactBinomial.assertProbabilityAtMost(failures, replicates, delta, FALSE_ALARM);
            // The test can see a radius that is too small.
            assertThat((long) narrowFailures)
                    .isGreaterThan(ExactBinomial.largestAccepted(replicates, delta, FALSE_ALARM));
        }
    }

    /** The largest ratio over rounds of the estimate's distance from the parameter to the radius. */
    private static double largestRatio(
            ConfidenceEllipsoid ellipsoid, LinearBandit bandit, double[] theta, int rounds, int replicate) {
        Xoshiro256PlusPlus random = new StreamKey(20240105, "ellipsoid", bandit.toString(), replicate).open();
        LinUcb learner = LinUcb.over(ellipsoid);
        RidgeEstimate estimate = RidgeEstimate.of(2, ellipsoid.regularisation());
        double[] features = new double[6];
        double largest = 0;
        for (int round = 0; round < rounds; round++) {
            bandit.actionSet(features, random);
            int action = learner.select(features, random);
            double reward = bandit.reward(features, action, random);
            learner.observe(features, action, reward);
            estimate.add(features, action, reward);
            double distance = 0;
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    distance += (estimate.coefficient(i) - theta[i])
                            * estimate.precision(i, j)
                            * (estimate.coefficient(j) - theta[j]);
                }
            }
            double radius = ConfidenceEllipsoid.RADIUS.at(
                    new ConfidenceEllipsoid.Sharpness(ellipsoid, estimate.logDeterminantRatio()));
            largest = Math.max(largest, Math.sqrt(Math.max(0, distance)) / radius);
        }
        return largest;
    }

    @Test
    void staysWithinItsRegretBound() {
        double delta = 0.05;
        int replicates = 100;
        long horizon = 2_000;
        ConfidenceEllipsoid ellipsoid =
                ConfidenceEllipsoid.ofDimension(2).withNoise(0.1).withFailureProbability(delta);
        double[] corners = {1, 0, 0, 1, -1, 0, 0.6, 0.6, 0.7, -0.7};
        LinearBandit[] bandits = {
            LinearBandit.withFixedActions(corners, 0.8, 0.6).withNoise(RewardNoise.gaussian(0.1)),
            LinearBandit.withSphericalContexts(10, -0.6, 0.8).withNoise(RewardNoise.sign(0.1))
        };
        for (LinearBandit bandit : bandits) {
            for (double growth : new double[] {0, 1}) {
                LinUcb learner = LinUcb.over(ellipsoid).switchingRarely(growth);
                double bound = LinUcb.REGRET.at(new LinUcb.Run(ellipsoid, 1, horizon, growth));
                // Far below what the first action costs for ever.
                assertThat(bound).isLessThan(0.6 * horizon);
                int failures = 0;
                for (int replicate = 0; replicate < replicates; replicate++) {
                    Xoshiro256PlusPlus random =
                            new StreamKey(20240105, "linucb" + growth, bandit.toString(), replicate).open();
                    failures += LinearBanditPlay.run(learner, bandit, horizon, random) <= bound ? 0 : 1;
                }
                ExactBinomial.assertProbabilityAtMost(failures, replicates, delta, FALSE_ALARM);
            }
        }
    }

    @Test
    void boundsByHand() {
        ConfidenceEllipsoid ellipsoid = ConfidenceEllipsoid.ofDimension(2)
                .withRegularisation(2)
                .withParameterNorm(3)
                .withNoise(0.5)
                .withFailureProbability(0.1);
        // sqrt 2 * 3 + 0.5 sqrt(2 ln 10 + 5).
        assertThat(ConfidenceEllipsoid.RADIUS.at(new ConfidenceEllipsoid.Sharpness(ellipsoid, 5)))
                .isCloseTo(4.242640687 + 0.5 * 3.0992208998, within(1e-8));
        // D = 2 ln(1 + 100 / 4) = 6.516193; sqrt beta = 4.242641 + 0.5 sqrt(4.605170 + 6.516193) = 5.910076;
        // 2 * 5.910076 * sqrt(2 * 100 * 6.516193) = 426.7122.
        assertThat(LinUcb.REGRET.at(LinUcb.Run.of(ellipsoid, 1, 100))).isCloseTo(426.71217823, within(1e-7));
        assertThat(LinUcb.REGRET.at(new LinUcb.Run(ellipsoid, 1, 100, 3))).isCloseTo(853.42435645, within(1e-7));
        // Vectors so long that the gap itself, at most 2 L S, is what counts.
        assertThat(LinUcb.REGRET.at(LinUcb.Run.of(ellipsoid, 100, 1)))
                .isCloseTo(2 * 300 * Math.sqrt(2 * 2 * Math.log(2501)), within(1e-9));
        assertThat(LinUcb.REGRET.at(LinUcb.Run.of(ellipsoid, 1, 0))).isZero();
        assertThat(LinUcb.REGRET.at(LinUcb.Run.of(ellipsoid, 0, 10))).isZero();
    }

    @Test
    void edgesOfPlay() {
        LinearBandit one = LinearBandit.withFixedActions(new double[] {1, 0}, 0.5, 0.5);
        LinUcb learner = LinUcb.over(ConfidenceEllipsoid.ofDimension(2));
        assertThat(LinearBanditPlay.run(learner, one, 50, UNUSED)).isZero();
        assertThat(LinearBanditPlay.run(learner, one, 0, UNUSED)).isZero();
        LinearBandit equal = LinearBandit.withFixedActions(new double[] {1, 0, 0, 1}, 0.5, 0.5);
        assertThat(LinearBanditPlay.run(learner, equal, 50, UNUSED)).isZero();
        LinearBandit zeros = LinearBandit.withFixedActions(new double[] {0, 0, 0, 0}, 0.5, 0.5);
        assertThat(LinearBanditPlay.run(learner, zeros, 50, UNUSED)).isZero();
    }

    @Test
    void badInputIsNamed() {
        ConfidenceEllipsoid ellipsoid = ConfidenceEllipsoid.ofDimension(2);
        LinUcb learner = LinUcb.over(ellipsoid);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.select(new double[] {1, 2, 3}, UNUSED))
                .withMessageContaining("features");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.select(new double[] {1, 2, Double.NaN, 0}, UNUSED))
                .withMessageContaining("features[2] = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.switchingRarely(-1))
                .withMessageContaining("growth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ellipsoid.withFailureProbability(1))
                .withMessageContaining("failureProbability");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ellipsoid.withNoise(-1))
                .withMessageContaining("noise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ellipsoid.withParameterNorm(Double.NaN))
                .withMessageContaining("parameterNorm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ellipsoid.withRegularisation(0))
                .withMessageContaining("regularisation");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinUcb.Run.of(ellipsoid, 1, -1))
                .withMessageContaining("horizon");
        LinearBandit three = LinearBandit.withSphericalContexts(2, 1, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearBanditPlay.run(learner, three, 1, UNUSED))
                .withMessage("bandit has length 3, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearBandit.withFixedActions(new double[] {1, 2, 3}, 1, 0))
                .withMessageContaining("features");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearBandit.withSphericalContexts(2, Double.NaN))
                .withMessageContaining("parameter[0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearBandit.withSphericalContexts(0, 1))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException().isThrownBy(() -> RewardNoise.gaussian(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> RewardNoise.sign(Double.NaN));
    }
}
