// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import org.hindsight.core.Checks;

/** The largest probability of an action, 1 / (sigma n). */
final class Cap {
    /** What rounding may do to sigma n. */
    private static final double ROUNDING = 1e-12;

    private Cap() {}

    static double of(int actions, double sigma) {
        if (!(sigma <= 1 && sigma * actions >= 1 - ROUNDING)) {
            throw new IllegalArgumentException(
                    "sigma must lie in [1 / n, 1] = [" + 1.0 / actions + ", 1], was " + sigma);
        }
        return Math.min(1, 1 / (sigma * actions));
    }

    static double checked(int actions, double cap) {
        Checks.atLeast(actions, 1, "actions");
        if (!(cap <= 1 && cap * actions >= 1 - ROUNDING)) {
            throw new IllegalArgumentException("cap must lie in [1 / n, 1] = [" + 1.0 / actions + ", 1], was " + cap);
        }
        return cap;
    }
}
