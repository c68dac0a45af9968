// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.coverage;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * The coverages of r interchangeable resources: {@code 0 <= c_t <= cap_t} and {@code c_0 + ... + c_(n-1) <= r}.
 *
 * <p>The number of resources may be fractional, 0, or more than there are targets. Caps are 1 unless said otherwise. With
 * one resource this is the simplex with the origin, {@code {c >= 0 : sum c <= 1}}. Immutable.
 */
public final class BudgetCoverage implements PolyhedralCoverage {
    private final double resources;
    private final double[] caps;

    private BudgetCoverage(double resources, double[] caps) {
        this.resources = resources;
        this.caps = caps;
    }

    /**
     * Creates the coverages of a number of resources.
     *
     * @param targets n, at least 1
     * @param resources r, at least 0, finite
     * @return the set
     */
    public static BudgetCoverage of(int targets, double resources) {
        double[] caps = new double[Checks.atLeast(targets, 1, "targets")];
        Checks.nonNegative(resources, "resources");
        Arrays.fill(caps, Math.min(1, resources));
        return new BudgetCoverage(resources, caps);
    }

    /**
     * Returns the set with bounds for single targets.
     *
     * @param bounds the largest coverage of each target, in [0, 1], of length n; copied
     * @return the set of those coverages that respect the bounds too
     */
    public BudgetCoverage withCaps(double... bounds) {
        Checks.length(bounds.length, caps.length, "bounds");
        double[] tighter = Checks.inUnitInterval(bounds, "bounds").clone();
        for (int target = 0; target < tighter.length; target++) {
            tighter[target] = Math.min(caps[target], tighter[target]);
        }
        return new BudgetCoverage(resources, tighter);
    }

    /**
     * Returns the number r of resources.
     *
     * @return at least 0
     */
    public double resources() {
        return resources;
    }

    @Override
    public int targets() {
        return caps.length;
    }

    @Override
    public double cap(int target) {
        return caps[Checks.index(target, caps.length, "target")];
    }

    @Override
    public int rows() {
        return 1;
    }

    @Override
    public void weights(int row, double[] out) {
        Checks.index(row, 1, "row");
        Checks.length(out.length, caps.length, "out");
        Arrays.fill(out, 1);
    }

    @Override
    public double limit(int row) {
        Checks.index(row, 1, "row");
        return resources;
    }

    @Override
    public double violation(double[] coverage) {
        Checks.length(coverage.length, caps.length, "coverage");
        double worst = 0;
        for (int target = 0; target < caps.length; target++) {
            // Written so that NaN counts as a violation.
            if (!(coverage[target] >= 0 && coverage[target] <= caps[target])) {
                double excess = Math.max(-coverage[target], coverage[target] - caps[target]);
                worst = Math.max(worst, Double.isNaN(excess) ? Double.POSITIVE_INFINITY : excess);
            }
        }
        return worst == Double.POSITIVE_INFINITY
                ? worst
                : Math.max(worst, (sum(coverage) - resources) / Math.max(1, resources));
    }

    @Override
    public double reach(double[] from, double[] direction) {
        Checks.length(from.length, caps.length, "from");
        Checks.length(direction.length, caps.length, "direction");
        double slope = sum(direction);
        double reach = slope > 0 ? (resources - sum(from)) / slope : Double.POSITIVE_INFINITY;
        for (int target = 0; target < caps.length; target++) {
            if (direction[target] > 0) {
                reach = Math.min(reach, (caps[target] - from[target]) / direction[target]);
            }
        }
        return Math.max(0, reach);
    }

    @Override
    public double width(double[] from, int target) {
        Checks.length(from.length, caps.length, "from");
        return Math.max(0, Math.min(cap(target) - from[target], resources - sum(from)));
    }

    /** A sum with compensation, by Neumaier: the budget is often met exactly, and then the rounding of a plain sum shows. */
    private static double sum(double[] numbers) {
        double sum = 0;
        double lost = 0;
        for (double number : numbers) {
            double next = sum + number;
            lost += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
            sum = next;
        }
        return sum + lost;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BudgetCoverage that && resources == that.resources && Arrays.equals(caps, that.caps);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(resources) + Arrays.hashCode(caps);
    }

    @Override
    public String toString() {
        return "coverages of " + caps.length + " targets by " + resources + " resources";
    }
}
