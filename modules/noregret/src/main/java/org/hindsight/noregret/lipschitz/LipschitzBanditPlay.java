// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.lipschitz;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/** The protocol of bandits on an interval: each round the learner plays a point and observes its reward. */
public final class LipschitzBanditPlay {
    private LipschitzBanditPlay() {}

    /**
     * Plays from the beginning: resets the learner, then plays.
     *
     * @param learner the learner
     * @param bandit the bandit
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of both
     * @return the pseudo-regret: the sum of the gaps of the points played
     */
    public static double run(
            LipschitzBanditLearner learner, LipschitzBandit bandit, long rounds, RandomGenerator random) {
        Checks.atLeast(rounds, 0L, "rounds");
        learner.reset();
        CompensatedSum regret = new CompensatedSum();
        for (long round = 0; round < rounds; round++) {
            double point = learner.select(random);
            learner.observe(point, bandit.reward(point, random));
            regret.add(bandit.gap(point));
        }
        return regret.value();
    }
}
