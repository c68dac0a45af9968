// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import org.hindsight.core.Checks;

/** To which of two bins of equal width the edge between them belongs; edge i of B bins is the double nearest to i / B. */
public enum BinEdges {
    /** Bin i is [i / B, (i + 1) / B), and the last bin also holds 1. */
    LEFT_CLOSED {
        @Override
        boolean isBelow(double prediction, double edge) {
            return prediction < edge;
        }
    },
    /** Bin i is (i / B, (i + 1) / B], and the first bin also holds 0. */
    RIGHT_CLOSED {
        @Override
        boolean isBelow(double prediction, double edge) {
            return prediction <= edge;
        }
    };

    abstract boolean isBelow(double prediction, double edge);

    /**
     * Returns the bin of a prediction.
     *
     * @param prediction p in [0, 1]
     * @param bins B, at least 1
     * @return in 0 .. B - 1
     * @throws IllegalArgumentException if an argument is out of range
     */
    public int bin(double prediction, int bins) {
        Checks.inUnitInterval(prediction, "prediction");
        Checks.atLeast(bins, 1, "bins");
        int bin = Math.min(bins - 1, (int) (prediction * bins));
        // The product is rounded: the edges have the last word.
        while (bin > 0 && isBelow(prediction, bin / (double) bins)) {
            bin--;
        }
        while (bin < bins - 1 && !isBelow(prediction, (bin + 1) / (double) bins)) {
            bin++;
        }
        return bin;
    }
}
