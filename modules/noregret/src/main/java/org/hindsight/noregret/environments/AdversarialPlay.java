// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.environments;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.noregret.regret.RegretLedger;
import org.hindsight.noregret.regret.Trace;

/** The bandit protocol against an environment whose losses are all known afterwards, with regret accounted for. */
public final class AdversarialPlay {
    private AdversarialPlay() {}

    /**
     * Plays from the beginning and keeps the account: resets learner, environment and ledger, then plays. A round costs O(K)
     * more than the learner's and allocates nothing.
     *
     * @param learner the learner
     * @param environment the rewards; must have as many arms as the learner
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of both
     * @param ledger overwritten with the account of the play; of as many actions as there are arms
     */
    public static void run(
            BanditLearner learner,
            AdversarialBandit environment,
            long rounds,
            RandomGenerator random,
            RegretLedger ledger) {
        Checks.atLeast(rounds, 0L, "rounds");
        Checks.length(environment.arms(), learner.arms(), "environment");
        Checks.length(ledger.actions(), learner.arms(), "ledger");
        double[] losses = new double[learner.arms()];
        learner.reset();
        environment.reset();
        ledger.reset();
        for (long round = 0; round < rounds; round++) {
            ledger.record(round(learner, environment, random, losses), losses);
        }
    }

    /**
     * Plays from the beginning and keeps everything: resets learner and environment, then plays.
     *
     * @param learner the learner
     * @param environment the rewards; must have as many arms as the learner
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of both
     * @return all pulls and losses
     */
    public static Trace trace(
            BanditLearner learner, AdversarialBandit environment, int rounds, RandomGenerator random) {
        Checks.atLeast(rounds, 0, "rounds");
        Checks.length(environment.arms(), learner.arms(), "environment");
        double[][] losses = new double[rounds][learner.arms()];
        int[] pulled = new int[rounds];
        learner.reset();
        environment.reset();
        for (int round = 0; round < rounds; round++) {
            pulled[round] = round(learner, environment, random, losses[round]);
        }
        return Trace.ofActions(learner.arms(), losses, pulled);
    }

    private static int round(
            BanditLearner learner, AdversarialBandit environment, RandomGenerator random, double[] losses) {
        int arm = learner.select(random);
        learner.observe(arm, environment.reward(arm, random));
        environment.lossesOfLastRound(losses);
        return arm;
    }
}
