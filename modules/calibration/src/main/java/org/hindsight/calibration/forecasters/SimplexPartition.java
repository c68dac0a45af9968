// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * Polytopes that cover a simplex: the bins in which forecasts are to be calibrated.
 *
 * <p>Bin i holds the points p of the simplex with {@code a . p <= 0} for each of its rows a. On the simplex a half-space {@code a . p <= b} is
 * the same with the row {@code a - b (1, ..., 1)}. Bins are closed and may share points, usually on their faces; they must cover the simplex.
 * That the corners are covered is checked, and in two coordinates everything. Immutable.
 */
public final class SimplexPartition {
    /** How far a point may be outside a half-space, as a fraction of the largest coefficient of the row. */
    public static final double TOLERANCE = 1e-9;

    private final int dimension;
    /** For each bin its rows one after the other. */
    private final double[][] rows;

    private SimplexPartition(int dimension, double[][] rows) {
        this.dimension = dimension;
        this.rows = rows;
    }

    /**
     * Creates a partition from half-spaces.
     *
     * @param dimension the number m of coordinates, at least 1
     * @param halfSpaces for each bin its rows a, none or more, each of m finite coefficients; copied
     * @return the partition
     * @throws IllegalArgumentException if a row has another length, or the bins do not cover the corners of the simplex, or for m = 2 not all
     *     of it
     */
    public static SimplexPartition of(int dimension, double[][][] halfSpaces) {
        Checks.atLeast(dimension, 1, "dimension");
        Objects.requireNonNull(halfSpaces, "halfSpaces");
        Checks.atLeast(halfSpaces.length, 1, "halfSpaces.length");
        double[][] rows = new double[halfSpaces.length][];
        for (int bin = 0; bin < rows.length; bin++) {
            double[][] own = Objects.requireNonNull(halfSpaces[bin], "halfSpaces[" + bin + "]");
            rows[bin] = new double[own.length * dimension];
            for (int row = 0; row < own.length; row++) {
                String name = "halfSpaces[" + bin + "][" + row + "]";
                Checks.finite(own[row], name);
                Checks.length(own[row].length, dimension, name);
                System.arraycopy(own[row], 0, rows[bin], row * dimension, dimension);
            }
        }
        SimplexPartition partition = new SimplexPartition(dimension, rows);
        partition.requireCovered();
        return partition;
    }

    /**
     * Cuts the simplex of two coordinates, by the first coordinate p_0, into intervals.
     *
     * @param cuts where one interval ends and the next begins, increasing, in (0, 1)
     * @return the partition into {@code cuts.length + 1} bins, from p_0 = 0 to p_0 = 1
     */
    public static SimplexPartition ofInterval(double... cuts) {
        double[][][] halfSpaces = new double[cuts.length + 1][][];
        double before = 0;
        for (int bin = 0; bin <= cuts.length; bin++) {
            if (bin < cuts.length && !(cuts[bin] > before && cuts[bin] < 1)) {
                throw new IllegalArgumentException(
                        "cuts[" + bin + "] must lie in (" + before + ", 1), was " + cuts[bin]);
            }
            boolean first = bin == 0;
            boolean last = bin == cuts.length;
            halfSpaces[bin] = new double[(first ? 0 : 1) + (last ? 0 : 1)][];
            if (!first) {
                halfSpaces[bin][0] = new double[] {before - 1, before};
            }
            if (!last) {
                halfSpaces[bin][first ? 0 : 1] = new double[] {1 - cuts[bin], -cuts[bin]};
                before = cuts[bin];
            }
        }
        return of(2, halfSpaces);
    }

    private void requireCovered() {
        double[] corner = new double[dimension];
        for (int coordinate = 0; coordinate < dimension; coordinate++) {
            Arrays.fill(corner, 0);
            corner[coordinate] = 1;
            if (find(corner) < 0) {
                throw new IllegalArgumentException(
                        "halfSpaces must cover the simplex, but no bin holds corner " + coordinate);
            }
        }
        if (dimension == 2) {
            IntervalChain.of(this);
        }
    }

    /**
     * Returns the number m of coordinates.
     *
     * @return at least 1
     */
    public int dimension() {
        return dimension;
    }

    /**
     * Returns the number n of bins.
     *
     * @return at least 1
     */
    public int bins() {
        return rows.length;
    }

    /**
     * Returns the number of half-spaces of a bin.
     *
     * @param bin in 0 .. n - 1
     * @return at least 0
     */
    public int halfSpaces(int bin) {
        return rows[Checks.index(bin, rows.length, "bin")].length / dimension;
    }

    /**
     * Returns a coefficient of a half-space.
     *
     * @param bin in 0 .. n - 1
     * @param row in 0 .. {@link #halfSpaces} - 1
     * @param coordinate in 0 .. m - 1
     * @return the coefficient
     */
    public double coefficient(int bin, int row, int coordinate) {
        Checks.index(row, halfSpaces(bin), "row");
        return rows[bin][row * dimension + Checks.index(coordinate, dimension, "coordinate")];
    }

    /**
     * Returns how far a point is outside a bin: the largest {@code a . p / max |a|} over its rows, or 0 if none is positive.
     *
     * @param bin in 0 .. n - 1
     * @param point p, of length m
     * @return at least 0
     */
    public double violation(int bin, double[] point) {
        Checks.length(point.length, dimension, "point");
        double[] own = rows[Checks.index(bin, rows.length, "bin")];
        double worst = 0;
        for (int at = 0; at < own.length; at += dimension) {
            double sum = 0;
            double scale = 0;
            for (int coordinate = 0; coordinate < dimension; coordinate++) {
                sum += own[at + coordinate] * point[coordinate];
                scale = Math.max(scale, Math.abs(own[at + coordinate]));
            }
            if (sum > 0) {
                worst = Math.max(worst, sum / scale);
            }
        }
        return worst;
    }

    /**
     * Returns the bin of a point, the lowest index where bins meet.
     *
     * @param point p, of length m
     * @return a bin
     * @throws IllegalArgumentException if no bin holds the point within {@link #TOLERANCE}
     */
    public int binOf(double[] point) {
        int bin = find(point);
        if (bin < 0) {
            throw new IllegalArgumentException("point must lie in a bin, was " + Arrays.toString(point));
        }
        return bin;
    }

    private int find(double[] point) {
        for (int bin = 0; bin < rows.length; bin++) {
            if (violation(bin, point) <= TOLERANCE) {
                return bin;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimplexPartition that
                && dimension == that.dimension
                && Arrays.deepEquals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows) * 31 + dimension;
    }

    @Override
    public String toString() {
        return "partition of the simplex of " + dimension + " coordinates into " + rows.length + " bins";
    }
}
