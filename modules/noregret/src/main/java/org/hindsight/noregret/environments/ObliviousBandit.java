// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.environments;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.LossSequence;

/**
 * The oblivious adversary of bandits: a table of losses, one row a round, fixed in advance.
 *
 * <p>The reward of a pull is 1 minus the loss. Mutable (it counts rounds), not thread-safe.
 */
public final class ObliviousBandit implements AdversarialBandit {
    private final LossSequence.Table table;
    private int round;

    private ObliviousBandit(LossSequence.Table table) {
        this.table = table;
    }

    /**
     * Creates the environment at its first round.
     *
     * @param table the losses
     * @return the environment
     */
    public static ObliviousBandit of(LossSequence.Table table) {
        return new ObliviousBandit(table);
    }

    @Override
    public int arms() {
        return table.actions();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the table has no more rounds
     */
    @Override
    public double reward(int arm, RandomGenerator random) {
        Checks.index(arm, table.actions(), "arm");
        if (round == table.rounds()) {
            throw new IllegalStateException("the table has " + table.rounds() + " rounds, all played");
        }
        return 1 - table.loss(round++, arm);
    }

    @Override
    public void lossesOfLastRound(double[] out) {
        Checks.length(out.length, table.actions(), "out");
        if (round == 0) {
            throw new IllegalStateException("no round has been played");
        }
        for (int arm = 0; arm < out.length; arm++) {
            out[arm] = table.loss(round - 1, arm);
        }
    }

    @Override
    public void reset() {
        round = 0;
    }
}
