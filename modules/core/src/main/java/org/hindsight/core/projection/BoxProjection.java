// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.projection;

import org.hindsight.core.Checks;

/** The Euclidean projection to a box: each coordinate moves to the nearest number between its bounds. O(n), no allocation. */
public final class BoxProjection {
    private BoxProjection() {}

    /**
     * Writes the projection of a point.
     *
     * @param point the point, at least one coordinate, each of magnitude at most 1e150; not modified unless it is out
     * @param lower the lower bounds, one a coordinate; may be negative infinity; not modified
     * @param upper the upper bounds, one a coordinate, none below the lower one; may be infinity; not modified
     * @param out overwritten with the nearest point; of the same length; may be the point itself
     * @throws IllegalArgumentException if lengths differ, a coordinate is out of range, or bounds cross
     */
    public static void write(double[] point, double[] lower, double[] upper, double[] out) {
        Points.check(point, "point", out);
        Checks.length(lower.length, point.length, "lower");
        Checks.length(upper.length, point.length, "upper");
        for (int i = 0; i < point.length; i++) {
            if (!(lower[i] <= upper[i] && lower[i] < Double.POSITIVE_INFINITY && upper[i] > Double.NEGATIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "lower[" + i + "] = " + lower[i] + " must be at most upper[" + i + "] = " + upper[i]);
            }
        }
        for (int i = 0; i < point.length; i++) {
            out[i] = Math.min(upper[i], Math.max(lower[i], point[i]));
        }
    }
}
