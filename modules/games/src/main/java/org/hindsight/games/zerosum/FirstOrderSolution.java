// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.util.Objects;
import org.hindsight.games.ZeroSumCertificate;

/**
 * What a first-order method has reached: the best pair of strategies that it has measured.
 *
 * @param certificate the strategies with their gap, relative to the payoff range
 * @param reached whether the gap is at most the target; if not, the budget of rounds ended first
 * @param lastIterate whether the strategies are those of one round rather than averages
 * @param rounds the rounds played
 * @param products the products of the matrix with a vector, those for measuring the gap included
 * @param method which method
 * @param targetGap the gap that was sought
 */
public record FirstOrderSolution(
        ZeroSumCertificate certificate,
        boolean reached,
        boolean lastIterate,
        long rounds,
        long products,
        String method,
        double targetGap) {
    /**
     * Checks that nothing is missing.
     *
     * @param certificate the strategies with their gap
     * @param reached whether the gap is at most the target
     * @param lastIterate whether the strategies are those of one round
     * @param rounds the rounds played
     * @param products the products with the matrix
     * @param method which method
     * @param targetGap the gap that was sought
     */
    public FirstOrderSolution {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Returns the middle of the interval in which the value lies for certain.
     *
     * @return within half the gap times the payoff range of the value
     */
    public double value() {
        return ZeroSumSolution.middle(certificate);
    }

    /**
     * Returns this solution if it is as good as was asked.
     *
     * @return this
     * @throws UncertifiedStrategiesException if the target was not reached
     */
    public FirstOrderSolution requireReached() {
        if (!reached) {
            throw new UncertifiedStrategiesException(
                    method + " reached gap " + certificate.gap() + " in " + rounds + " rounds, expected " + targetGap,
                    certificate.gap());
        }
        return this;
    }
}
