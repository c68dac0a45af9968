// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import org.hindsight.noregret.bandits.RandomizedBanditLearner;

/**
 * Twelve rounds of given arms, {@code A_t = (5t + floor(t/3)) mod 4}, and losses, {@code ((37t + 11) mod 101) / 101}, over
 * which an independent implementation was run.
 */
final class ForcedTrace {
    private ForcedTrace() {}

    /** The law for round 13. */
    static double[] lawAfter(RandomizedBanditLearner learner) {
        for (int t = 1; t <= 12; t++) {
            learner.observe((5 * t + t / 3) % 4, 1 - ((37 * t + 11) % 101) / 101.0);
        }
        double[] p = new double[4];
        learner.probabilities(p);
        return p;
    }
}
