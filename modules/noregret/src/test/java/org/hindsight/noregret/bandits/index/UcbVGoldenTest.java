// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** UcbV against the numbers of an independent implementation. */
class UcbVGoldenTest {
    @Test
    void defaults() {
        GoldenTrace trace = GoldenTrace.of(UcbV.of(5));

        assertThat(trace.pulls).containsExactly(109, 129, 338, 478, 8946);
        assertThat(Long.toUnsignedString(trace.hash)).isEqualTo("12087420573779607361");
    }
}
