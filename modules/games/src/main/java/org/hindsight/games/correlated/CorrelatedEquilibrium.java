// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import java.util.Objects;
import org.hindsight.games.CorrelatedCertificate;
import org.hindsight.games.JointDistribution;

/**
 * A (coarse) correlated equilibrium that is best by an objective, with the proof of both.
 *
 * <p>That it is an equilibrium is measured by the certificate. That none is better is shown by the bound: with prices of at
 * least zero on the deviations, the expectation under any equilibrium of "objective minus price times gain" is at least the
 * objective, and at most its largest value at a profile. Both are computed from the game, the distribution and the prices
 * alone.
 *
 * @param objective what was sought
 * @param value the objective under the distribution, in units of payoff
 * @param bound what no equilibrium beats: above the value if the largest was sought, below it if the smallest
 * @param objectiveGap how far the bound is from the value, divided by the range of the objective over profiles (for {@link
 *     CorrelatedObjective.Maximin} the range in which its value can lie), at least zero
 * @param certificate that the distribution is an equilibrium; its gap is relative to the payoff ranges
 * @param method how it was found
 * @param tolerance what both gaps are within
 * @param iterations the pivots, as far as the method counts them
 */
public record CorrelatedEquilibrium(
        CorrelatedObjective objective,
        double value,
        double bound,
        double objectiveGap,
        CorrelatedCertificate certificate,
        String method,
        double tolerance,
        int iterations) {
    /**
     * Checks that nothing is missing.
     *
     * @param objective what was sought
     * @param value the objective under the distribution
     * @param bound what no equilibrium beats
     * @param objectiveGap how far the bound is from the value
     * @param certificate that the distribution is an equilibrium
     * @param method how it was found
     * @param tolerance what both gaps are within
     * @param iterations the pivots
     */
    public CorrelatedEquilibrium {
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Returns the equilibrium.
     *
     * @return the distribution over profiles
     */
    public JointDistribution distribution() {
        return certificate.distribution();
    }
}
