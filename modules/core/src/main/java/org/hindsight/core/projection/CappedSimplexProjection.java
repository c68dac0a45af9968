// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.projection;

import org.hindsight.core.Checks;

/**
 * The Euclidean projection to the capped simplex: the nearest probability vector without an entry above a cap c.
 *
 * <p>It is {@code min(c, max(0, y_i - t))} for the t that makes the sum 1. The level t is found by one pass over the sorted
 * coordinates and the sorted coordinates less c. Where one coordinate lies more than 1 above the next, the next gets nothing
 * unless the first is at its cap, however far apart they are; so such gaps count as 1 and coordinates of very different size
 * cost no accuracy. The sum is 1 to within rounding, and no entry exceeds the cap. O(n log n), by a heapsort that allocates
 * nothing.
 */
public final class CappedSimplexProjection {
    private CappedSimplexProjection() {}

    /**
     * Writes the projection of a point.
     *
     * @param point the point y, of n coordinates, at least 1, each of magnitude at most 1e150; not modified
     * @param cap c, in [1 / n, 1]
     * @param out overwritten with the probabilities; of the same length, and another array
     * @param scratch overwritten; of the same length, and another array than both
     * @throws IllegalArgumentException if lengths differ, a coordinate or the cap is out of range, or arrays are one
     */
    public static void write(double[] point, double cap, double[] out, double[] scratch) {
        Points.checkSeparate(point, "point", out);
        int n = point.length;
        Checks.length(scratch.length, n, "scratch");
        if (scratch == point || scratch == out) {
            throw new IllegalArgumentException("scratch must be another array than point and out");
        }
        // The quotient 1 / n is rounded, and its caller's may be by another bit.
        if (!(cap * n >= 1 - 0x1p-50 && cap <= 1)) {
            throw new IllegalArgumentException("cap must lie in [1 / " + n + ", 1], was " + cap);
        }
        System.arraycopy(point, 0, scratch, 0, n);
        sortDownwards(scratch);

        // The level falls from the largest coordinate; depths are measured from there, with gaps of at most 1.
        int capped = 0;
        int entered = 0;
        double depthOfCapped = 0;
        double depthOfEntered = 0;
        double depth = 0;
        double mass = 0;
        while (capped < n) {
            boolean entry = entered < n && depthOfEntered <= depthOfCapped + cap;
            double next = entry ? depthOfEntered : depthOfCapped + cap;
            mass += (entered - capped) * (next - depth);
            if (mass >= 1 && entered > capped) {
                break;
            }
            depth = next;
            if (entry) {
                entered++;
                depthOfEntered += entered < n ? Math.min(1, scratch[entered - 1] - scratch[entered]) : 0;
            } else {
                capped++;
                depthOfCapped += capped < n ? Math.min(1, scratch[capped - 1] - scratch[capped]) : 0;
            }
        }
        if (capped == n) {
            // The cap is 1 / n up to rounding.
            for (int i = 0; i < n; i++) {
                out[i] = cap;
            }
            return;
        }
        double reference = scratch[capped];
        double sum = 1 - capped * cap;
        for (int i = capped + 1; i < entered; i++) {
            sum += reference - scratch[i];
        }
        double share = sum / (entered - capped);
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(cap, Math.max(0, share + (point[i] - reference)));
        }
    }

    private static void sortDownwards(double[] values) {
        for (int root = values.length / 2 - 1; root >= 0; root--) {
            siftDown(values, root, values.length);
        }
        for (int size = values.length - 1; size > 0; size--) {
            double least = values[0];
            values[0] = values[size];
            values[size] = least;
            siftDown(values, 0, size);
        }
    }

    /** Restores the order of a heap whose least element is at 0, below a root that may be too large. */
    private static void siftDown(double[] heap, int root, int size) {
        double value = heap[root];
        int hole = root;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (!(heap[child] < value)) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = value;
    }
}
