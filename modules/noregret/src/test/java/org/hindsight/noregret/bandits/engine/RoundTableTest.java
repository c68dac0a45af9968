// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundTableTest {
    private static double width(long t) {
        return Math.sqrt(2 * StrictMath.log(t + 1.0));
    }

    @Test
    void everyEntryHasTheBitsOfTheFormula() {
        RoundTable table = RoundTable.of(RoundTableTest::width);

        for (int t = 0; t < 70_000; t++) {
            if (table.at(t) != width(t)) {
                assertThat(table.at(t)).as("round %s", t).isEqualTo(width(t));
            }
        }
    }

    @Test
    void computesAnEntryOnce() {
        AtomicLong calls = new AtomicLong();
        RoundTable table = RoundTable.of(t -> calls.incrementAndGet());
        for (int t = 0; t < 4096; t++) {
            assertThat(table.at(t)).isEqualTo(t + 1);
        }

        assertThat(calls).hasValue(4096);
    }

    @Test
    void roundsBeyondTheTableAreComputed() {
        RoundTable table = RoundTable.of(RoundTableTest::width);

        assertThat(table.at(1L << 40)).isEqualTo(width(1L << 40));
        assertThat(table.at(Long.MAX_VALUE)).isEqualTo(width(Long.MAX_VALUE));
        assertThat(table.at((1 << 22) - 1)).isEqualTo(width((1 << 22) - 1));
        assertThat(table.at(1 << 22)).isEqualTo(width(1 << 22));
        assertThatIllegalArgumentException().isThrownBy(() -> table.at(-1)).withMessageContaining("round");
    }

    @Test
    void threadsThatGrowItTogetherGetTheSameNumbers() {
        RoundTable table = RoundTable.of(RoundTableTest::width);
        double[] values = IntStream.range(0, 64)
                .parallel()
                .mapToDouble(i -> table.at(5_000L * (i + 1)))
                .toArray();

        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(width(5_000L * (i + 1)));
        }
    }
}
