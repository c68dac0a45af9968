// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.Arrays;

/** A set of labels. */
final class LabelSet {
    private final long[] words;

    LabelSet(int labels) {
        words = new long[(labels + 63) / 64];
    }

    private LabelSet(long[] words) {
        this.words = words;
    }

    void add(int label) {
        words[label / 64] |= 1L << label;
    }

    int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /** The set with one label more and one less. */
    LabelSet exchanging(int added, int removed) {
        LabelSet other = new LabelSet(words.clone());
        other.add(added);
        other.words[removed / 64] &= ~(1L << removed);
        return other;
    }

    LabelSet complement(int labels) {
        LabelSet other = new LabelSet(labels);
        for (int label = 0; label < labels; label++) {
            if ((words[label / 64] >>> label & 1) == 0) {
                other.add(label);
            }
        }
        return other;
    }

    boolean contains(LabelSet other) {
        for (int w = 0; w < words.length; w++) {
            if ((other.words[w] & ~words[w]) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelSet that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        long mixed = 0;
        for (long word : words) {
            mixed = (mixed ^ word) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        return (int) mixed;
    }
}
