// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.random.RandomGenerator;

/** Draws from probabilities that all change every round, so that a table would not pay: one scan. */
final class ProbabilityScan {
    private ProbabilityScan() {}

    static int draw(double[] probabilities, RandomGenerator random) {
        double point = random.nextDouble();
        for (int arm = 0; arm < probabilities.length; arm++) {
            if (point < probabilities[arm]) {
                return arm;
            }
            point -= probabilities[arm];
        }
        // The probabilities sum to 1 but for rounding.
        int arm = probabilities.length - 1;
        while (!(probabilities[arm] > 0)) {
            arm--;
        }
        return arm;
    }
}
