// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.projection;

import org.hindsight.core.Checks;

/**
 * The Euclidean projection to a half-space {@code a.x <= b}: a point beyond the plane moves along its normal to the plane.
 *
 * <p>The normal is scaled by its largest entry, so that no square overflows or vanishes. O(n), no allocation.
 */
public final class HalfSpaceProjection {
    private HalfSpaceProjection() {}

    /**
     * Writes the projection of a point.
     *
     * @param point the point, at least one coordinate, each of magnitude at most 1e150; not modified unless it is out
     * @param normal a, of the same length and range, not zero; not modified
     * @param offset b, finite
     * @param out overwritten with the nearest point; of the same length; may be the point itself, not the normal
     * @throws IllegalArgumentException if lengths differ, a number is out of range, or the normal is zero
     */
    public static void write(double[] point, double[] normal, double offset, double[] out) {
        Points.check(point, "point", out);
        Points.checkSeparate(normal, "normal", out);
        Checks.finite(offset, "offset");
        double unit = Points.largestMagnitude(normal);
        if (!(unit > 0)) {
            throw new IllegalArgumentException("normal must have an entry other than zero");
        }
        double excess = -Checks.finite(offset / unit, "offset / largest entry of normal");
        double squares = 0;
        for (int i = 0; i < point.length; i++) {
            double entry = normal[i] / unit;
            excess += entry * point[i];
            squares += entry * entry;
        }
        double step = Math.max(0, excess / squares);
        for (int i = 0; i < point.length; i++) {
            out[i] = step == 0 ? point[i] : point[i] - step * (normal[i] / unit);
        }
    }
}
