// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;

/**
 * The widths c_t = sqrt(2 ln t), tabulated once for the whole process.
 *
 * <p>A logarithm costs more than a round of a small bandit, and every replicate needs the same ones. The table doubles
 * when a round beyond it is asked for, up to 2^22 entries (32 MB); later rounds compute the logarithm. Either way the
 * number is the same bits. Thread-safe: a published table is never written again.
 */
final class ConfidenceWidths {
    private static final int FIRST_LENGTH = 1 << 12;
    private static final int MAX_LENGTH = 1 << 22;

    private static volatile double[] table = filled(new double[0], FIRST_LENGTH);

    private ConfidenceWidths() {}

    /** The width at round t, computed; c_0 = 0, since before the first pull there is nothing to widen. */
    static double compute(long t) {
        return t == 0 ? 0 : Math.sqrt(2 * StrictMath.log((double) t));
    }

    /** A table with entry t, or the largest table if t lies beyond it. Callers must not write to it. */
    static double[] tableFor(long t) {
        double[] current = table;
        return t < current.length || current.length == MAX_LENGTH ? current : grow(t);
    }

    private static synchronized double[] grow(long t) {
        double[] current = table;
        int length = current.length;
        while (length <= t && length < MAX_LENGTH) {
            length *= 2;
        }
        if (length > current.length) {
            table = filled(current, length);
        }
        return table;
    }

    private static double[] filled(double[] known, int length) {
        double[] widths = Arrays.copyOf(known, length);
        for (int t = known.length; t < length; t++) {
            widths[t] = compute(t);
        }
        return widths;
    }
}
