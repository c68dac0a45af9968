// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.util.List;
import java.util.Objects;
import org.hindsight.games.ExactNashCertificate;
import org.hipparchus.fraction.BigFraction;

/**
 * The value of a zero-sum game and an optimal strategy of each player in exact fractions.
 *
 * @param value what the row player can guarantee and the column player need not exceed
 * @param certificate the strategies, which are an equilibrium with a gap of zero and therefore optimal
 * @param pivots the number of pivots
 */
public record ExactZeroSumSolution(BigFraction value, ExactNashCertificate certificate, int pivots) {
    /**
     * Checks that nothing is missing.
     *
     * @param value the value
     * @param certificate the strategies
     * @param pivots the number of pivots
     */
    public ExactZeroSumSolution {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(certificate, "certificate");
    }

    /**
     * Returns the strategy of the player who maximises.
     *
     * @return one fraction a row
     */
    public List<BigFraction> row() {
        return certificate.profile().strategy(0);
    }

    /**
     * Returns the strategy of the player who minimises.
     *
     * @return one fraction a column
     */
    public List<BigFraction> column() {
        return certificate.profile().strategy(1);
    }
}
