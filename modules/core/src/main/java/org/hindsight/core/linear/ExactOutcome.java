// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** The exact answer to a linear program, from {@link RationalSimplex}; signs as in {@link LinearProgramResult}. */
public sealed interface ExactOutcome {
    /**
     * Returns the number of pivots.
     *
     * @return at least zero
     */
    int pivots();

    /**
     * The program has an optimum.
     *
     * @param value the optimal value
     * @param primal an optimal vertex, one number a variable
     * @param dual optimal dual variables, one number a constraint
     * @param pivots the number of pivots
     */
    record Optimal(BigFraction value, List<BigFraction> primal, List<BigFraction> dual, int pivots)
            implements ExactOutcome {
        /**
         * Copies its lists.
         *
         * @param value the optimal value
         * @param primal an optimal vertex, copied
         * @param dual optimal dual variables, copied
         * @param pivots the number of pivots
         */
        public Optimal {
            primal = List.copyOf(primal);
            dual = List.copyOf(dual);
        }
    }

    /**
     * The program has no feasible point.
     *
     * @param multipliers a Farkas certificate, one number a constraint
     * @param pivots the number of pivots
     */
    record Infeasible(List<BigFraction> multipliers, int pivots) implements ExactOutcome {
        /**
         * Copies its lists.
         *
         * @param multipliers a Farkas certificate, copied
         * @param pivots the number of pivots
         */
        public Infeasible {
            multipliers = List.copyOf(multipliers);
        }
    }

    /**
     * The program is feasible and its value has no limit.
     *
     * @param point a feasible vertex, one number a variable
     * @param ray a direction of improvement, one number a variable
     * @param pivots the number of pivots
     */
    record Unbounded(List<BigFraction> point, List<BigFraction> ray, int pivots) implements ExactOutcome {
        /**
         * Copies its lists.
         *
         * @param point a feasible vertex, copied
         * @param ray a direction of improvement, copied
         * @param pivots the number of pivots
         */
        public Unbounded {
            point = List.copyOf(point);
            ray = List.copyOf(ray);
        }
    }
}
