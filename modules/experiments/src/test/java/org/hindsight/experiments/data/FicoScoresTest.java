// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FicoScoresTest {
    private static final FicoScores FICO = FicoScores.load();

    @Test
    void hasTheRowsOfTheReport() {
        assertThat(FICO.size()).isEqualTo(198);
        assertThat(FICO.groups()).containsExactly("white", "black", "hispanic", "asian");
        assertThat(FICO.score(0)).isZero();
        assertThat(FICO.score(197)).isEqualTo(100);
    }

    @Test
    void countsEverybodyOnce() {
        int[] totals = {133165, 18274, 14702, 7906};
        for (int group = 0; group < 4; group++) {
            double sum = 0;
            for (double people : FICO.people(group)) {
                sum += people;
            }
            assertThat(sum).isCloseTo(totals[group], within(1e-6));
        }
    }

    @Test
    void repaysAtTheOverallRate() {
        double everyone = 0;
        double repaying = 0;
        for (int group = 0; group < 4; group++) {
            for (int row = 0; row < FICO.size(); row++) {
                everyone += FICO.people(group)[row];
                repaying += FICO.people(group)[row] * FICO.repayment(group)[row];
            }
        }
        assertThat(repaying / everyone).isCloseTo(0.700445, within(5e-7));
    }
}
