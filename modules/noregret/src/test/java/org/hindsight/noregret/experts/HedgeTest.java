// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HedgeTest {
    @Test
    void twelveRoundsOfTheReferenceTable() {
        ReferenceTable played = ReferenceTable.playedBy(Hedge.of(4, 0.5));

        assertThat(played.next())
                .containsExactly(
                        new double[] {0.2353177139113890, 0.1883240780010264, 0.2484873703454716, 0.3278708377421131},
                        within(1e-12));
        assertThat(played.suffered()).isCloseTo(5.979746477267432, within(1e-12));
    }

    /** Two actions, losses (1, 0) each round: the weight of the first is exp(-eta t), to be compared with 1. */
    @Test
    void twoActionsByHand() {
        Hedge hedge = Hedge.of(2, Math.log(2));
        double[] p = new double[2];
        hedge.observe(new double[] {1, 0});
        hedge.observe(new double[] {1, 0});
        hedge.distribution(p);

        assertThat(p).containsExactly(new double[] {0.2, 0.8}, within(1e-15));
    }

    @Test
    void longHorizonsDoNotUnderflow() {
        Hedge hedge = Hedge.of(3, 10);
        for (int t = 0; t < 100_000; t++) {
            hedge.observe(new double[] {1, 1, 1});
        }
        hedge.observe(new double[] {0, 1, 0});
        double[] p = new double[3];
        hedge.distribution(p);

        assertThat(p[0]).isEqualTo(p[2]).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void theTunedRateGivesTheClosedForm() {
        assertThat(Hedge.tunedFor(7, 500).learningRate()).isCloseTo(Math.sqrt(8 * Math.log(7) / 500), within(1e-15));
        assertThat(Hedge.REGRET.at(Hedge.Run.tuned(7, 500))).isCloseTo(Math.sqrt(500 * Math.log(7) / 2), within(1e-12));
    }

    @Test
    void oneActionHasNoRegret() {
        Hedge hedge = Hedge.tunedFor(1, 10);
        double[] p = new double[1];
        hedge.observe(new double[] {0.7});
        hedge.distribution(p);

        assertThat(p).containsExactly(1);
        assertThat(Hedge.REGRET.at(Hedge.Run.tuned(1, 10))).isZero();
    }

    @Test
    void aRateOfZeroPromisesNothingAndStaysUniform() {
        Hedge hedge = Hedge.of(4, 0);
        double[] p = new double[4];
        hedge.observe(new double[] {1, 0, 0, 0});
        hedge.distribution(p);

        assertThat(p).containsOnly(0.25);
        assertThat(Hedge.REGRET.at(new Hedge.Run(4, 0, 10))).isInfinite();
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hedge.of(0, 1)).withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hedge.of(2, Double.NaN))
                .withMessageContaining("learningRate");
        assertThatIllegalArgumentException().isThrownBy(() -> Hedge.of(2, -1)).withMessageContaining("learningRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hedge.tunedFor(2, -1))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hedge.of(2, 1).observe(new double[] {0, 1.5}))
                .withMessageContaining("losses[1] = 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hedge.of(2, 1).observe(new double[] {0, 1, 0}))
                .withMessageContaining("losses has length 3, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hedge.of(2, 1).distribution(new double[3]))
                .withMessageContaining("out has length 3, expected 2");
    }
}
