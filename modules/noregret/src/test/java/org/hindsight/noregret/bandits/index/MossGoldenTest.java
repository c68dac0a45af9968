// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.BranchOracle;
import org.junit.jupiter.api.Test;

/** Moss against the numbers of an independent implementation. */
class MossGoldenTest {
    @Test
    void unitVariance() {
        GoldenTrace trace = GoldenTrace.of(Moss.forUnitVariance(5, 10_000));

        assertThat(trace.pulls).containsExactly(73, 84, 261, 434, 9148);
        assertThat(Long.toUnsignedString(trace.hash)).isEqualTo("7200646568183199052");
    }

    @Test
    void unitRange() {
        GoldenTrace trace = GoldenTrace.of(Moss.tunedFor(5, 10_000));

        assertThat(trace.pulls).containsExactly(26, 30, 139, 288, 9517);
        assertThat(Long.toUnsignedString(trace.hash)).isEqualTo("2282685255177629920");
    }

    /** Expected pulls of the second arm in six rounds of means (0.6, 0.4). */
    @Test
    void exactOverSixRounds() {
        double pulls = BranchOracle.expectedPulls(Moss.forUnitVariance(2, 6), BernoulliBandit.of(0.6, 0.4), 6)[1];

        assertThat(pulls).isCloseTo(2.93248, within(1e-12));
    }
}
