// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hindsight.core.learning.FullInformationLearner;
import org.junit.jupiter.api.Test;

/** {@link RegretMatching} and {@link RegretMatchingPlus} on sequences worked by hand or by another implementation. */
class RegretMatchingTest {
    @Test
    void twelveRoundsOfTheReferenceTable() {
        ReferenceTable played = ReferenceTable.playedBy(RegretMatching.of(4));

        assertThat(played.next())
                .containsExactly(
                        new double[] {0.2243257994021130, 0.0842847052318205, 0.2585580668659624, 0.4328314285001041},
                        within(1e-10));
        assertThat(played.suffered()).isCloseTo(6.594886758055149, within(1e-10));
    }

    @Test
    void twelveRoundsOfTheReferenceTableForPlus() {
        ReferenceTable played = ReferenceTable.playedBy(RegretMatchingPlus.of(4));

        assertThat(played.next())
                .containsExactly(
                        new double[] {0.2839204749439548, 0.1353134575451926, 0.1900701134847537, 0.3906959540260989},
                        within(1e-10));
        assertThat(played.suffered()).isCloseTo(6.459639258671997, within(1e-10));
    }

    /**
     * Losses (1, 0), then (0, 1). Round 1 from uniform: regrets (-1/2, 1/2), p = (0, 1). Round 2 adds (1, 0). So regret
     * matching holds (1/2, 1/2), and plus, which forgot the -1/2, holds (1, 1/2).
     */
    @Test
    void twoRoundsByHand() {
        double[] p = new double[2];
        for (FullInformationLearner learner : List.of(RegretMatching.of(2), RegretMatchingPlus.of(2))) {
            learner.observe(new double[] {1, 0});
            learner.distribution(p);
            assertThat(p).containsExactly(0, 1);
            learner.observe(new double[] {0, 1});
            learner.distribution(p);
            double[] expected =
                    learner instanceof RegretMatching ? new double[] {0.5, 0.5} : new double[] {2.0 / 3, 1.0 / 3};
            assertThat(p).containsExactly(expected, within(1e-15));
        }
    }

    /** 0.1 a third each does not sum to 0.1; the learners must not take that for a regret. */
    @Test
    void equalLossesLeaveNoRegretToMatch() {
        double[] p = new double[3];
        for (FullInformationLearner learner : List.of(RegretMatching.of(3), RegretMatchingPlus.of(3))) {
            for (double loss : new double[] {0.1, 0.7, 1, 0, 0.3}) {
                learner.observe(new double[] {loss, loss, loss});
                learner.distribution(p);
                assertThat(p).containsOnly(1.0 / 3);
            }
        }
    }

    @Test
    void boundsOfNoRounds() {
        assertThat(RegretMatching.REGRET.at(new RegretMatching.Run(3, 0))).isZero();
        assertThat(RegretMatchingPlus.REGRET.at(new RegretMatching.Run(4, 25))).isEqualTo(10);
        assertThat(RegretMatching.REGRET_BY_SQUARES.at(0.0)).isZero();
        assertThat(RegretMatchingPlus.REGRET_BY_SQUARES.at(9.0)).isEqualTo(3);
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegretMatching.of(0))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegretMatchingPlus.of(0))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegretMatching.of(2).observe(new double[] {0, 2}))
                .withMessageContaining("losses[1] = 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegretMatching.Run(2, -1))
                .withMessageContaining("rounds");
    }
}
