// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.ArrayList;
import java.util.List;

/** The prices of one player that a search tries: multiples of a step with a bounded sum, in order of that sum. */
final class PriceGrid {
    private final double largestSum;
    private final double step;
    private final List<double[]> points;

    private PriceGrid(double largestSum, double step, List<double[]> points) {
        this.largestSum = largestSum;
        this.step = step;
        this.points = points;
    }

    /**
     * Lays a grid such that any prices of at most the largest sum have a neighbour within half a step each.
     *
     * @param costs the number of prices
     * @param most the largest number of points
     * @throws IllegalArgumentException if there would be more
     */
    static PriceGrid of(int player, int costs, double largestSum, double step, long most) {
        List<double[]> points = new ArrayList<>();
        if (costs == 0 || largestSum == 0) {
            points.add(new double[costs]);
            return new PriceGrid(0, 0, points);
        }
        // Rounding moves each price by at most half a step.
        double multiples = Math.floor(largestSum / step + 0.5 * costs);
        double count = 1;
        for (int r = 1; r <= costs; r++) {
            count = count * (multiples + r) / r;
        }
        if (!(count <= most)) {
            throw new IllegalArgumentException("the grid of prices of player " + player + " must have at most " + most
                    + " points, would have " + Math.rint(count) + " with step " + step + " up to " + largestSum
                    + "; a larger accuracy has fewer");
        }
        for (int total = 0; total <= multiples; total++) {
            addSums(new double[costs], 0, total, step, points);
        }
        return new PriceGrid(largestSum, step, points);
    }

    private static void addSums(double[] prices, int from, int total, double step, List<double[]> points) {
        if (from == prices.length - 1) {
            prices[from] = total * step;
            points.add(prices.clone());
            return;
        }
        for (int multiple = 0; multiple <= total; multiple++) {
            prices[from] = multiple * step;
            addSums(prices, from + 1, total - multiple, step, points);
        }
    }

    int size() {
        return points.size();
    }

    double[] point(int index) {
        return points.get(index);
    }

    double largestSum() {
        return largestSum;
    }

    double step() {
        return step;
    }
}
