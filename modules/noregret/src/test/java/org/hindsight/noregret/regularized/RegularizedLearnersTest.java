// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.random.CounterUniforms;
import org.hindsight.noregret.experts.AnytimeHedge;
import org.hindsight.noregret.experts.Hedge;
import org.junit.jupiter.api.Test;

/** {@link FollowTheRegularizedLeader} and {@link OnlineMirrorDescent} against each other, against Hedge, and by hand. */
class RegularizedLearnersTest {
    private static final double[] RATES = {0, 1e-3, 0.1, 1, 7};

    @Test
    void withEntropyBothAreHedge() {
        for (double rate : RATES) {
            LearningRate fixed = new LearningRate.Fixed(rate);
            assertAlike(Hedge.of(6, rate), FollowTheRegularizedLeader.of(new NegativeEntropy(), 6, fixed), 1e-12);
            assertAlike(Hedge.of(6, rate), OnlineMirrorDescent.of(new NegativeEntropy(), 6, fixed), 1e-12);
        }
        assertAlike(Hedge.tunedFor(6, 500), FollowTheRegularizedLeader.tunedFor(new NegativeEntropy(), 6, 500), 1e-12);
    }

    @Test
    void withEntropyAndDecreasingRateTheLeaderIsAnytimeHedge() {
        LearningRate decreasing = new LearningRate.Decreasing(Math.sqrt(8 * Math.log(6)));

        assertAlike(AnytimeHedge.of(6), FollowTheRegularizedLeader.of(new NegativeEntropy(), 6, decreasing), 1e-12);
    }

    /** At a fixed rate a regularizer of Legendre type makes no difference between the two. */
    @Test
    void legendreRegularizersMakeThemOne() {
        for (Regularizer regularizer : RegularizerProperties.ALL) {
            if (regularizer.isLegendre()) {
                LearningRate fixed = new LearningRate.Fixed(0.3);
                assertAlike(
                        FollowTheRegularizedLeader.of(regularizer, 5, fixed),
                        OnlineMirrorDescent.of(regularizer, 5, fixed),
                        1e-12);
            }
        }
    }

    /**
     * The definition of the step: no point of a random set does better than the next distribution in {@code eta <l, q> +
     * D(q, p)}. The learner itself keeps no distribution, so this is another road to it.
     */
    @Test
    void eachStepMinimisesLossPlusDivergence() {
        CounterUniforms uniforms = CounterUniforms.of(5);
        double[] losses = new double[4];
        double[] p = new double[4];
        double[] next = new double[4];
        double[] other = new double[4];
        for (Regularizer regularizer : RegularizerProperties.ALL) {
            LearningRate rates = new LearningRate.Decreasing(0.8);
            OnlineMirrorDescent learner = OnlineMirrorDescent.of(regularizer, 4, rates);
            for (int t = 1; t <= 60; t++) {
                learner.distribution(p);
                for (int i = 0; i < 4; i++) {
                    losses[i] = Math.rint(3 * uniforms.at(i, t)) / 3;
                }
                learner.observe(losses);
                learner.distribution(next);
                double best = step(regularizer, rates.at(t), losses, next, p);
                for (int trial = 0; trial < 50; trial++) {
                    double share = Math.pow(10, -6 * uniforms.at(4, 100 * t + trial));
                    double sum = 0;
                    for (int i = 0; i < 4; i++) {
                        other[i] = uniforms.at(5 + i, 100 * t + trial);
                        sum += other[i];
                    }
                    for (int i = 0; i < 4; i++) {
                        other[i] = (1 - share) * next[i] + share * other[i] / sum;
                    }
                    assertThat(step(regularizer, rates.at(t), losses, other, p)).isGreaterThanOrEqualTo(best - 1e-13);
                }
            }
        }
    }

    /** From (1/2, 1/2) by eta = 1/2 against (1, 0): (0, 1/2), projected (1/4, 3/4); again: (-1/4, 3/4), projected (0, 1). */
    @Test
    void gradientDescentByHand() {
        OnlineMirrorDescent learner = OnlineMirrorDescent.of(new SquaredNorm(), 2, new LearningRate.Fixed(0.5));
        double[] p = new double[2];
        learner.observe(new double[] {1, 0});
        learner.distribution(p);
        assertThat(p).containsExactly(0.25, 0.75);
        for (int t = 0; t < 10; t++) {
            learner.observe(new double[] {1, 0});
        }
        learner.distribution(p);
        assertThat(p).containsExactly(0, 1);

        // What was lost beyond the boundary is forgotten; the lazy learner would need eleven rounds to come back.
        learner.observe(new double[] {0, 1});
        learner.distribution(p);
        assertThat(p).containsExactly(0.25, 0.75);
    }

    @Test
    void anActionThatUnderflowedReturns() {
        OnlineMirrorDescent learner = OnlineMirrorDescent.of(new NegativeEntropy(), 2, new LearningRate.Fixed(10));
        double[] p = new double[2];
        for (int t = 0; t < 1000; t++) {
            learner.observe(new double[] {1, 0});
        }
        learner.distribution(p);
        assertThat(p[0]).isZero();
        for (int t = 0; t < 1000; t++) {
            learner.observe(new double[] {0, 1});
        }
        learner.distribution(p);
        assertThat(p[0]).isEqualTo(0.5);
    }

    @Test
    void theTunedRatesGiveTheClosedForms() {
        double k = 5;
        double t = 400;
        assertThat(tuned(new NegativeEntropy(), 5, 400)).isCloseTo(Math.sqrt(t * Math.log(k) / 2), within(1e-12));
        assertThat(tuned(new SquaredNorm(), 5, 400)).isCloseTo(Math.sqrt(t * (k - 1)) / 2, within(1e-12));
        assertThat(tuned(new HalfTsallisEntropy(), 5, 400))
                .isCloseTo(2 * Math.sqrt(2 * (Math.sqrt(k) - 1) * t), within(1e-12));
        assertThat(tuned(new LogBarrier(), 5, 400))
                .isCloseTo(t / (t + 1.0) + Math.sqrt(2 * (k - 1) * t * Math.log(t + 1)), within(1e-12));
        LearningRate descent = new LearningRate.Decreasing(2 / Math.sqrt(k));
        assertThat(OnlineMirrorDescent.REGRET.at(
                        new FollowTheRegularizedLeader.Run(new SquaredNorm(), 5, descent, 400)))
                .isCloseTo(Math.sqrt(k * t), within(1e-12));
    }

    @Test
    void boundsThatPromiseNothingOrNeedNothing() {
        LearningRate decreasing = new LearningRate.Decreasing(0.1);
        LearningRate zero = new LearningRate.Fixed(0);
        for (Regularizer regularizer : RegularizerProperties.ALL) {
            assertThat(FollowTheRegularizedLeader.REGRET.at(
                            new FollowTheRegularizedLeader.Run(regularizer, 1, zero, 10)))
                    .isZero();
            assertThat(OnlineMirrorDescent.REGRET.at(new FollowTheRegularizedLeader.Run(regularizer, 3, decreasing, 0)))
                    .isZero();
            assertThat(FollowTheRegularizedLeader.REGRET.at(
                            new FollowTheRegularizedLeader.Run(regularizer, 3, zero, 10)))
                    .isInfinite();
            assertThat(OnlineMirrorDescent.REGRET.at(new FollowTheRegularizedLeader.Run(regularizer, 3, decreasing, 10))
                            < Double.POSITIVE_INFINITY)
                    .isEqualTo(!regularizer.isLegendre());
        }
        assertThat(FollowTheRegularizedLeader.REGRET.at(
                        new FollowTheRegularizedLeader.Run(new Tilted(), 3, decreasing, 10)))
                .isInfinite();
    }

    /** Open to the user: an entropy relative to another distribution than the uniform one. */
    @Test
    void aRegularizerOfTheUser() {
        FullInformationLearner learner =
                FollowTheRegularizedLeader.of(new Tilted(), 3, new LearningRate.Fixed(Math.log(2)));
        double[] p = new double[3];
        learner.distribution(p);
        assertThat(p).containsExactly(new double[] {1 / 7.0, 2 / 7.0, 4 / 7.0}, within(1e-15));
        learner.observe(new double[] {0, 1, 1});
        learner.distribution(p);
        assertThat(p).containsExactly(new double[] {0.25, 0.25, 0.5}, within(1e-15));
    }

    @Test
    void badInputIsNamed() {
        LearningRate fixed = new LearningRate.Fixed(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FollowTheRegularizedLeader.of(new LogBarrier(), 0, fixed))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnlineMirrorDescent.of(new LogBarrier(), 0, fixed))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FollowTheRegularizedLeader.tunedFor(new Tilted(), 3, 10))
                .withMessageContaining("regularizer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FollowTheRegularizedLeader.tunedFor(new LogBarrier(), 3, -1))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningRate.Fixed(Double.NaN))
                .withMessageContaining("rate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningRate.Decreasing(-1))
                .withMessageContaining("scale");
    }

    private static double tuned(Regularizer regularizer, int actions, long horizon) {
        LearningRate rate = LearningRate.tunedFor(regularizer, actions, horizon);
        return FollowTheRegularizedLeader.REGRET.at(
                new FollowTheRegularizedLeader.Run(regularizer, actions, rate, horizon));
    }

    private static double step(Regularizer regularizer, double rate, double[] losses, double[] q, double[] p) {
        double[] gradient = new double[p.length];
        regularizer.gradient(p, gradient);
        double value = regularizer.value(q) - regularizer.value(p);
        for (int i = 0; i < p.length; i++) {
            value += rate * losses[i] * q[i] - gradient[i] * (q[i] - p[i]);
        }
        return value;
    }

    private static void assertAlike(FullInformationLearner expected, FullInformationLearner actual, double room) {
        CounterUniforms uniforms = CounterUniforms.of(3);
        double[] losses = new double[expected.actions()];
        double[] p = new double[losses.length];
        double[] q = new double[losses.length];
        for (int t = 0; t < 500; t++) {
            expected.distribution(p);
            actual.distribution(q);
            assertThat(q).containsExactly(p, within(room));
            for (int i = 0; i < losses.length; i++) {
                losses[i] = uniforms.at(i, t) < 0.2 ? 1 : uniforms.at(i, t);
            }
            expected.observe(losses);
            actual.observe(losses);
        }
    }

    private record Tilted() implements Regularizer {
        @Override
        public double value(double[] probabilities) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void gradient(double[] probabilities, double[] out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void minimize(double[] costs, double[] out) {
            double[] tilted = costs.clone();
            for (int i = 0; i < tilted.length; i++) {
                tilted[i] -= i * Math.log(2);
            }
            new NegativeEntropy().minimize(tilted, out);
        }

        @Override
        public boolean isLegendre() {
            return true;
        }
    }
}
