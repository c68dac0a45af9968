// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import java.util.Arrays;

/**
 * The bins of a partition in two coordinates, as intervals of the first coordinate, and among them a chain from 0 to 1 in which neighbours share a
 * point. Bins that the chain can do without are left out, those of higher index on ties.
 */
final class IntervalChain {
    /** Rounding of the ends of intervals, which lie in [0, 1]. */
    private static final double ROUNDING = 1e-12;

    /** The bins of the chain, in order of position. */
    private final int[] bins;
    /** The point that bin r of the chain shares with bin r + 1. */
    private final double[] shared;

    private IntervalChain(int[] bins, double[] shared) {
        this.bins = bins;
        this.shared = shared;
    }

    static IntervalChain of(SimplexPartition partition) {
        int n = partition.bins();
        double[] low = new double[n];
        double[] high = new double[n];
        for (int bin = 0; bin < n; bin++) {
            cut(partition, bin, low, high);
        }
        int[] bins = new int[n];
        double[] shared = new double[n];
        int length = 0;
        double reached = 0;
        do {
            int next = -1;
            for (int bin = 0; bin < n; bin++) {
                boolean touches = low[bin] <= reached + ROUNDING && high[bin] >= low[bin] - ROUNDING;
                boolean further = next < 0 ? high[bin] > reached || reached == 0 : high[bin] > high[next] + ROUNDING;
                if (touches && further) {
                    next = bin;
                }
            }
            if (next < 0 || (length > 0 && !(high[next] > reached))) {
                throw new IllegalArgumentException(
                        "halfSpaces must cover the simplex, but no bin holds points beyond p_0 = " + reached);
            }
            if (length > 0) {
                shared[length - 1] = reached;
            }
            bins[length++] = next;
            reached = Math.min(1, high[next]);
        } while (reached < 1 - ROUNDING);
        return new IntervalChain(Arrays.copyOf(bins, length), shared);
    }

    /** On the line a . p = a_1 + (a_0 - a_1) p_0. */
    private static void cut(SimplexPartition partition, int bin, double[] low, double[] high) {
        low[bin] = 0;
        high[bin] = 1;
        for (int row = 0; row < partition.halfSpaces(bin); row++) {
            double constant = partition.coefficient(bin, row, 1);
            double slope = partition.coefficient(bin, row, 0) - constant;
            if (slope > 0) {
                high[bin] = Math.min(high[bin], -constant / slope);
            } else if (slope < 0) {
                low[bin] = Math.max(low[bin], -constant / slope);
            } else if (constant > 0) {
                high[bin] = -1;
            }
        }
    }

    int length() {
        return bins.length;
    }

    int bin(int place) {
        return bins[place];
    }

    double shared(int place) {
        return shared[place];
    }
}
