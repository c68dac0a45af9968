// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import org.hindsight.core.Checks;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.noregret.regret.RegretLedger;
import org.hindsight.noregret.regret.Trace;

/** The protocol of full information: each round the learner plays a distribution and then sees the loss of every action. */
public final class ExpertPlay {
    private ExpertPlay() {}

    /**
     * Plays from the beginning and keeps everything: resets the learner, then plays.
     *
     * @param learner the learner
     * @param sequence the losses; must have as many actions as the learner
     * @return all distributions and losses
     */
    public static Trace run(FullInformationLearner learner, LossSequence sequence) {
        int actions = sequence.actions();
        Checks.length(actions, learner.actions(), "sequence");
        double[][] distributions = new double[sequence.rounds()][actions];
        double[][] losses = new double[sequence.rounds()][actions];
        learner.reset();
        for (int round = 0; round < losses.length; round++) {
            learner.distribution(distributions[round]);
            sequence.losses(round, distributions[round], losses[round]);
            learner.observe(losses[round]);
        }
        return Trace.ofDistributions(actions, losses, distributions);
    }

    /**
     * Plays from the beginning and keeps the account alone: resets learner and ledger, then plays. Allocates two rows,
     * and nothing in a round.
     *
     * @param learner the learner
     * @param sequence the losses; must have as many actions as the learner
     * @param ledger overwritten with the account of the play; of as many actions
     */
    public static void run(FullInformationLearner learner, LossSequence sequence, RegretLedger ledger) {
        int actions = sequence.actions();
        Checks.length(actions, learner.actions(), "sequence");
        Checks.length(ledger.actions(), learner.actions(), "ledger");
        double[] distribution = new double[actions];
        double[] losses = new double[actions];
        learner.reset();
        ledger.reset();
        for (int round = 0; round < sequence.rounds(); round++) {
            learner.distribution(distribution);
            sequence.losses(round, distribution, losses);
            ledger.record(distribution, losses);
            learner.observe(losses);
        }
    }
}
