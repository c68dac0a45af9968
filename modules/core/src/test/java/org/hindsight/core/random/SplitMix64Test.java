// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    /** Outputs of the authors' C program, run on its own. */
    @Test
    void publishedOutputs() {
        assertThat(SplitMix64.output(0, 1)).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(SplitMix64.output(0, 2)).isEqualTo(0x6e789e6aa1b965f4L);
        assertThat(SplitMix64.output(0, 3)).isEqualTo(0x06c45d188009454fL);
        assertThat(SplitMix64.output(0, 4)).isEqualTo(0xf88bb8a8724c81ecL);
        assertThat(SplitMix64.output(1234567, 1)).isEqualTo(6457827717110365317L);
        assertThat(SplitMix64.output(1234567, 2)).isEqualTo(3203168211198807973L);
        assertThat(SplitMix64.output(1234567, 3)).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
    }

    /** The JDK's SplittableRandom is the same generator. */
    @Test
    void agreesWithSplittableRandom() {
        for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE, 0x123456789abcdefL}) {
            SplittableRandom reference = new SplittableRandom(seed);
            for (int n = 1; n <= 1000; n++) {
                assertThat(SplitMix64.output(seed, n)).isEqualTo(reference.nextLong());
            }
        }
    }
}
