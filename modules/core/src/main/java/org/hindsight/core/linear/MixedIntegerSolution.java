// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;
import java.util.Objects;

/**
 * An optimum of a mixed-integer program.
 *
 * <p>The point is measured on the program itself. The bound is that of the linear programs of all nodes that were left; each
 * was certified when it was solved, to within the tolerance of {@link LinearProgramSolver#standard()}, and none is kept.
 *
 * @param value the objective at the point
 * @param bound what no feasible point beats: at least the value of a maximisation, at most that of a minimisation
 * @param point a number for each variable, those that must be whole being so; handed over
 * @param violation the largest violation of a constraint or bound, relative to the largest term in it
 * @param nodes the number of nodes of the search
 */
@SuppressWarnings("ArrayRecordComponent")
public record MixedIntegerSolution(double value, double bound, double[] point, double violation, long nodes) {
    /**
     * Checks that nothing is missing.
     *
     * @param value the objective at the point
     * @param bound what no feasible point beats
     * @param point a number for each variable; handed over
     * @param violation at least 0
     * @param nodes at least 1
     */
    public MixedIntegerSolution {
        Objects.requireNonNull(point, "point");
    }

    /**
     * Returns the point.
     *
     * @return a new array, a number for each variable
     */
    @Override
    public double[] point() {
        return point.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MixedIntegerSolution that
                && Double.compare(value, that.value) == 0
                && Double.compare(bound, that.bound) == 0
                && Double.compare(violation, that.violation) == 0
                && nodes == that.nodes
                && Arrays.equals(point, that.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return "value " + value + ", bound " + bound + ", violation " + violation + " after " + nodes + " nodes";
    }
}
