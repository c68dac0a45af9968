// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OptimisticHedgeTest {
    /** With eta = ln 2: losses (1, 0) count twice, odds 1/4; then (0, 0) makes them count once, odds 1/2. */
    @Test
    void twoRoundsByHand() {
        OptimisticHedge learner = OptimisticHedge.of(2, Math.log(2));
        double[] p = new double[2];
        learner.observe(new double[] {1, 0});
        learner.distribution(p);
        assertThat(p).containsExactly(new double[] {0.2, 0.8}, within(1e-15));

        learner.observe(new double[] {0, 0});
        learner.distribution(p);
        assertThat(p).containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-15));
    }

    @Test
    void noRegretWithoutChoice() {
        assertThat(OptimisticHedge.REGRET.at(new OptimisticHedge.Changes(1, 0, 0)))
                .isZero();
        assertThat(OptimisticHedge.REGRET.at(new OptimisticHedge.Changes(2, 0, 1)))
                .isInfinite();
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptimisticHedge.of(0, 1))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptimisticHedge.of(2, -1))
                .withMessageContaining("learningRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptimisticHedge.of(2, 1).observe(new double[] {0, 1.5}))
                .withMessageContaining("losses[1] = 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OptimisticHedge.Changes(2, 1, Double.NaN))
                .withMessageContaining("sumOfSquares");
    }
}
