// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.util.Objects;
import org.hindsight.games.MixedStrategy;
import org.hindsight.games.ZeroSumCertificate;

/**
 * Optimal strategies of both players, with the proof: what one guarantees is what the other concedes.
 *
 * @param certificate both strategies, whose gap is relative to the payoff range
 * @param method how they were found
 * @param tolerance what the gap is within
 * @param iterations the pivots, as far as the method counts them
 */
public record ZeroSumSolution(ZeroSumCertificate certificate, String method, double tolerance, int iterations) {
    /**
     * Checks that nothing is missing.
     *
     * @param certificate both strategies
     * @param method how they were found
     * @param tolerance what the gap is within
     * @param iterations the pivots
     */
    public ZeroSumSolution {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Returns the value of the game.
     *
     * @return the middle of the interval that the certificate proves
     */
    public double value() {
        return middle(certificate);
    }

    static double middle(ZeroSumCertificate certificate) {
        double lower = certificate.lower();
        return lower + (certificate.upper() - lower) / 2;
    }

    /**
     * Returns the strategy of the player who maximises.
     *
     * @return an optimal strategy
     */
    public MixedStrategy row() {
        return certificate.row();
    }

    /**
     * Returns the strategy of the player who minimises.
     *
     * @return an optimal strategy
     */
    public MixedStrategy column() {
        return certificate.column();
    }
}
