// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.BranchOracle;
import org.junit.jupiter.api.Test;

/** KlUcb against the numbers of an independent implementation. */
class KlUcbGoldenTest {
    @Test
    void withoutLogLog() {
        GoldenTrace trace = GoldenTrace.of(KlUcb.of(5));

        assertThat(trace.pulls).containsExactly(24, 26, 141, 297, 9512);
        assertThat(Long.toUnsignedString(trace.hash)).isEqualTo("17452404738223376755");
    }

    @Test
    void withLogLog() {
        GoldenTrace trace = GoldenTrace.of(KlUcb.withLogLogFactor(5, 3));

        assertThat(trace.pulls).containsExactly(37, 43, 194, 349, 9377);
        assertThat(Long.toUnsignedString(trace.hash)).isEqualTo("6599590828548519744");
    }

    /** Expected pulls of the second arm in six rounds of means (0.6, 0.4). */
    @Test
    void exactOverSixRounds() {
        double pulls = BranchOracle.expectedPulls(KlUcb.of(2), BernoulliBandit.of(0.6, 0.4), 6)[1];

        assertThat(pulls).isCloseTo(2.1584, within(1e-12));
    }
}
