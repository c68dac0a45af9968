// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoundedSampleTest {
    @Test
    void meanAndVarianceByHand() {
        // Mean 5, squared deviations 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, divided by 7.
        BoundedSample sample = BoundedSample.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9}, 0, 10);
        assertThat(sample.size()).isEqualTo(8);
        assertThat(sample.mean()).isEqualTo(5);
        assertThat(sample.variance()).isCloseTo(32.0 / 7, within(1e-14));
        assertThat(sample.range()).isEqualTo(10);
        assertThat(sample).hasToString("8 values in [0.0, 10.0] of mean 5.0");
    }

    @Test
    void smallVarianceFarFromZeroIsNotLost() {
        BoundedSample sample = BoundedSample.in(0, 2e9);
        for (int i = 0; i < 1000; i++) {
            sample.add(1e9 + i % 2);
        }
        assertThat(sample.variance()).isCloseTo(250.0 / 999, within(1e-6));
        assertThat(sample.mean()).isEqualTo(1e9 + 0.5);
    }

    @Test
    void refusesValuesOutOfRangeAndStaysAsItWas() {
        BoundedSample sample = BoundedSample.of(new double[] {0.5}, 0, 1);
        for (double bad : new double[] {Double.NaN, -1e-300, Math.nextUp(1.0), Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sample.add(bad))
                    .withMessage("value must lie in [0.0, 1.0], was " + bad);
        }
        assertThat(sample.size()).isEqualTo(1);
        assertThat(sample.mean()).isEqualTo(0.5);
    }

    @Test
    void refusesBadRangesAndEmptySamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundedSample.in(1, 1))
                .withMessageContaining("greatest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundedSample.in(Double.NaN, 1))
                .withMessageContaining("least");
        assertThatIllegalStateException()
                .isThrownBy(() -> BoundedSample.in(0, 1).mean());
        assertThatIllegalStateException()
                .isThrownBy(() -> BoundedSample.of(new double[] {1}, 0, 1).variance());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hoeffding.assertMean(BoundedSample.in(0, 1), 0.5, 1e-6))
                .withMessage("sample.size must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmpiricalBernstein.assertMean(BoundedSample.of(new double[] {1}, 0, 1), 0.5, 1e-6))
                .withMessage("sample.size must be at least 2, was 1");
    }
}
