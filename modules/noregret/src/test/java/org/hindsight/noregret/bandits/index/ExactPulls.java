// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.noregret.bandits.BernoulliBandit;

/** Exact expected pulls of a deterministic learner over a short horizon, by walking every branch of rewards. */
final class ExactPulls {
    private static final RandomGenerator FORBIDDEN = () -> {
        throw new AssertionError("the oracle is for deterministic learners");
    };

    private ExactPulls() {}

    static double ofArm(int counted, BanditLearner learner, BernoulliBandit bandit, int rounds) {
        if (rounds == 0) {
            return 0;
        }
        int arm = learner.select(FORBIDDEN);
        BanditLearner afterZero = learner.fork();
        afterZero.observe(arm, 0);
        BanditLearner afterOne = learner.fork();
        afterOne.observe(arm, 1);
        double mean = bandit.mean(arm);
        return (arm == counted ? 1 : 0)
                + (1 - mean) * ofArm(counted, afterZero, bandit, rounds - 1)
                + mean * ofArm(counted, afterOne, bandit, rounds - 1);
    }
}
