// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.coverage;

import java.util.List;
import org.hindsight.core.Checks;

/**
 * A lottery over sets of covered targets: a mixed strategy of the defender, written out.
 *
 * @param targets the number n of targets
 * @param patrols the sets, each with its probability; the probabilities sum to 1 within rounding
 */
public record CoverageLottery(int targets, List<Patrol> patrols) {
    /**
     * A set of targets that are covered at once, and how often.
     *
     * @param probability positive, at most 1
     * @param covered the targets in increasing order, perhaps none
     */
    public record Patrol(double probability, List<Integer> covered) {
        /**
         * Creates a patrol.
         *
         * @param probability positive, at most 1
         * @param covered the targets; copied
         */
        public Patrol {
            Checks.rate(probability, "probability");
            covered = List.copyOf(covered);
        }
    }

    /**
     * Creates a lottery.
     *
     * @param targets n, at least 1
     * @param patrols the sets, each of targets in 0 .. n - 1; copied
     */
    public CoverageLottery {
        Checks.atLeast(targets, 1, "targets");
        patrols = List.copyOf(patrols);
        double sum = 0;
        for (Patrol patrol : patrols) {
            sum += patrol.probability();
            for (int target : patrol.covered()) {
                Checks.index(target, targets, "covered");
            }
        }
        if (!(Math.abs(sum - 1) <= Checks.PROBABILITY_SUM_TOLERANCE)) {
            throw new IllegalArgumentException("patrols must have probabilities that sum to 1, they summed to " + sum);
        }
    }

    /**
     * Returns how often each target is covered.
     *
     * @return a new array of n probabilities
     */
    public double[] marginals() {
        double[] marginals = new double[targets];
        for (Patrol patrol : patrols) {
            for (int target : patrol.covered()) {
                marginals[target] += patrol.probability();
            }
        }
        return marginals;
    }
}
