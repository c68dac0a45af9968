// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;

/** The bandit protocol: each round the learner selects an arm and observes its reward. */
public final class BanditPlay {
    private BanditPlay() {}

    /**
     * Plays from the beginning: resets learner, environment and counts, then plays. Allocates nothing.
     *
     * @param learner the learner
     * @param environment the rewards; must have as many arms as the learner
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of both
     * @param counts overwritten with the number of pulls of each arm
     */
    public static void run(
            BanditLearner learner,
            BanditEnvironment environment,
            long rounds,
            RandomGenerator random,
            PullCounts counts) {
        Checks.atLeast(rounds, 0L, "rounds");
        Checks.length(environment.arms(), learner.arms(), "environment");
        Checks.length(counts.arms(), learner.arms(), "counts");
        learner.reset();
        environment.reset();
        counts.reset();
        for (long round = 0; round < rounds; round++) {
            int arm = learner.select(random);
            learner.observe(arm, environment.reward(arm, random));
            counts.add(arm);
        }
    }
}
