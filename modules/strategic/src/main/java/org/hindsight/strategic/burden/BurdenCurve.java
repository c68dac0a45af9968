// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import java.util.List;
import org.hindsight.core.Checks;

/**
 * Utility and burden at every attained threshold of a population, in ascending order of threshold.
 *
 * <p>A threshold is attained if somebody has that likelihood; any other acts like the next attained one above it, since
 * nobody can show a likelihood that no features have. Above the highest, nobody can be accepted and the burden is
 * infinite, so "reject everybody" is not on the curve. Immutable.
 */
public final class BurdenCurve {
    private final List<BurdenPoint> points;
    /** [group][point]: the lowest likelihood from which members of the group get accepted. */
    private final double[][] acceptedFrom;

    private final int optimum;
    private final int nonStrategicOptimum;

    BurdenCurve(List<BurdenPoint> points, double[][] acceptedFrom) {
        this.points = List.copyOf(points);
        this.acceptedFrom = acceptedFrom;
        int best = 0;
        int half = points.size() - 1;
        for (int k = points.size() - 1; k >= 0; k--) {
            if (points.get(k).utility() >= points.get(best).utility()) {
                best = k;
            }
            if (points.get(k).threshold() >= 0.5) {
                half = k;
            }
        }
        this.optimum = best;
        this.nonStrategicOptimum = half;
    }

    /**
     * Returns the number of thresholds.
     *
     * @return at least 1
     */
    public int size() {
        return points.size();
    }

    /**
     * Returns one point.
     *
     * @param index in 0 .. size - 1
     * @return the point
     */
    public BurdenPoint point(int index) {
        return points.get(Checks.index(index, points.size(), "index"));
    }

    /**
     * Returns all points.
     *
     * @return an immutable list in ascending order of threshold
     */
    public List<BurdenPoint> points() {
        return points;
    }

    /**
     * Returns who gets accepted under a threshold: members of a group whose likelihood is at least this number, written
     * delta(tau).
     *
     * @param index the threshold's index, in 0 .. size - 1
     * @param group the group's index
     * @return an attained likelihood, at most the threshold
     */
    public double acceptedFrom(int index, int group) {
        Checks.index(index, points.size(), "index");
        return acceptedFrom[Checks.index(group, acceptedFrom.length, "group")][index];
    }

    /**
     * Returns the point of highest utility, the one of least burden among equals.
     *
     * @return the institution's optimum when people respond
     */
    public BurdenPoint institutionalOptimum() {
        return points.get(optimum);
    }

    /**
     * Returns the index of {@link #institutionalOptimum()}.
     *
     * @return in 0 .. size - 1
     */
    public int institutionalOptimumIndex() {
        return optimum;
    }

    /**
     * Returns the point at the threshold that would be best if nobody responded: the lowest attained likelihood of at
     * least 1/2, or the highest attained if all are below.
     *
     * @return the point, with utility and burden as they are when people do respond
     */
    public BurdenPoint nonStrategicOptimum() {
        return points.get(nonStrategicOptimum);
    }

    /**
     * Returns the index of {@link #nonStrategicOptimum()}.
     *
     * @return in 0 .. size - 1
     */
    public int nonStrategicOptimumIndex() {
        return nonStrategicOptimum;
    }
}
