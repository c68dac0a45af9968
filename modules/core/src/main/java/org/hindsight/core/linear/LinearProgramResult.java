// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.List;
import org.hindsight.core.Certificate;

/**
 * A certified answer to a linear program: an optimum, or a proof that there is none.
 *
 * <p>Every answer names the backend that found it and carries the certificate by which anyone can verify it against the
 * program as it was posed.
 */
public sealed interface LinearProgramResult {
    /**
     * Returns the proof.
     *
     * @return the certificate, whose gap is within the solver's tolerance
     */
    Certificate certificate();

    /**
     * Returns the name of the backend that found the answer.
     *
     * @return the name
     */
    String backend();

    /**
     * Returns the number of iterations that the backend reported for all the programs it solved on the way.
     *
     * @return at least zero; zero from backends that keep no count, as ojAlgo's
     */
    int iterations();

    /**
     * Returns the optimum.
     *
     * @return this answer, if it is an optimum
     * @throws LinearProgramException if the program is infeasible or unbounded
     */
    default Optimal optimal() {
        if (this instanceof Optimal optimum) {
            return optimum;
        }
        throw new LinearProgramException(
                "the linear program has no optimum: " + certificate(),
                List.of(),
                certificate().gap());
    }

    /**
     * The program has an optimum.
     *
     * @param certificate the optimal point and multipliers, and how far they are from proving optimality
     * @param backend the name of the backend that found them
     * @param iterations the backend's iterations
     */
    record Optimal(OptimalityCertificate certificate, String backend, int iterations) implements LinearProgramResult {
        /**
         * Returns the optimal value, in the program's own sense.
         *
         * @return the largest value of a maximisation, the smallest of a minimisation
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
         * Returns the dual variables: the rate at which the optimal value grows with each right-hand side.
         *
         * <p>{@link OptimalityCertificate} states their signs.
         *
         * @return a new array, one number a constraint
         */
        public double[] dual() {
            return certificate.dual();
        }
    }

    /**
     * The program has no feasible point.
     *
     * @param certificate multipliers that make the constraints contradict each other
     * @param backend the name of the backend that found them
     * @param iterations the backend's iterations
     */
    record Infeasible(InfeasibilityCertificate certificate, String backend, int iterations)
            implements LinearProgramResult {}

    /**
     * The program is feasible and its value has no limit.
     *
     * @param certificate a feasible point and a direction in which the objective improves for ever
     * @param backend the name of the backend that found them
     * @param iterations the backend's iterations
     */
    record Unbounded(UnboundednessCertificate certificate, String backend, int iterations)
            implements LinearProgramResult {}
}
