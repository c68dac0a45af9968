// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * A weak Stackelberg value, with its proof and the commitments that come near it.
 *
 * @param certificate the limit point, the strictly inducible response, and why no other brings more
 * @param attained whether the limit point itself brings the value when the follower breaks ties against the leader; otherwise
 *     the value is a supremum that need not be attained
 * @param method the algorithm, in a few words
 * @param tolerance what the gap is within
 * @param programs the number of linear programs and matrix games
 */
public record WeakCommitmentSolution(
        WeakCommitmentCertificate certificate, boolean attained, String method, double tolerance, int programs) {
    /**
     * Checks that nothing is missing.
     *
     * @param certificate the proof
     * @param attained whether the limit point brings the value
     * @param method the algorithm
     * @param tolerance at least 0
     * @param programs at least 0
     */
    public WeakCommitmentSolution {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Returns the value.
     *
     * @return the supremum of what the leader gets
     */
    public double value() {
        return certificate.value();
    }

    /**
     * Returns the induced response, of those that are equal to the follower the lowest.
     *
     * @return j, in 0 .. n - 1
     */
    public int response() {
        return certificate.interior().response();
    }

    /**
     * Returns the limit point.
     *
     * @return x, a new array; see {@link #attained()}
     */
    public double[] limit() {
        return certificate.limit();
    }

    /**
     * Returns a commitment near the limit point to which the response, with those equal to it, is the only best one.
     *
     * @param share how much of the interior commitment is mixed in, in (0, 1]
     * @return x, a new array; it costs the leader at most the share of the range of U, and the response is better than all
     *     that differ by at least the share of its {@linkplain StrictInducibility#margin() margin}
     * @throws IllegalArgumentException if the share is out of range
     */
    public double[] commitment(double share) {
        if (!(Checks.inUnitInterval(share, "share") > 0)) {
            throw new IllegalArgumentException("share must be above 0, was " + share);
        }
        double[] mixed = certificate.limit();
        double[] interior = certificate.interior().commitment();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (1 - share) * mixed[i] + share * interior[i];
        }
        return mixed;
    }
}
