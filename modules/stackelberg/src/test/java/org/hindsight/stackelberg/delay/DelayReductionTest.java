// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DelayReductionTest {
    @Test
    void leastDelays() {
        assertThat(DelayReduction.leastDelay(1, 0.5, 0.01)).isEqualTo(8);
        assertThat(DelayReduction.sufficientDelay(1, 0.5, 0.01)).isEqualTo(11);
        assertThat(DelayReduction.leastDelay(1, 0.9, 0.01)).isEqualTo(66);
        assertThat(DelayReduction.sufficientDelay(1, 0.9, 0.01)).isEqualTo(70);
        assertThat(DelayReduction.leastDelay(1, 0.99, 0.001)).isEqualTo(1146);
        assertThat(DelayReduction.sufficientDelay(1, 0.99, 0.001)).isEqualTo(1152);
        assertThat(DelayReduction.leastDelay(1, 0, 0.01)).isEqualTo(1);
        assertThat(DelayReduction.leastDelay(0, 0.5, 0.01)).isEqualTo(1);
    }

    @Test
    void leastDelayInvertsTheLoss() {
        for (double factor : new double[] {0.1, 0.5, 0.85, 0.999}) {
            for (double error : new double[] {0.5, 1e-2, 1e-6}) {
                long delay = DelayReduction.leastDelay(2, factor, error);
                assertThat(loss(2, factor, delay)).isLessThanOrEqualTo(error);
                assertThat(delay == 1 || loss(2, factor, delay - 1) > error).isTrue();
                assertThat(DelayReduction.sufficientDelay(2, factor, error)).isGreaterThanOrEqualTo(delay);
            }
        }
        // A power that is met exactly.
        assertThat(DelayReduction.leastDelay(1, 0.5, 0.25)).isEqualTo(3);
    }

    private static double loss(double range, double factor, long delay) {
        return DelayReduction.RESPONSE_LOSS.at(new DelayReduction.Geometric(range, factor, delay, Long.MAX_VALUE));
    }

    @Test
    void lossesAreSumsOfTheWeightsThatAreLeft() {
        // 0.5^2 + 0.5^3 + 0.5^4.
        assertThat(DelayReduction.RESPONSE_LOSS.at(new DelayReduction.Geometric(3, 0.5, 2, 5)))
                .isEqualTo(3 * 0.4375, within(1e-15));
        assertThat(DelayReduction.RESPONSE_LOSS.at(new DelayReduction.Geometric(3, 0.5, 5, 5)))
                .isZero();
        // 1 / 3 + 1 / 4.
        assertThat(DelayReduction.HYPERBOLIC_RESPONSE_LOSS.at(new DelayReduction.Hyperbolic(2, 1, 2, 4)))
                .isEqualTo(2 * (1 / 3.0 + 1 / 4.0), within(1e-15));
    }

    @Test
    void refusesBadInput() {
        assertThatThrownBy(() -> DelayReduction.leastDelay(1, 1, 0.1)).hasMessage("factor must lie in [0, 1), was 1.0");
        assertThatThrownBy(() -> DelayReduction.leastDelay(1, 0.5, 0))
                .hasMessage("error must be positive and finite, was 0.0");
        assertThatThrownBy(() -> new DelayReduction.Geometric(1, 0.5, 0, 1))
                .hasMessage("delay must be at least 1, was 0");
    }
}
