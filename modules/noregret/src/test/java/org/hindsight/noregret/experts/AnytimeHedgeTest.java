// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AnytimeHedgeTest {
    @Test
    void twelveRoundsOfTheReferenceTable() {
        ReferenceTable played = ReferenceTable.playedBy(AnytimeHedge.of(4));

        assertThat(played.next())
                .containsExactly(
                        new double[] {0.2167366845181441, 0.1436187196086085, 0.2396734198471573, 0.3999711760260300},
                        within(1e-10));
        assertThat(played.suffered()).isCloseTo(6.252834958468977, within(1e-10));
    }

    /** After the losses (1, 0) the second rate applies: odds of exp(-sqrt(4 ln 2)). */
    @Test
    void theSecondRoundByHand() {
        AnytimeHedge learner = AnytimeHedge.of(2);
        double[] p = new double[2];
        learner.observe(new double[] {1, 0});
        learner.distribution(p);

        assertThat(p[0] / p[1]).isCloseTo(Math.exp(-2 * Math.sqrt(Math.log(2))), within(1e-15));
    }

    /** In every round the distribution is that of Hedge at the round's rate. */
    @Test
    void eachRoundIsHedgeAtTheRoundsRate() {
        AnytimeHedge learner = AnytimeHedge.of(3);
        double[][] losses = {{1, 0, 0.5}, {0, 0.25, 1}, {1, 1, 0}, {0.5, 0, 0}};
        double[] p = new double[3];
        double[] q = new double[3];
        for (int t = 0; t <= losses.length; t++) {
            Hedge hedge = Hedge.of(3, Math.sqrt(8 * Math.log(3) / (t + 1)));
            for (int s = 0; s < t; s++) {
                hedge.observe(losses[s]);
            }
            learner.distribution(p);
            hedge.distribution(q);
            assertThat(p).containsExactly(q, within(1e-15));
            if (t < losses.length) {
                learner.observe(losses[t]);
            }
        }
    }

    @Test
    void noRegretWithoutRoundsOrWithoutChoice() {
        assertThat(AnytimeHedge.REGRET.at(new AnytimeHedge.Run(5, 0))).isZero();
        assertThat(AnytimeHedge.REGRET.at(new AnytimeHedge.Run(1, 100))).isZero();
        assertThat(AnytimeHedge.of(1).learningRate()).isZero();
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnytimeHedge.of(0))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnytimeHedge.of(2).observe(new double[] {0, -1}))
                .withMessageContaining("losses[1] = -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnytimeHedge.Run(2, -1))
                .withMessageContaining("rounds");
    }
}
