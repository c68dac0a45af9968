// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import java.util.Objects;

/**
 * An optimal commitment against all types, with its proof.
 *
 * @param certificate the commitment, the responses, and the tree that proves that nothing is better
 * @param method the algorithm, in a few words
 * @param tolerance what the gap is within
 * @param programs the number of linear programs
 * @param pivots the number of simplex pivots in all of them
 */
public record BayesianSolution(
        BayesianCertificate certificate, String method, double tolerance, long programs, long pivots) {
    /**
     * Checks that nothing is missing.
     *
     * @param certificate the proof
     * @param method the algorithm
     * @param tolerance at least 0
     * @param programs at least 1
     * @param pivots at least 0
     */
    public BayesianSolution {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Returns what the leader expects.
     *
     * @return the value
     */
    public double value() {
        return certificate.play().value();
    }

    /**
     * Returns the commitment.
     *
     * @return x, a new array
     */
    public double[] commitment() {
        return certificate.play().commitment();
    }

    /**
     * Returns the responses.
     *
     * @return one for each type, a new array
     */
    public int[] responses() {
        return certificate.play().responses();
    }
}
