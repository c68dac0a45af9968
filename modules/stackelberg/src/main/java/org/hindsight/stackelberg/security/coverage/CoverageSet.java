// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.coverage;

/**
 * The coverages that a defender can commit to: a set X of vectors c in [0, 1]^n, convex, closed and downward closed.
 *
 * <p>Coordinate t is the probability that target t is covered. Downward closed means that with c every coverage between 0 and c
 * belongs to X: a defender may always leave targets uncovered. Everything that {@code org.hindsight.stackelberg.security}
 * proves rests on these properties, so an implementation must have them. Implementations are immutable; the methods allocate
 * nothing.
 */
public interface CoverageSet {
    /**
     * Returns the number n of targets.
     *
     * @return at least 1
     */
    int targets();

    /**
     * Returns the largest coverage that one target can have when nothing else is covered.
     *
     * @param target in 0 .. n - 1
     * @return in [0, 1]
     */
    double cap(int target);

    /**
     * Returns by how much a coverage breaks a constraint, each constraint being divided by its size.
     *
     * @param coverage c, of length n; not modified
     * @return 0 if c belongs to X, otherwise positive; infinite if a coordinate is not a number
     */
    double violation(double[] coverage);

    /**
     * Returns how far one can go from a coverage in a direction: {@code max {s >= 0 : from + s direction in X}}.
     *
     * @param from a point of X, of length n; not modified
     * @param direction at least 0 in each coordinate, of length n; not modified
     * @return s; 0 if {@code from} is not in X, positive infinity if the direction is 0
     */
    double reach(double[] from, double[] direction);

    /**
     * Returns how much more of one target can be covered: {@code max {s >= 0 : from + s e_target in X}}.
     *
     * @param from a point of X, of length n; not modified
     * @param target in 0 .. n - 1
     * @return s; 0 if {@code from} is not in X
     */
    double width(double[] from, int target);
}
