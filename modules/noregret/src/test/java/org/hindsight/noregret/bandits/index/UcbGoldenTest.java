// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.BranchOracle;
import org.junit.jupiter.api.Test;

/** Ucb against the numbers of an independent implementation. */
class UcbGoldenTest {
    @Test
    void subgaussian() {
        GoldenTrace trace = GoldenTrace.of(Ucb.subgaussian(5, 2.5, 0.25));

        assertThat(trace.pulls).containsExactly(61, 59, 241, 434, 9205);
        assertThat(Long.toUnsignedString(trace.hash)).isEqualTo("5195850811304849155");
    }

    @Test
    void asymptotic() {
        GoldenTrace trace = GoldenTrace.of(Ucb.asymptotic(5, 1));

        assertThat(trace.pulls).containsExactly(98, 126, 403, 582, 8791);
        assertThat(Long.toUnsignedString(trace.hash)).isEqualTo("7285680172967495904");
    }

    @Test
    void alphaFourIsUcb1() {
        GoldenTrace trace = GoldenTrace.of(Ucb.alpha(5, 4));

        assertThat(trace.pulls).containsExactly(80, 94, 322, 490, 9014);
        assertThat(Long.toUnsignedString(trace.hash)).isEqualTo("12109320282443752320");
    }

    /** Expected pulls of the second arm in six rounds of means (0.6, 0.4). */
    @Test
    void asymptoticExactOverSixRounds() {
        double pulls = BranchOracle.expectedPulls(Ucb.asymptotic(2, 1), BernoulliBandit.of(0.6, 0.4), 6)[1];

        assertThat(pulls).isCloseTo(2.69248, within(1e-12));
    }

    /** Expected pulls of the second arm in six rounds of means (0.6, 0.4). */
    @Test
    void alphaFourExactOverSixRounds() {
        double pulls = BranchOracle.expectedPulls(Ucb.alpha(2, 4), BernoulliBandit.of(0.6, 0.4), 6)[1];

        assertThat(pulls).isCloseTo(2.62496, within(1e-12));
    }
}
