// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import org.hindsight.stackelberg.security.CoverageGame;

/** How a search turns lower bounds ℓ into a commitment: cover the target that is to be attacked a little less. */
final class AttackedTarget {
    private AttackedTarget() {}

    /**
     * Among the targets with ℓ_t above the threshold, the one that the defender likes best at ℓ_t, lowest index on ties, is covered
     * less by the retreat. Without such a target the bounds stay as they are.
     */
    static void attract(CoverageGame game, double threshold, double retreat, double[] lower) {
        int chosen = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < lower.length; target++) {
            if (lower[target] > threshold) {
                double payoff = game.defenderPayoff(target, lower[target]);
                if (payoff > most) {
                    most = payoff;
                    chosen = target;
                }
            }
        }
        if (chosen >= 0) {
            lower[chosen] -= retreat;
        }
    }
}
