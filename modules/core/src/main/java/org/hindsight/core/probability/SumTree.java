// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * Draws from weights that change one at a time: update and draw in O(log n).
 *
 * <p>A complete binary tree whose inner nodes hold the sums of their children. An update recomputes the sums on its path
 * from the children, never by adding a difference, so rounding errors do not accumulate: each sum is within about
 * log2(n) roundings of exact. Mutable, not thread-safe; nothing allocates after construction.
 */
public final class SumTree {
    private final int size;
    private final int firstLeaf;
    private final double[] sums;

    /**
     * Creates a tree of zero weights.
     *
     * @param size the number of weights, at least 1 and at most 2^29
     */
    public SumTree(int size) {
        this.size = Checks.atLeast(size, 1, "size");
        if (size > 1 << 29) {
            throw new IllegalArgumentException("size must be at most " + (1 << 29) + ", was " + size);
        }
        this.firstLeaf = size == 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
        this.sums = new double[2 * firstLeaf];
    }

    /**
     * Returns the number of weights.
     *
     * @return at least 1
     */
    public int size() {
        return size;
    }

    /**
     * Returns a weight.
     *
     * @param index in 0 .. size - 1
     * @return its weight
     */
    public double weight(int index) {
        return sums[firstLeaf + Checks.index(index, size, "index")];
    }

    /**
     * Returns the sum of all weights.
     *
     * @return at least zero
     */
    public double total() {
        return sums[1];
    }

    /**
     * Replaces one weight, in O(log n).
     *
     * @param index in 0 .. size - 1
     * @param weight non-negative and finite
     */
    public void set(int index, double weight) {
        int node = firstLeaf + Checks.index(index, size, "index");
        sums[node] = Checks.nonNegative(weight, "weight");
        for (node >>= 1; node > 0; node >>= 1) {
            sums[node] = sums[2 * node] + sums[2 * node + 1];
        }
    }

    /**
     * Replaces all weights, in O(n).
     *
     * @param weights non-negative and finite, one an index; not modified
     */
    public void setAll(double[] weights) {
        Checks.length(weights.length, size, "weights");
        for (int i = 0; i < size; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "weights[" + i + "] = " + weights[i] + " must be non-negative and finite");
            }
        }
        System.arraycopy(weights, 0, sums, firstLeaf, size);
        Arrays.fill(sums, firstLeaf + size, sums.length, 0);
        for (int node = firstLeaf - 1; node > 0; node--) {
            sums[node] = sums[2 * node] + sums[2 * node + 1];
        }
    }

    /**
     * Draws an index with probability proportional to its weight, in O(log n).
     *
     * @param random the source of randomness
     * @return an index of positive weight
     * @throws IllegalStateException if the total is not positive and finite
     */
    public int sample(RandomGenerator random) {
        return find(random.nextDouble() * total());
    }

    /**
     * Returns the index in whose interval a point falls, when the weights are laid end to end, in O(log n).
     *
     * @param point in [0, total]
     * @return an index of positive weight
     * @throws IllegalStateException if the total is not positive and finite
     */
    public int find(double point) {
        double total = sums[1];
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalStateException("total weight must be positive and finite, was " + total);
        }
        if (!(point >= 0 && point <= total)) {
            throw new IllegalArgumentException("point must lie in [0, " + total + "], was " + point);
        }
        int node = 1;
        while (node < firstLeaf) {
            int left = 2 * node;
            // Rounding may leave the point at the end of its interval; a weight of zero is never chosen for that.
            if (sums[left + 1] > 0 && point >= sums[left]) {
                point -= sums[left];
                node = left + 1;
            } else {
                node = left;
            }
        }
        return node - firstLeaf;
    }
}
