// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;

class RidgeEstimateTest {
    @Test
    void oneFeatureByHand() {
        RidgeEstimate estimate = RidgeEstimate.of(1, 4);
        double[] x = {3, -2, 0};
        assertThat(estimate.squaredNorm(x, 0)).isEqualTo(9.0 / 4);
        estimate.add(x, 0, 10);
        // V = 4 + 9, sum x y = 30.
        assertThat(estimate.coefficient(0)).isCloseTo(30.0 / 13, within(1e-14));
        assertThat(estimate.predict(x, 1)).isCloseTo(-60.0 / 13, within(1e-14));
        assertThat(estimate.squaredNorm(x, 1)).isCloseTo(4.0 / 13, within(1e-14));
        assertThat(estimate.logDeterminantRatio()).isCloseTo(Math.log(13.0 / 4), within(1e-14));
        estimate.add(x, 1, 1);
        estimate.add(x, 2, 1e6);
        assertThat(estimate.coefficient(0)).isCloseTo(28.0 / 17, within(1e-14));
        assertThat(estimate.precision(0, 0)).isCloseTo(17, within(1e-13));
        assertThat(estimate.observations()).isEqualTo(3);
    }

    @Test
    void twoFeaturesByHand() {
        RidgeEstimate estimate = RidgeEstimate.of(2, 1);
        double[] x = {1, 1, 1, -1};
        estimate.add(x, 0, 3);
        // V = [[2, 1], [1, 2]], b = (3, 3), V^-1 = [[2, -1], [-1, 2]] / 3.
        assertThat(estimate.coefficient(0)).isCloseTo(1, within(1e-14));
        assertThat(estimate.coefficient(1)).isCloseTo(1, within(1e-14));
        assertThat(estimate.precision(0, 1)).isCloseTo(1, within(1e-14));
        assertThat(estimate.squaredNorm(x, 0)).isCloseTo(2.0 / 3, within(1e-14));
        assertThat(estimate.squaredNorm(x, 1)).isCloseTo(2, within(1e-14));
        assertThat(estimate.logDeterminantRatio()).isCloseTo(Math.log(3), within(1e-14));
    }

    /** 200,000 rounds: nothing needs to be refactored. */
    @Test
    void doesNotDrift() {
        int d = 5;
        RidgeEstimate estimate = RidgeEstimate.of(d, 1);
        DenseRidge dense = new DenseRidge(d, 1);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(11);
        double[] x = new double[d];
        double increments = 0;
        for (int t = 0; t < 200_000; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < d; i++) {
                // Nearly collinear, so that errors would be amplified.
                x[i] = common + 0.01 * random.nextGaussian();
            }
            double y = x[0] - x[1] + random.nextGaussian();
            increments += Math.log1p(estimate.squaredNorm(x, 0));
            estimate.add(x, 0, y);
            dense.add(x, 0, y);
        }
        double[] theta = dense.theta();
        for (int i = 0; i < d; i++) {
            assertThat(estimate.coefficient(i)).isCloseTo(theta[i], within(1e-8));
            for (int j = 0; j < d; j++) {
                assertThat(estimate.precision(i, j)).isCloseTo(dense.precision(i, j), within(1e-10 * 200_000));
            }
        }
        double ratio = dense.logDeterminantRatio();
        assertThat(estimate.logDeterminantRatio()).isCloseTo(ratio, within(1e-9));
        assertThat(increments).isCloseTo(ratio, within(1e-8));
        assertThat(estimate.squaredNorm(x, 0)).isCloseTo(dense.squaredNorm(x, 0), within(1e-12));
    }

    @Test
    void zeroVectorsTeachNothing() {
        RidgeEstimate estimate = RidgeEstimate.of(3, 2);
        double[] x = {1, 2, 3, 0, 0, 0};
        estimate.add(x, 0, 1);
        double before = estimate.coefficient(2);
        double determinant = estimate.logDeterminantRatio();
        estimate.add(x, 1, 5);
        assertThat(estimate.coefficient(2)).isEqualTo(before);
        assertThat(estimate.logDeterminantRatio()).isEqualTo(determinant);
        assertThat(estimate.squaredNorm(x, 1)).isZero();
    }

    @Test
    void extremesStayFinite() {
        RidgeEstimate estimate = RidgeEstimate.of(2, 1e-50);
        double[] x = {1e100, -1e100, 1e-300, 1e100, 1e100, 1e100};
        for (int round = 0; round < 30; round++) {
            estimate.add(x, round % 3, round % 2 == 0 ? 1e100 : -1e100);
            for (int row = 0; row < 3; row++) {
                assertThat(estimate.predict(x, row)).isFinite();
                assertThat(estimate.squaredNorm(x, row)).isFinite().isNotNegative();
            }
            assertThat(estimate.logDeterminantRatio()).isFinite();
        }
    }

    @Test
    void forksAndResets() {
        RidgeEstimate estimate = RidgeEstimate.of(2, 1);
        double[] x = {1, 2, -1, 0.5};
        estimate.add(x, 0, 1);
        RidgeEstimate fork = estimate.fork();
        fork.add(x, 1, 7);
        assertThat(estimate.observations()).isEqualTo(1);
        assertThat(estimate.coefficient(0)).isCloseTo(1.0 / 6, within(1e-14));
        estimate.add(x, 1, 7);
        assertThat(estimate.coefficient(1)).isEqualTo(fork.coefficient(1));
        estimate.reset();
        assertThat(estimate.coefficient(0)).isZero();
        assertThat(estimate.logDeterminantRatio()).isZero();
        assertThat(estimate.squaredNorm(x, 0)).isEqualTo(5);
        assertThat(estimate.regularisation()).isEqualTo(1);
        assertThat(estimate.dimension()).isEqualTo(2);
    }

    @Test
    void ellipticalPotentialByHand() {
        // 2 * 2 ln(1 + 100 * 9 / (2 * 3)) = 4 ln 151.
        assertThat(RidgeEstimate.ELLIPTICAL_POTENTIAL.at(new RidgeEstimate.VectorSequence(2, 3, 3, 100)))
                .isCloseTo(4 * Math.log(151), within(1e-12));
        assertThat(RidgeEstimate.ELLIPTICAL_POTENTIAL.at(new RidgeEstimate.VectorSequence(2, 3, 3, 0)))
                .isZero();
        assertThat(RidgeEstimate.ELLIPTICAL_POTENTIAL.at(new RidgeEstimate.VectorSequence(2, 3, 1e300, 0)))
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RidgeEstimate.VectorSequence(2, 3, Double.NaN, 1))
                .withMessageContaining("featureNorm");
    }

    @Test
    void badInputIsNamedAndLeavesNoTrace() {
        RidgeEstimate estimate = RidgeEstimate.of(2, 1);
        double[] x = {1, 2};
        estimate.add(x, 0, 1);
        double before = estimate.coefficient(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimate.add(new double[] {1, 2, 3}, 0, 1))
                .withMessage("features has length 3, expected a positive multiple of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimate.add(new double[0], 0, 1))
                .withMessageContaining("features has length 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimate.add(new double[] {1, Double.NaN}, 0, 1))
                .withMessageContaining("features[1] = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimate.add(new double[] {1, 2, 1e101, 0}, 1, 1))
                .withMessageContaining("features[2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimate.add(x, 0, Double.POSITIVE_INFINITY))
                .withMessageContaining("reward");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimate.add(x, 1, 1))
                .withMessageContaining("action");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimate.coefficient(2))
                .withMessageContaining("feature");
        assertThat(estimate.coefficient(0)).isEqualTo(before);
        assertThat(estimate.observations()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RidgeEstimate.of(0, 1))
                .withMessageContaining("dimension");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RidgeEstimate.of(2, 0))
                .withMessageContaining("regularisation");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RidgeEstimate.of(2, Double.NaN))
                .withMessageContaining("regularisation");
    }
}
