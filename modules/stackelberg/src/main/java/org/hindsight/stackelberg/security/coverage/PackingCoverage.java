// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.coverage;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * The coverages of a packing polytope: {@code 0 <= c_t <= 1} and {@code sum_t W[i][t] c_t <= b_i} for each row i.
 *
 * <p>Rows may state budgets of single regions, shared vehicles or distances. The weights are stored row by row. Each method
 * is one pass over them. Immutable.
 */
public final class PackingCoverage implements PolyhedralCoverage {
    private final int targets;
    private final double[] weights;
    private final double[] limits;
    private final double[] caps;
    /** What an excess over a row's limit is divided by: the larger of the limit and the largest weight. */
    private final double[] sizes;

    private PackingCoverage(int targets, double[] weights, double[] limits) {
        this.targets = targets;
        this.weights = weights;
        this.limits = limits;
        this.caps = new double[targets];
        this.sizes = new double[limits.length];
        Arrays.fill(caps, 1);
        for (int row = 0; row < limits.length; row++) {
            sizes[row] = limits[row];
            for (int target = 0; target < targets; target++) {
                double weight = weights[row * targets + target];
                sizes[row] = Math.max(sizes[row], weight);
                if (weight > 0) {
                    caps[target] = Math.min(caps[target], limits[row] / weight);
                }
            }
        }
    }

    /**
     * Creates a packing polytope.
     *
     * @param weights W, at least one row, of n weights each, each at least 0 and finite; copied
     * @param limits b, one for each row, each at least 0 and finite; copied
     * @return the set
     */
    public static PackingCoverage of(double[][] weights, double[] limits) {
        Checks.finiteMatrix(weights, "weights");
        Checks.length(limits.length, weights.length, "limits");
        int targets = weights[0].length;
        double[] flat = new double[Math.multiplyExact(weights.length, targets)];
        for (int row = 0; row < weights.length; row++) {
            Checks.nonNegative(limits[row], "limits[" + row + "]");
            for (int target = 0; target < targets; target++) {
                flat[row * targets + target] =
                        Checks.nonNegative(weights[row][target], "weights[" + row + "][" + target + "]");
            }
        }
        return new PackingCoverage(targets, flat, limits.clone());
    }

    @Override
    public int targets() {
        return targets;
    }

    @Override
    public double cap(int target) {
        return caps[Checks.index(target, targets, "target")];
    }

    @Override
    public int rows() {
        return limits.length;
    }

    @Override
    public void weights(int row, double[] out) {
        Checks.length(out.length, targets, "out");
        System.arraycopy(weights, Checks.index(row, limits.length, "row") * targets, out, 0, targets);
    }

    @Override
    public double limit(int row) {
        return limits[Checks.index(row, limits.length, "row")];
    }

    @Override
    public double violation(double[] coverage) {
        Checks.length(coverage.length, targets, "coverage");
        double worst = 0;
        for (double probability : coverage) {
            // Written so that NaN counts as a violation.
            if (!(probability >= 0 && probability <= 1)) {
                double excess = Math.max(-probability, probability - 1);
                worst = Math.max(worst, Double.isNaN(excess) ? Double.POSITIVE_INFINITY : excess);
            }
        }
        for (int row = 0; row < limits.length; row++) {
            double excess = product(row, coverage) - limits[row];
            if (excess > 0) {
                worst = Math.max(worst, excess / sizes[row]);
            }
        }
        return worst;
    }

    @Override
    public double reach(double[] from, double[] direction) {
        Checks.length(from.length, targets, "from");
        Checks.length(direction.length, targets, "direction");
        double reach = Double.POSITIVE_INFINITY;
        for (int target = 0; target < targets; target++) {
            if (direction[target] > 0) {
                reach = Math.min(reach, (1 - from[target]) / direction[target]);
            }
        }
        for (int row = 0; row < limits.length; row++) {
            double slope = product(row, direction);
            if (slope > 0) {
                reach = Math.min(reach, (limits[row] - product(row, from)) / slope);
            }
        }
        return Math.max(0, reach);
    }

    @Override
    public double width(double[] from, int target) {
        Checks.length(from.length, targets, "from");
        double width = 1 - from[Checks.index(target, targets, "target")];
        for (int row = 0; row < limits.length; row++) {
            double weight = weights[row * targets + target];
            if (weight > 0) {
                width = Math.min(width, (limits[row] - product(row, from)) / weight);
            }
        }
        return Math.max(0, width);
    }

    private double product(int row, double[] vector) {
        double sum = 0;
        for (int target = 0, at = row * targets; target < targets; target++, at++) {
            sum += weights[at] * vector[target];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackingCoverage that
                && targets == that.targets
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(limits, that.limits);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weights) + Arrays.hashCode(limits);
    }

    @Override
    public String toString() {
        return "coverages of " + targets + " targets under " + limits.length + " packing constraints";
    }
}
