// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.List;
import java.util.Objects;
import org.hindsight.core.linear.dense.SolveStatus;

/**
 * An optimal commitment, with its proof.
 *
 * @param certificate the commitment, the induced response, the value and the prices that prove it; its gap is at most the
 *     tolerance
 * @param statuses what was found out about each response: {@link SolveStatus#OPTIMAL} if the best commitment that induces it
 *     is known, {@link SolveStatus#INFEASIBLE} if no commitment induces it, {@link SolveStatus#CUT_OFF} if what induces it
 *     is proven to be no better than the answer
 * @param method the algorithm, in a few words
 * @param tolerance what the gap is within
 * @param programs the number of linear programs
 * @param pivots the number of simplex pivots in all of them
 */
public record CommitmentSolution(
        CommitmentCertificate certificate,
        List<SolveStatus> statuses,
        String method,
        double tolerance,
        int programs,
        int pivots) {
    /**
     * Checks that nothing is missing.
     *
     * @param certificate the proof
     * @param statuses one for each response; copied
     * @param method the algorithm
     * @param tolerance at least 0
     * @param programs at least 0
     * @param pivots at least 0
     */
    public CommitmentSolution {
        Objects.requireNonNull(certificate, "certificate");
        statuses = List.copyOf(statuses);
        Objects.requireNonNull(method, "method");
    }

    /** Lets the answer out if it is certified. */
    static CommitmentSolution certified(
            CommitmentCertificate certificate, List<SolveStatus> statuses, String method, int programs, int pivots) {
        if (!(certificate.gap() <= StrongCommitment.TOLERANCE)) {
            throw new UncertifiedCommitmentException(
                    "the commitment by " + method + " could be certified only to within " + certificate.gap()
                            + ", expected " + StrongCommitment.TOLERANCE,
                    certificate.gap());
        }
        return new CommitmentSolution(certificate, statuses, method, StrongCommitment.TOLERANCE, programs, pivots);
    }

    /**
     * Returns what the leader gets.
     *
     * @return u(x, j)
     */
    public double value() {
        return certificate.value();
    }

    /**
     * Returns the commitment.
     *
     * @return x, a new array with a probability for each row
     */
    public double[] commitment() {
        return certificate.commitment();
    }

    /**
     * Returns the follower's response.
     *
     * @return j, in 0 .. n - 1
     */
    public int response() {
        return certificate.response();
    }
}
