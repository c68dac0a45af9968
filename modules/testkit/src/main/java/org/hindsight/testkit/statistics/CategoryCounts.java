// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import java.util.Objects;
import org.hindsight.core.Checks;

/** Checks of counts per category. */
final class CategoryCounts {
    private CategoryCounts() {}

    /** Requires at least one category, no negative count, and something counted; returns the total. */
    static long total(long[] counts, String name) {
        Objects.requireNonNull(counts, name);
        Checks.atLeast(counts.length, 1, name + ".length");
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            total = Math.addExact(total, Checks.atLeast(counts[i], 0L, name + "[" + i + "]"));
        }
        return Checks.atLeast(total, 1L, "sum of " + name);
    }

    /** Throws if something was counted that cannot happen; returns the number of categories that can. */
    static int support(long[] counts, double[] probabilities) {
        int support = 0;
        for (int i = 0; i < counts.length; i++) {
            if (probabilities[i] > 0) {
                support++;
            } else if (counts[i] > 0) {
                throw new AssertionError("category " + i + " must have probability 0, but was counted " + counts[i]
                        + " times (no false alarm is possible)");
            }
        }
        return support;
    }
}
