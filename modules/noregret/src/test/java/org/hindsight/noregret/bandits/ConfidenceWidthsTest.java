// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfidenceWidthsTest {
    @Test
    void everyEntryHasTheBitsOfTheFormula() {
        double[] table = ConfidenceWidths.tableFor(70_000);

        assertThat(table.length).isGreaterThan(70_000);
        assertThat(table[0]).isZero();
        for (int t = 1; t < table.length; t++) {
            if (table[t] != Math.sqrt(2 * StrictMath.log(t))) {
                assertThat(table[t]).as("c_%s", t).isEqualTo(Math.sqrt(2 * StrictMath.log(t)));
            }
        }
    }

    @Test
    void roundsBeyondTheTableAreComputed() {
        long t = 1L << 40;

        assertThat(ConfidenceWidths.tableFor(t)).hasSize(1 << 22);
        assertThat(ConfidenceWidths.compute(t)).isEqualTo(Math.sqrt(80 * StrictMath.log(2)));
    }

    @Test
    void threadsThatGrowItTogetherGetTheSameTable() {
        List<double[]> tables = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> ConfidenceWidths.tableFor(5_000L * (i + 1)))
                .toList();

        for (int i = 0; i < tables.size(); i++) {
            int t = 5_000 * (i + 1);
            assertThat(tables.get(i)[t]).isEqualTo(ConfidenceWidths.compute(t));
        }
    }
}
