// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * The best response that puts at most a cap c on any action: c on each of the floor(1/c) best, and what is left on the next.
 *
 * <p>The value of a payoff vector u is {@code max {w . u : 0 <= w <= c, sum w = 1}}. Found by selection in time O(n), without
 * sorting; after an unlucky series of pivots the remaining entries are sorted, so that no input takes more than O(n log n).
 * Thread-safe.
 */
public final class SmoothResponse {
    private SmoothResponse() {}

    /**
     * Returns the value of the best smooth response.
     *
     * @param payoffs u, finite, not modified
     * @param cap c, in [1 / n, 1]
     * @return max w . u
     */
    public static double value(double[] payoffs, double cap) {
        return value(payoffs, cap, new double[payoffs.length]);
    }

    /**
     * Returns the value of the best smooth response without allocating.
     *
     * @param payoffs u, finite, not modified
     * @param cap c, in [1 / n, 1]
     * @param scratch overwritten, of the same length
     * @return max w . u
     */
    public static double value(double[] payoffs, double cap, double[] scratch) {
        int full = fullActions(payoffs, cap, scratch);
        double threshold = select(payoffs, full, scratch);
        // Relative to the threshold, which removes a common offset and counts ties in full.
        double above = 0;
        for (double payoff : payoffs) {
            if (payoff > threshold) {
                above += payoff - threshold;
            }
        }
        return threshold + cap * above;
    }

    /**
     * Writes a best smooth response. Of equally good actions that share the remainder, those of lowest index get it.
     *
     * @param payoffs u, finite, not modified
     * @param cap c, in [1 / n, 1]
     * @param out overwritten with the probabilities, of the same length
     */
    public static void response(double[] payoffs, double cap, double[] out) {
        int full = fullActions(payoffs, cap, out);
        double threshold = select(payoffs, full, out);
        double left = 1;
        for (int a = 0; a < out.length; a++) {
            out[a] = payoffs[a] > threshold ? cap : 0;
            left -= out[a];
        }
        for (int a = 0; a < out.length && left > 0; a++) {
            if (payoffs[a] == threshold) {
                out[a] = Math.min(cap, left);
                left -= out[a];
            }
        }
    }

    /** The number of actions, fewer than n, that are played with the full cap and beat what gets the remainder. */
    private static int fullActions(double[] payoffs, double cap, double[] scratch) {
        Checks.finite(payoffs, "payoffs");
        Checks.length(scratch.length, payoffs.length, "scratch");
        Cap.checked(payoffs.length, cap);
        return Math.min(payoffs.length - 1, (int) Math.floor(1 / cap));
    }

    /** The entry that has at most the given number of larger ones, and as many of at least its size without itself. */
    private static double select(double[] values, int rank, double[] scratch) {
        System.arraycopy(values, 0, scratch, 0, values.length);
        int low = 0;
        int high = scratch.length;
        int patience = 2 * (32 - Integer.numberOfLeadingZeros(high)) + 8;
        while (high - low > 16) {
            if (patience-- == 0) {
                break;
            }
            double pivot = medianOfThree(scratch[low], scratch[(low + high) >>> 1], scratch[high - 1]);
            // Larger entries first, then those equal to the pivot.
            int greater = low;
            int equal = low;
            int less = high;
            while (equal < less) {
                double value = scratch[equal];
                if (value > pivot) {
                    scratch[equal++] = scratch[greater];
                    scratch[greater++] = value;
                } else if (value < pivot) {
                    scratch[equal] = scratch[--less];
                    scratch[less] = value;
                } else {
                    equal++;
                }
            }
            if (rank < greater) {
                high = greater;
            } else if (rank >= less) {
                low = less;
            } else {
                return pivot;
            }
        }
        Arrays.sort(scratch, low, high);
        return scratch[low + high - 1 - rank];
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
