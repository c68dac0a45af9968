// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.noregret.bandits.StochasticBandit;
import org.junit.jupiter.api.Test;

/** The bound of MOSS: worked by hand, and held against replicates. */
class MossRegretTest {
    @Test
    void boundByHand() {
        // 39 sqrt(20000) + 0.5.
        assertThat(Moss.REGRET.at(StochasticBandit.of(10_000, 0.25, 0.75))).isCloseTo(5515.932894, within(1e-5));
    }

    /** The bound says something only from 1521 K rounds on. */
    @Test
    void staysWithinItsBound() {
        double bound = Moss.REGRET.at(Replicates.BANDIT.over(60_000));

        Replicates.assertMeanRegretAtMost(bound, Moss.forUnitVariance(5, 60_000), "moss", 60_000, 100);
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moss.tunedFor(2, -1))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moss.tunedFor(0, 1))
                .withMessageContaining("arms");
    }
}
