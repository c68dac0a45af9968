// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlumMansourTest {
    @Test
    void twelveRoundsOfTheReferenceTable() {
        ReferenceTable played = ReferenceTable.playedBy(BlumMansour.over(Hedge.of(4, 0.5)));

        assertThat(played.next())
                .containsExactly(
                        new double[] {0.2471496379463077, 0.2337847668838478, 0.2505703293734889, 0.2684952657963557},
                        within(1e-10));
        assertThat(played.suffered()).isCloseTo(5.845431023110891, within(1e-10));
    }

    /** Both copies see half the losses (1, 0), so both propose odds of exp(-eta / 2), and so does the learner. */
    @Test
    void oneRoundByHand() {
        BlumMansour learner = BlumMansour.over(Hedge.of(2, 2 * Math.log(2)));
        double[] p = new double[2];
        learner.observe(new double[] {1, 0});
        learner.distribution(p);

        assertThat(p).containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-15));
    }

    @Test
    void theTunedRateGivesTheClosedForm() {
        assertThat(BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(7, 500)))
                .isCloseTo(Math.sqrt(500 * 7 * Math.log(7) / 2), within(1e-11));
        assertThat(BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(1, 10))).isZero();
        assertThat(BlumMansour.SWAP_REGRET.at(new Hedge.Run(3, 0, 10))).isInfinite();
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlumMansour.overTunedHedge(0, 10))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlumMansour.overTunedHedge(2, -1))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlumMansour.overTunedHedge(2, 10).observe(new double[] {0, 1.5}))
                .withMessageContaining("losses[1] = 1.5");
    }
}
