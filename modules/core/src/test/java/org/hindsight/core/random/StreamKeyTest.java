// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamKeyTest {
    /** {@code printf 'hindsight-stream-1 7 8:burden-1 9:alpha=1.5 3' | sha256sum}. */
    @Test
    void stateIsTheHashOfTheText() {
        StreamKey key = new StreamKey(7, "burden-1", "alpha=1.5", 3);
        assertThat(key.text()).isEqualTo("hindsight-stream-1 7 8:burden-1 9:alpha=1.5 3");
        assertSameStream(
                key,
                Xoshiro256PlusPlus.ofState(
                        0xbc94f756e2c4fba8L, 0x9ee623ca3e7da3f5L, 0xb02f1e4ca1955d4aL, 0xafd911c3c6244edcL));
    }

    /** {@code printf 'hindsight-stream-1 -1 5:\xc3\xa9t\xc3\xa9 0: 0' | sha256sum}. */
    @Test
    void textIsHashedAndCountedInUtf8() {
        StreamKey key = new StreamKey(-1, "\u00e9t\u00e9", "", 0);
        assertThat(key.text()).isEqualTo("hindsight-stream-1 -1 5:\u00e9t\u00e9 0: 0");
        assertSameStream(
                key,
                Xoshiro256PlusPlus.ofState(
                        0x49858a3ab917f886L, 0x1b15757f6b1b836cL, 0xc14ebed0264b9516L, 0x7d66865199bc66bbL));
    }

    private static void assertSameStream(StreamKey key, Xoshiro256PlusPlus expected) {
        Xoshiro256PlusPlus actual = key.open();
        for (int i = 0; i < 100; i++) {
            assertThat(actual.nextLong()).isEqualTo(expected.nextLong());
        }
    }

    /** Parts that run together when written without lengths. */
    @Test
    void distinctKeysHaveDistinctTextsAndStreams() {
        String[] parts = {"", " ", "a", "a a", "1", "1 1:a", "1:a", "a 1:a", "0:", " 0:", "a 0:", "\ud83d\ude00", "?"};
        Set<String> texts = new HashSet<>();
        Set<Long> firstWords = new HashSet<>();
        int keys = 0;
        for (long seed : new long[] {0, 1, -1, 11}) {
            for (String experiment : parts) {
                for (String point : parts) {
                    for (long replicate : new long[] {0, 1, 11}) {
                        StreamKey key = new StreamKey(seed, experiment, point, replicate);
                        texts.add(key.text());
                        firstWords.add(key.open().nextLong());
                        keys++;
                    }
                }
            }
        }
        assertThat(texts).hasSize(keys);
        assertThat(firstWords).hasSize(keys);
    }

    @Test
    void streamStartsAfreshWheneverOpened() {
        StreamKey key = new StreamKey(1, "e", "p", 2);
        key.open().nextLong();
        assertThat(key.open().nextLong()).isEqualTo(key.open().nextLong());
    }

    @Test
    void badKeysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StreamKey(1, "e", "p", -1))
                .withMessage("replicate must be at least 0, was -1");
        // UTF-8 would write both as a question mark.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StreamKey(1, "\ud800", "p", 0))
                .withMessageStartingWith("experiment must have no unpaired surrogates");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StreamKey(1, "e", "a\udc00", 0))
                .withMessageStartingWith("point must have no unpaired surrogates");
    }
}
