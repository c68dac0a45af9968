// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.List;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.correlated.CorrelatedObjective;

/**
 * A constrained equilibrium up to epsilon that a {@link ConstrainedSearch} found, with what was searched.
 *
 * <p>The set of equilibria need not be convex, and nothing is said of equilibria that no searched price supports. What is said: the
 * distribution is safe, and no safe deviation gains more than epsilon times the player's payoff range, both by the certificate and to
 * within the tolerance; and the value is, to within the tolerance times the range of the objective, at least that of every exact
 * equilibrium whose players' costs are supported by prices up to the largest searched. Where the search derived the largest prices
 * from Slater's condition, that is every exact equilibrium.
 *
 * @param objective what was sought
 * @param value the objective's value
 * @param bound the largest value of the objective under any safe distribution
 * @param certificate that the distribution is safe, and what safe deviations gain
 * @param epsilon what safe deviations may gain, as part of the payoff range
 * @param searched the prices that were searched
 * @param method how programs were solved
 * @param tolerance the largest gap beyond epsilon that is accepted
 * @param pivots the simplex pivots of all programs
 */
public record ConstrainedEquilibrium(
        CorrelatedObjective objective,
        double value,
        double bound,
        ConstrainedCertificate certificate,
        double epsilon,
        Searched searched,
        String method,
        double tolerance,
        long pivots) {
    /**
     * Returns the equilibrium.
     *
     * @return the distribution over profiles
     */
    public JointDistribution distribution() {
        return certificate.distribution();
    }

    /**
     * What a search looked at.
     *
     * <p>The prices of a player are the multiples of her step whose sum is at most her largest sum, up to rounding to the next
     * multiple. Units are payoff ranges per scale of a cost.
     *
     * @param largestSums for each player the largest sum of prices
     * @param steps for each player the step; zero if she has one price to try
     * @param points the number of combinations of all players' prices
     * @param programs the number of linear programs solved; fewer than points if the search reached the bound
     */
    public record Searched(List<Double> largestSums, List<Double> steps, long points, long programs) {
        /**
         * Copies the lists.
         *
         * @param largestSums one number a player
         * @param steps one number a player
         * @param points at least 1
         * @param programs at least 1
         */
        public Searched {
            largestSums = List.copyOf(largestSums);
            steps = List.copyOf(steps);
        }
    }
}
