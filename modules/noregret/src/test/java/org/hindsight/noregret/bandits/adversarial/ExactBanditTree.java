// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;

/**
 * Exact expected pulls of a randomised learner over a short horizon, by walking every branch of arm and reward.
 *
 * <p>At most (2K)^T leaves; draws nothing.
 */
final class ExactBanditTree {
    private ExactBanditTree() {}

    static double pullsOfArm(int counted, RandomizedBanditLearner learner, BernoulliBandit bandit, int rounds) {
        if (rounds == 0) {
            return 0;
        }
        double[] p = new double[learner.arms()];
        learner.probabilities(p);
        double pulls = p[counted];
        for (int arm = 0; arm < p.length; arm++) {
            for (int reward = 0; reward <= 1; reward++) {
                double chance = p[arm] * (reward == 1 ? bandit.mean(arm) : 1 - bandit.mean(arm));
                if (chance > 0) {
                    RandomizedBanditLearner next = learner.fork();
                    next.observe(arm, reward);
                    pulls += chance * pullsOfArm(counted, next, bandit, rounds - 1);
                }
            }
        }
        return pulls;
    }
}
