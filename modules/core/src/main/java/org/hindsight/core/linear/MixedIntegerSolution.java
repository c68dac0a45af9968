// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;
import java.util.Objects;

/**
 * A feasible point of a mixed-integer program that a solver calls optimal.
 *
 * <p>Feasibility is measured on the program itself. Optimality is the solver's word: there is no certificate for it.
 *
 * @param value the objective at the point
 * @param point a number for each variable, those that must be whole being so; handed over
 * @param violation the largest violation of a constraint, relative to its largest term if that is more than one
 * @param method the solver's name
 */
@SuppressWarnings("ArrayRecordComponent")
public record MixedIntegerSolution(double value, double[] point, double violation, String method) {
    /**
     * Checks that nothing is missing.
     *
     * @param value the objective at the point
     * @param point a number for each variable; handed over
     * @param violation at least 0
     * @param method the solver's name
     */
    public MixedIntegerSolution {
        Objects.requireNonNull(point, "point");
        Objects.requireNonNull(method, "method");
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
                && Double.compare(violation, that.violation) == 0
                && Arrays.equals(point, that.point)
                && method.equals(that.method);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return "value " + value + ", violation " + violation + " (" + method + ")";
    }
}
