// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import org.hindsight.core.learning.FullInformationLearner;

/**
 * Twelve rounds on the table {@code l_{t,i} = ((37t + 11 + 29i) mod 101) / 101} over four actions, on which an independent
 * implementation was run.
 */
final class ReferenceTable {
    private final double[] next = new double[4];
    private double suffered;

    private ReferenceTable() {}

    static ReferenceTable playedBy(FullInformationLearner learner) {
        ReferenceTable played = new ReferenceTable();
        double[] p = new double[4];
        double[] losses = new double[4];
        for (int t = 1; t <= 12; t++) {
            learner.distribution(p);
            for (int i = 0; i < 4; i++) {
                losses[i] = ((37 * t + 11 + 29 * i) % 101) / 101.0;
                played.suffered += p[i] * losses[i];
            }
            learner.observe(losses);
        }
        learner.distribution(played.next);
        return played;
    }

    /** The distribution for round 13. */
    double[] next() {
        return next.clone();
    }

    /** The learner's cumulative loss. */
    double suffered() {
        return suffered;
    }
}
