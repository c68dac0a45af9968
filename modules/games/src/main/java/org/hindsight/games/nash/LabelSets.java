// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.Arrays;

/**
 * A growing list of different sets of labels that finds the place of each, without an object for any.
 *
 * <p>A set is a row of words, 64 labels each, in the order in which it was added. Complexity: O(1) a look-up.
 */
final class LabelSets {
    private static final int FIRST_CAPACITY = 64;

    private final int words;
    private long[] sets;
    private int size;
    /** One more than the place of a set, or zero; open addressing, never more than half full. */
    private int[] table = new int[2 * FIRST_CAPACITY];

    LabelSets(int labels) {
        words = words(labels);
        sets = new long[FIRST_CAPACITY * words];
    }

    static int words(int labels) {
        return (labels + 63) / 64;
    }

    static boolean contains(long[] set, int label) {
        return (set[label / 64] >>> label & 1) != 0;
    }

    static void add(long[] set, int from, int label) {
        set[from + label / 64] |= 1L << label;
    }

    static void remove(long[] set, int from, int label) {
        set[from + label / 64] &= ~(1L << label);
    }

    int size() {
        return size;
    }

    /** Copies a set. */
    void get(int place, long[] out) {
        System.arraycopy(sets, place * words, out, 0, words);
    }

    /** The number of labels in a set. */
    int count(int place) {
        int count = 0;
        for (int w = 0; w < words; w++) {
            count += Long.bitCount(sets[place * words + w]);
        }
        return count;
    }

    /** Whether a set has all labels of another. */
    boolean covers(int place, long[] other) {
        for (int w = 0; w < words; w++) {
            if ((other[w] & ~sets[place * words + w]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Adds the set that starts at an index of an array; returns whether it is new. */
    boolean add(long[] source, int from) {
        int slot = slot(source, from);
        if (table[slot] != 0) {
            return false;
        }
        if ((size + 1) * words > sets.length) {
            sets = Arrays.copyOf(sets, 2 * sets.length);
        }
        System.arraycopy(source, from, sets, size * words, words);
        size++;
        table[slot] = size;
        if (2 * size >= table.length) {
            table = new int[2 * table.length];
            for (int place = 0; place < size; place++) {
                table[slot(sets, place * words)] = place + 1;
            }
        }
        return true;
    }

    /** The place of a set, or -1. */
    int indexOf(long[] set) {
        return table[slot(set, 0)] - 1;
    }

    private int slot(long[] source, int from) {
        long mixed = 0;
        for (int w = 0; w < words; w++) {
            mixed = (mixed ^ source[from + w]) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        int slot = (int) mixed & (table.length - 1);
        while (table[slot] != 0 && !equals(source, from, (table[slot] - 1) * words)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean equals(long[] source, int from, int at) {
        for (int w = 0; w < words; w++) {
            if (source[from + w] != sets[at + w]) {
                return false;
            }
        }
        return true;
    }
}
