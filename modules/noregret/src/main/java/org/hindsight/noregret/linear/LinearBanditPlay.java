// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/** The protocol of linear bandits: each round offers vectors; the learner chooses one and observes its reward. */
public final class LinearBanditPlay {
    private LinearBanditPlay() {}

    /**
     * Plays from the beginning: resets the learner, then plays. Allocates one action set, and nothing in a round.
     *
     * @param learner the learner, of the bandit's dimension
     * @param bandit the bandit
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of both
     * @return the pseudo-regret: the sum of the gaps of the chosen actions
     */
    public static double run(LinearBanditLearner learner, LinearBandit bandit, long rounds, RandomGenerator random) {
        Checks.atLeast(rounds, 0L, "rounds");
        Checks.length(bandit.dimension(), learner.dimension(), "bandit");
        learner.reset();
        double[] features = new double[Math.multiplyExact(bandit.actions(), bandit.dimension())];
        CompensatedSum regret = new CompensatedSum();
        for (long round = 0; round < rounds; round++) {
            bandit.actionSet(features, random);
            int action = learner.select(features, random);
            learner.observe(features, action, bandit.reward(features, action, random));
            regret.add(bandit.gap(features, action));
        }
        return regret.value();
    }
}
