// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** {@link SelfConfidentHedge}, and {@link Hedge} told the loss of the best action. */
class SmallLossTest {
    /** M = 1/2 after the losses (1, 0): the second rate is sqrt(ln 2 / 1.5). */
    @Test
    void theSecondRoundByHand() {
        SelfConfidentHedge learner = SelfConfidentHedge.of(2);
        assertThat(learner.learningRate()).isCloseTo(Math.sqrt(Math.log(2)), within(1e-15));
        double[] p = new double[2];
        learner.observe(new double[] {1, 0});
        learner.distribution(p);

        assertThat(learner.learningRate()).isCloseTo(Math.sqrt(Math.log(2) / 1.5), within(1e-15));
        assertThat(p[0] / p[1]).isCloseTo(Math.exp(-Math.sqrt(Math.log(2) / 1.5)), within(1e-15));
    }

    /** With an action that never loses, the regret stays below a number that does not grow with time. */
    @Test
    void anActionWithoutLossIsFoundAtOnce() {
        SelfConfidentHedge learner = SelfConfidentHedge.of(10);
        double[] losses = {1, 1, 1, 1, 0, 1, 1, 1, 1, 1};
        double[] p = new double[10];
        double suffered = 0;
        for (int t = 0; t < 100_000; t++) {
            learner.distribution(p);
            for (int i = 0; i < 10; i++) {
                suffered += p[i] * losses[i];
            }
            learner.observe(losses);
        }

        assertThat(suffered)
                .isLessThan(SelfConfidentHedge.REGRET.at(new SelfConfidentHedge.LeastLoss(10, 0)))
                .isLessThan(AnytimeHedge.REGRET.at(new AnytimeHedge.Run(10, 100_000)) / 30);
    }

    @Test
    void theTunedRateGivesTheClosedForm() {
        double rate = Hedge.tunedForLeastLoss(7, 40).learningRate();
        assertThat(rate).isCloseTo(Math.log(1 + Math.sqrt(2 * Math.log(7) / 40)), within(1e-15));
        double closed = Math.sqrt(2 * 40 * Math.log(7)) + Math.log(7);
        assertThat(Hedge.REGRET_BY_LEAST_LOSS.at(new Hedge.SmallLoss(7, rate, 40)))
                .isBetween(0.95 * closed, closed);
        // (eta L + ln K) / (1 - e^-eta) - L at eta = ln 2: 2 (L ln 2 + ln K) - L.
        assertThat(Hedge.REGRET_BY_LEAST_LOSS.at(new Hedge.SmallLoss(7, Math.log(2), 40)))
                .isCloseTo(2 * (40 * Math.log(2) + Math.log(7)) - 40, within(1e-12));
    }

    /** L = 3, K = 2: half the bound is ln 2 + sqrt(ln 2 (4 + ln 2)). */
    @Test
    void theSelfConfidentBoundByHand() {
        double log = Math.log(2);
        assertThat(SelfConfidentHedge.REGRET.at(new SelfConfidentHedge.LeastLoss(2, 3)) / 2)
                .isCloseTo(log + Math.sqrt(4 * log + log * log), within(1e-14));
    }

    @Test
    void boundsThatPromiseNothingOrNeedNothing() {
        assertThat(Hedge.REGRET_BY_LEAST_LOSS.at(new Hedge.SmallLoss(1, 0, 10))).isZero();
        assertThat(Hedge.REGRET_BY_LEAST_LOSS.at(new Hedge.SmallLoss(2, 0, 10))).isInfinite();
        assertThat(SelfConfidentHedge.REGRET.at(new SelfConfidentHedge.LeastLoss(1, 10)))
                .isZero();
        assertThat(SelfConfidentHedge.of(1).learningRate()).isZero();
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SelfConfidentHedge.of(0))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SelfConfidentHedge.of(2).observe(new double[] {0, -1}))
                .withMessageContaining("losses[1] = -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hedge.tunedForLeastLoss(2, 0))
                .withMessageContaining("leastLoss");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hedge.SmallLoss(2, 1, -1))
                .withMessageContaining("leastLoss");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SelfConfidentHedge.LeastLoss(2, Double.NaN))
                .withMessageContaining("loss");
    }
}
