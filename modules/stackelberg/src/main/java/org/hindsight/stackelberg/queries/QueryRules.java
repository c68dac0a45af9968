// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.security.coverage.CoverageSet;

/** The usual rules for the next query. */
public enum QueryRules implements QueryRule {
    /**
     * Each target by the same part of its width: {@code lower + s w}, with the largest s up to 1/2 that stays in X. Each answer shrinks the
     * width of the answered target by the factor 1 - s, and s is at least one over the number of targets that are not clinched.
     * The default, with a proved number of queries.
     */
    SCALED_WIDTH {
        @Override
        public void query(
                CoverageSet coverages, double[] lower, double[] widths, RandomGenerator random, double[] out) {
            double share = Math.min(0.5, coverages.reach(lower, widths));
            for (int target = 0; target < lower.length; target++) {
                out[target] = lower[target] + share * widths[target];
            }
        }
    },

    /** Each target that is not clinched by the same amount, as much as X allows. No number of queries is proved. */
    UNIFORM_RAY {
        @Override
        public void query(
                CoverageSet coverages, double[] lower, double[] widths, RandomGenerator random, double[] out) {
            boolean none = true;
            for (int target = 0; target < lower.length; target++) {
                out[target] = widths[target] > 0 ? 1 : 0;
                none &= !(widths[target] > 0);
            }
            double length = none ? 0 : coverages.reach(lower, out);
            for (int target = 0; target < lower.length; target++) {
                out[target] = lower[target] + length * out[target];
            }
        }
    };

    /** The number of steps of the published experiments. */
    public static final int PUBLISHED_STEPS = 3000;

    /**
     * Returns the rule of the paper: about the centroid of the coverages in X that are at least the lower bounds.
     *
     * <p>The centroid is estimated by the mean of a random walk that draws one coordinate afresh at each step, uniformly over what the
     * others leave it (hit-and-run along the axes). Each answer at the true centroid removes at least the part 1/e of the volume that is
     * left. A query costs one call of {@link CoverageSet#width} a step, and allocates one row.
     *
     * @param steps the length of the walk, at least 1; {@link #PUBLISHED_STEPS} in the paper's experiments
     * @return the rule
     */
    public static QueryRule centroid(int steps) {
        Checks.atLeast(steps, 1, "steps");
        return (coverages, lower, widths, random, out) -> walk(coverages, lower, widths, random, out, steps);
    }

    private static void walk(
            CoverageSet coverages, double[] lower, double[] widths, RandomGenerator random, double[] out, int steps) {
        int[] active = new int[lower.length];
        int count = 0;
        for (int target = 0; target < lower.length; target++) {
            if (widths[target] > 0) {
                active[count++] = target;
            }
        }
        System.arraycopy(lower, 0, out, 0, lower.length);
        if (count == 0) {
            return;
        }
        double[] at = lower.clone();
        double[] sum = new double[lower.length];
        for (int step = 0; step < steps; step++) {
            int target = active[random.nextInt(count)];
            at[target] = lower[target];
            at[target] += random.nextDouble() * coverages.width(at, target);
            for (int k = 0; k < count; k++) {
                sum[active[k]] += at[active[k]] - lower[active[k]];
            }
        }
        for (int k = 0; k < count; k++) {
            out[active[k]] = lower[active[k]] + sum[active[k]] / steps;
        }
    }
}
