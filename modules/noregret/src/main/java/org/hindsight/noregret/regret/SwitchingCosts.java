// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

import org.hindsight.core.Checks;
import org.hindsight.core.learning.LossSequence;

/**
 * An oblivious table of losses plus a cost for every change of action: an adversary with memory one.
 *
 * <p>After O. Dekel, J. Ding, T. Koren and Y. Peres (2014), Bandits with switching costs: T^(2/3) regret.
 *
 * @param table the losses, fixed in advance
 * @param cost what a change from one round to the next costs, at least 0; the first round is no change
 */
public record SwitchingCosts(LossSequence.Table table, double cost) implements ReplayableAdversary {
    /**
     * Creates the adversary.
     *
     * @param table the losses
     * @param cost finite, at least 0
     */
    public SwitchingCosts {
        Checks.nonNegative(cost, "cost");
    }

    @Override
    public int actions() {
        return table.actions();
    }

    @Override
    public double loss(int[] history, int round) {
        double change = round > 0 && history[round] != history[round - 1] ? cost : 0;
        return table.loss(round, history[round]) + change;
    }
}
