// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.noregret.bandits.BanditEnvironment;

/** The bandit protocol with delays: each round the learner selects an arm, then observes the rewards that arrive. */
public final class DelayedBanditPlay {
    private DelayedBanditPlay() {}

    /**
     * Plays from the beginning: resets learner, environment and counts, then plays.
     *
     * <p>A round draws the learner's coins, the reward, then the delay; rewards that arrive at the end of one round are shown in
     * the order of their pulls. Those that have not arrived at the end are lost. O(log n) a round with n rewards on their way;
     * allocates only when more rewards are on their way than before.
     *
     * @param learner the learner
     * @param environment the bandit, with as many arms
     * @param delays how late rewards arrive
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of all three
     * @param counts overwritten with what happened
     */
    public static void run(
            DelayedBanditLearner learner,
            BanditEnvironment environment,
            Delays delays,
            long rounds,
            RandomGenerator random,
            DelayedPullCounts counts) {
        Checks.atLeast(rounds, 0L, "rounds");
        Checks.length(environment.arms(), learner.arms(), "environment");
        Checks.length(counts.arms(), learner.arms(), "counts");
        learner.reset();
        environment.reset();
        counts.reset();
        PendingRewards pending = new PendingRewards();
        for (long round = 0; round < rounds; round++) {
            int arm = learner.select(round, random);
            counts.pull(arm);
            double reward = environment.reward(arm, random);
            long delay = Checks.atLeast(delays.delay(round, random), 0L, "delay");
            // What arrives after the last round need not be kept.
            if (delay < rounds - round) {
                pending.add(round + delay, round, arm, reward);
            }
            while (pending.hasArrivedBy(round)) {
                learner.observe(pending.firstRound(), pending.firstArm(), pending.firstReward());
                counts.arrival(pending.firstArm());
                pending.removeFirst();
            }
        }
    }
}
