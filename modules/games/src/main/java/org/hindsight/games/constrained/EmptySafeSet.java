// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;

/**
 * A weighting of costs that exceeds zero wherever one looks: the proof that nothing is safe.
 *
 * <p>Costs are functions on points, which are the actions of one player or the profiles of all. If non-negative weights make the
 * weighted sum of costs positive at every point, it is positive under every distribution over points, so that some cost is.
 * Immutable.
 */
public final class EmptySafeSet implements Certificate, Serializable {
    private static final long serialVersionUID = 1L;

    /** What the points are. */
    private final String points;

    /** One number a cost. */
    private final double[] weights;

    /** The least weighted sum of costs at a point. */
    private final double leastSum;

    /** Zero or infinity. */
    private final double gap;

    private EmptySafeSet(String points, double[][] costs, double[] weights) {
        this.points = Objects.requireNonNull(points, "points");
        this.weights = weights;
        double least = Double.POSITIVE_INFINITY;
        boolean proven = Arrays.stream(weights).allMatch(weight -> weight >= 0);
        for (int k = 0; k < costs[0].length; k++) {
            double sum = 0;
            double largest = 0;
            for (int r = 0; r < weights.length; r++) {
                sum += weights[r] * costs[r][k];
                largest = Math.max(largest, Math.abs(weights[r] * costs[r][k]));
            }
            least = Math.min(least, sum);
            // The sum must be positive whatever the rounding.
            proven &= sum > largest * weights.length * 0x1p-50;
        }
        this.leastSum = least;
        this.gap = proven ? 0 : Double.POSITIVE_INFINITY;
    }

    /**
     * Measures weights.
     *
     * @param points what the points are, as in "actions of player 0"
     * @param costs for each cost its value at each point, at least one of both
     * @param weights one number a cost; copied
     * @return the certificate, whose gap says whether it proves anything
     */
    public static EmptySafeSet of(String points, double[][] costs, double... weights) {
        Checks.finiteMatrix(costs, "costs");
        Checks.length(Checks.finite(weights, "weights").length, costs.length, "weights");
        return new EmptySafeSet(points, costs, weights.clone());
    }

    /**
     * Returns the weights.
     *
     * @return a new array, a non-negative number for each cost
     */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * Returns the least weighted sum of costs.
     *
     * @return positive, if the certificate proves anything
     */
    public double leastSum() {
        return leastSum;
    }

    @Override
    public double gap() {
        return gap;
    }

    @Override
    public String claim() {
        return "No distribution over the " + points + " is safe: with weights " + Arrays.toString(weights)
                + " the costs add up to at least " + leastSum + " everywhere.";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
