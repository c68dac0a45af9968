// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdaHedgeTest {
    @Test
    void twelveRoundsOfTheReferenceTable() {
        ReferenceTable played = ReferenceTable.playedBy(AdaHedge.of(4));

        assertThat(played.next())
                .containsExactly(
                        new double[] {0.1969232863415885, 0.1104499382258592, 0.2268218032026305, 0.4658049722299218},
                        within(1e-10));
        assertThat(played.suffered()).isCloseTo(6.435916739879548, within(1e-10));
    }

    /**
     * Two actions, losses (1, 0) twice. Round 1: p = (1/2, 1/2) at an infinite rate, mix loss 0, so Delta = 1/2 and eta = 2
     * ln 2. Then p is proportional to (1/4, 1), and round 2 adds 1/5 + ln(1/5 * 1/4 + 4/5) / (2 ln 2).
     */
    @Test
    void twoRoundsByHand() {
        AdaHedge learner = AdaHedge.of(2);
        double[] p = new double[2];
        learner.observe(new double[] {1, 0});
        learner.distribution(p);

        assertThat(learner.mixabilityGap()).isEqualTo(0.5);
        assertThat(p).containsExactly(new double[] {0.2, 0.8}, within(1e-15));

        learner.observe(new double[] {1, 0});

        assertThat(learner.mixabilityGap()).isCloseTo(0.7 + Math.log(0.85) / (2 * Math.log(2)), within(1e-15));
    }

    /** While the rate is infinite the learner follows the leaders, and only them. */
    @Test
    void leadersShareTheWeightUntilSomethingIsLost() {
        AdaHedge learner = AdaHedge.of(3);
        double[] p = new double[3];
        learner.observe(new double[] {0.25, 0.25, 0.25});
        learner.distribution(p);

        assertThat(learner.mixabilityGap()).isZero();
        assertThat(p).containsOnly(1.0 / 3);
    }

    @Test
    void oneActionLosesNothingByMixing() {
        AdaHedge learner = AdaHedge.of(1);
        for (double loss : new double[] {0, 0.7, -3, 1e100}) {
            learner.observe(new double[] {loss});
        }

        assertThat(learner.mixabilityGap()).isZero();
        assertThat(AdaHedge.REGRET.at(new AdaHedge.Ranges(1, 0, 0))).isZero();
        assertThat(AdaHedge.REGRET_BY_VARIANCE.at(new AdaHedge.Variances(1, 0, 0)))
                .isZero();
    }

    /**
     * After 10^6 rounds of (1, 0) the first action's probability has underflown; a loss of 10^7 of the second must be
     * mixed with the logarithm of that probability, not with 0.
     */
    @Test
    void aChangeOfFortuneAfterUnderflow() {
        AdaHedge learner = AdaHedge.of(2);
        for (int t = 0; t < 1_000_000; t++) {
            learner.observe(new double[] {1, 0});
        }
        double[] p = new double[2];
        learner.distribution(p);
        assertThat(p[0]).isZero();

        double before = learner.mixabilityGap();
        learner.observe(new double[] {0, 1e7});

        // p = (0, 1) in effect: the learner loses 10^7, the mix loss is the 10^6 by which the first action was behind.
        assertThat(learner.mixabilityGap() - before).isCloseTo(1e7 - 1e6, within(1e-3));
    }

    @Test
    void theSmallestLossesAreStillLosses() {
        AdaHedge learner = AdaHedge.of(3);
        double[] p = new double[3];
        for (int t = 0; t < 50; t++) {
            learner.observe(new double[] {Double.MIN_VALUE * (t % 3), 0, Double.MIN_VALUE});
            learner.distribution(p);
            assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> AdaHedge.of(0)).withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdaHedge.of(2).observe(new double[] {0, Double.NaN}))
                .withMessageContaining("losses[1] = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdaHedge.of(2).observe(new double[] {1.1e100, 0}))
                .withMessageContaining("losses[0] = 1.1E100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdaHedge.Ranges(2, -1, 0))
                .withMessageContaining("sumOfSquares");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdaHedge.Variances(2, 0, Double.NaN))
                .withMessageContaining("largestRange");
    }
}
