// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import org.hindsight.core.Checks;

/**
 * The distributions that put at most a cap c on any action, and the one nearest to given weights in Kullback-Leibler
 * divergence.
 *
 * <p>The projection of w is {@code x_i = min(c, s w_i)} with the s that makes it sum to one. It minimises KL(x || w) over
 * the capped simplex, which is also what follow-the-regularised-leader with entropy plays there. Thread-safe.
 */
public final class CappedSimplex {
    private CappedSimplex() {}

    /**
     * Writes the projection of weights given by their logarithms.
     *
     * <p>In expected time O(n), by selection among the weights; weights may be hundreds of orders of magnitude apart. Allocates
     * nothing.
     *
     * @param logWeights log w, finite, not modified
     * @param cap c, in [1 / n, 1]
     * @param out overwritten with the distribution, of the same length; another array than logWeights
     * @param scratch overwritten, of the same length; another array than the others
     */
    public static void project(double[] logWeights, double cap, double[] out, double[] scratch) {
        int n = logWeights.length;
        Checks.finite(logWeights, "logWeights");
        Checks.length(out.length, n, "out");
        Checks.length(scratch.length, n, "scratch");
        Cap.checked(n, cap);
        System.arraycopy(logWeights, 0, scratch, 0, n);
        // Candidates are scratch[low .. high - 1]; larger weights are capped, smaller are not and have mass
        // exp(logRest).
        int low = 0;
        int high = n;
        int capped = 0;
        double leastCapped = Double.POSITIVE_INFINITY;
        double logRest = Double.NEGATIVE_INFINITY;
        while (low < high) {
            double pivot = scratch[(low + high) >>> 1];
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
            double mass = (less - greater) + StrictMath.exp(logRest - pivot);
            for (int i = less; i < high; i++) {
                mass += StrictMath.exp(scratch[i] - pivot);
            }
            int larger = capped + (greater - low);
            // What the pivot would get if exactly the larger weights were capped.
            if ((1 - larger * cap) / mass > cap) {
                capped = larger + (less - greater);
                leastCapped = pivot;
                low = less;
            } else {
                logRest = pivot + StrictMath.log(mass);
                high = greater;
            }
        }
        // Capped weights are told by their size, for 1 - capped cap may be rounded to zero.
        double logScale = StrictMath.log(Math.max(0, 1 - capped * cap)) - logRest;
        for (int i = 0; i < n; i++) {
            out[i] = logWeights[i] >= leastCapped ? cap : Math.min(cap, StrictMath.exp(logWeights[i] + logScale));
        }
    }
}
