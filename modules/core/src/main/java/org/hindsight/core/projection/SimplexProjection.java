// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.projection;

/**
 * The Euclidean projection to the probability simplex: the nearest probability vector.
 *
 * <p>It is {@code max(0, v_i - x)} for the x that makes the sum 1. Coordinates are taken from a heap, the largest first,
 * until the next one would get nothing: O(K + S log K) for S positive probabilities, no allocation. Source: M. Held, P.
 * Wolfe, H. Crowder (1974), "Validation of subgradient optimization", Mathematical Programming 6; the heap as in J. Duchi,
 * S. Shalev-Shwartz, Y. Singer, T. Chandra (2008), "Efficient projections onto the l1-ball", ICML.
 */
public final class SimplexProjection {
    private SimplexProjection() {}

    /**
     * Writes the projection of a point.
     *
     * @param point the point, of at least one coordinate, each of magnitude at most 1e150; not modified
     * @param out overwritten with the probabilities; of the same length, and another array
     * @throws IllegalArgumentException if the lengths differ, a coordinate is out of range, or the arrays are one
     */
    public static void write(double[] point, double[] out) {
        Points.checkSeparate(point, "point", out);
        for (int i = 0; i < out.length; i++) {
            out[i] = -point[i];
        }
        double least = Points.least(out);
        double level = level(out, least);
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(0, level - (-point[i] - least));
        }
        Points.normalize(out);
    }

    /**
     * Writes the projection of the point whose coordinates are the negated costs, as learners need it.
     *
     * @param costs the costs, at least one, each of magnitude at most 1e150; not modified
     * @param out overwritten with the probabilities; of the same length, and another array
     * @throws IllegalArgumentException if the lengths differ, a cost is out of range, or the arrays are one
     */
    public static void writeOfNegated(double[] costs, double[] out) {
        Points.checkSeparate(costs, "costs", out);
        System.arraycopy(costs, 0, out, 0, out.length);
        double least = Points.least(costs);
        double level = level(out, least);
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(0, level - (costs[i] - least));
        }
        Points.normalize(out);
    }

    /**
     * The x with {@code sum_i max(0, x - d_i) = 1}, d being costs above the least.
     *
     * @param heap the costs; overwritten
     */
    private static double level(double[] heap, double least) {
        // Costs of 1 above the least get nothing, and need not enter the heap.
        int size = 0;
        for (double cost : heap) {
            double difference = cost - least;
            if (difference < 1) {
                heap[size++] = difference;
            }
        }
        for (int root = size / 2 - 1; root >= 0; root--) {
            siftDown(heap, root, size);
        }
        double sum = 1;
        double level = Double.POSITIVE_INFINITY;
        for (int taken = 1; size > 0 && heap[0] < level; taken++) {
            sum += heap[0];
            level = sum / taken;
            heap[0] = heap[--size];
            siftDown(heap, 0, size);
        }
        return level;
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
