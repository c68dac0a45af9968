// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.projection;

import org.hindsight.core.Checks;

/**
 * The Euclidean projection to a ball: a point outside moves straight towards the centre until it is on the sphere.
 *
 * <p>Distances are taken in units of the largest difference of coordinates, so that no square overflows or vanishes. O(n), no
 * allocation.
 */
public final class BallProjection {
    private BallProjection() {}

    /**
     * Writes the projection of a point.
     *
     * @param point the point, at least one coordinate, each of magnitude at most 1e150; not modified unless it is out
     * @param centre the centre, of the same length and range; not modified
     * @param radius at least 0 and finite
     * @param out overwritten with the nearest point; of the same length; may be the point itself, not the centre
     * @throws IllegalArgumentException if lengths differ or a number is out of range
     */
    public static void write(double[] point, double[] centre, double radius, double[] out) {
        Points.check(point, "point", out);
        Points.checkSeparate(centre, "centre", out);
        Checks.nonNegative(radius, "radius");
        double unit = 0;
        for (int i = 0; i < point.length; i++) {
            unit = Math.max(unit, Math.abs(point[i] - centre[i]));
        }
        double squares = 0;
        for (int i = 0; i < point.length && unit > 0; i++) {
            double difference = (point[i] - centre[i]) / unit;
            squares += difference * difference;
        }
        double distance = unit * Math.sqrt(squares);
        double share = distance > radius ? radius / distance : 1;
        for (int i = 0; i < point.length; i++) {
            out[i] = share == 1 ? point[i] : centre[i] + share * (point[i] - centre[i]);
        }
    }
}
