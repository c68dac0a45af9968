// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import java.util.Objects;
import org.hindsight.games.ExactCorrelatedCertificate;
import org.hindsight.games.RationalJointDistribution;
import org.hipparchus.fraction.BigFraction;

/**
 * A (coarse) correlated equilibrium in exact fractions that is best by an objective.
 *
 * <p>Both proofs of a {@link CorrelatedEquilibrium} have been checked without rounding: nobody gains anything, and the bound
 * from prices on the deviations equals the value.
 *
 * @param objective what was sought
 * @param value the objective under the distribution, which no equilibrium beats
 * @param certificate that the distribution is an equilibrium, with a gap of zero
 * @param pivots the number of pivots
 */
public record ExactCorrelatedEquilibrium(
        CorrelatedObjective objective, BigFraction value, ExactCorrelatedCertificate certificate, int pivots) {
    /**
     * Checks that nothing is missing.
     *
     * @param objective what was sought
     * @param value the objective under the distribution
     * @param certificate that the distribution is an equilibrium
     * @param pivots the number of pivots
     */
    public ExactCorrelatedEquilibrium {
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(certificate, "certificate");
    }

    /**
     * Returns the equilibrium.
     *
     * @return the distribution over profiles, a vertex of the program
     */
    public RationalJointDistribution distribution() {
        return certificate.distribution();
    }
}
