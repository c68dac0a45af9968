// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.quadratic;

import org.hindsight.core.Certificate;
import org.hindsight.core.linear.InfeasibilityCertificate;

/**
 * A certified answer to a strictly convex quadratic program: its one optimum, or a proof that no point is feasible.
 *
 * <p>There is no third answer, for a strictly convex function has a minimum on every closed convex set that is not empty.
 */
public sealed interface QuadraticProgramResult {
    /**
     * Returns the proof.
     *
     * @return the certificate, whose gap is within {@link QuadraticProgramSolver#TOLERANCE}
     */
    Certificate certificate();

    /**
     * Returns how the answer was found.
     *
     * @return the name of the method
     */
    String method();

    /**
     * Returns the number of steps: constraints that entered or left the active set.
     *
     * @return at least zero
     */
    int iterations();

    /**
     * Returns the optimum.
     *
     * @return this answer, if it is an optimum
     * @throws QuadraticProgramException if the program is infeasible
     */
    default Optimal optimal() {
        if (this instanceof Optimal optimum) {
            return optimum;
        }
        throw new QuadraticProgramException(
                "the quadratic program has no optimum: " + certificate(),
                certificate().gap());
    }

    /**
     * The program has an optimum.
     *
     * @param certificate the optimal point and multipliers, and how far they are from proving optimality
     * @param method how it was found
     * @param iterations the number of steps
     */
    record Optimal(KktCertificate certificate, String method, int iterations) implements QuadraticProgramResult {
        /**
         * Returns the least value of the objective.
         *
         * @return (1/2) x'Qx + c.x at the optimum
         */
        public double value() {
            return certificate.value();
        }

        /**
         * Returns the optimal point.
         *
         * @return a new array, one number a variable
         */
        public double[] primal() {
            return certificate.primal();
        }

        /**
         * Returns the multipliers: the rate at which the least value grows with each right-hand side.
         *
         * @return a new array, one number a constraint: at most zero for "at most", at least zero for "at least"
         */
        public double[] dual() {
            return certificate.dual();
        }
    }

    /**
     * The program has no feasible point.
     *
     * @param certificate multipliers that make the constraints contradict each other
     * @param method how they were found
     * @param iterations the number of steps
     */
    record Infeasible(InfeasibilityCertificate certificate, String method, int iterations)
            implements QuadraticProgramResult {}
}
