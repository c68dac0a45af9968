// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * A running account of external, internal and swap regret, in memory that does not grow with the rounds.
 *
 * <p>It keeps M[i][j], the sum over rounds of p_t(i) l_t(j): what the rounds spent on action i would have cost on j. The
 * regrets are functions of M alone. Sums are compensated, so that 10^9 rounds lose no more digits than ten. A round costs
 * O(K) when an action is recorded and O(K^2) when a distribution is; neither allocates. Mutable, not thread-safe.
 */
public final class RegretLedger {
    private final int actions;
    private final double[] sums;
    private final double[] corrections;
    private long rounds;

    private RegretLedger(int actions) {
        this.actions = actions;
        this.sums = new double[Math.multiplyExact(actions, actions)];
        this.corrections = new double[sums.length];
    }

    /**
     * Opens an empty ledger.
     *
     * @param actions the number of actions K, from 1 to 46,340; memory is O(K^2)
     * @return the ledger
     */
    public static RegretLedger forActions(int actions) {
        Checks.atLeast(actions, 1, "actions");
        if (actions > 46_340) {
            throw new IllegalArgumentException("actions must be at most 46340, was " + actions);
        }
        return new RegretLedger(actions);
    }

    /**
     * Enters all rounds of a trace into a new ledger.
     *
     * @param trace the trace
     * @return the ledger
     */
    public static RegretLedger of(Trace trace) {
        RegretLedger ledger = forActions(trace.actions());
        trace.enterInto(ledger);
        return ledger;
    }

    /**
     * Enters a round in which an action was played.
     *
     * @param action the action, in 0 .. actions - 1
     * @param losses the finite loss of each action; read, not kept
     * @throws IllegalArgumentException if an argument is out of range; the ledger is then unchanged
     */
    public void record(int action, double[] losses) {
        Checks.index(action, actions, "action");
        Checks.length(losses.length, actions, "losses");
        Checks.finite(losses, "losses");
        int row = action * actions;
        for (int j = 0; j < actions; j++) {
            add(row + j, losses[j]);
        }
        rounds++;
    }

    /**
     * Enters a round in which a distribution was played.
     *
     * @param distribution the probability of each action; read, not kept
     * @param losses the finite loss of each action; read, not kept
     * @throws IllegalArgumentException if an argument is out of range; the ledger is then unchanged
     */
    public void record(double[] distribution, double[] losses) {
        Checks.length(distribution.length, actions, "distribution");
        Checks.probabilityVector(distribution, "distribution");
        Checks.length(losses.length, actions, "losses");
        Checks.finite(losses, "losses");
        for (int i = 0, cell = 0; i < actions; i++) {
            for (int j = 0; j < actions; j++, cell++) {
                add(cell, distribution[i] * losses[j]);
            }
        }
        rounds++;
    }

    /** Neumaier's compensated sum. */
    private void add(int cell, double term) {
        double sum = sums[cell];
        double next = sum + term;
        corrections[cell] += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sums[cell] = next;
    }

    /**
     * Returns the number of actions K.
     *
     * @return at least 1
     */
    public int actions() {
        return actions;
    }

    /**
     * Returns the number of rounds entered.
     *
     * @return at least 0
     */
    public long rounds() {
        return rounds;
    }

    /**
     * Returns M[i][j], what the rounds spent on i would have cost on j.
     *
     * @param i in 0 .. actions - 1
     * @param j in 0 .. actions - 1
     * @return the sum over rounds of p_t(i) l_t(j)
     */
    public double joint(int i, int j) {
        int cell = Checks.index(i, actions, "i") * actions + Checks.index(j, actions, "j");
        return sums[cell] + corrections[cell];
    }

    /**
     * Returns what the learner lost over all rounds.
     *
     * @return the sum of M[i][i]
     */
    public double suffered() {
        double sum = 0;
        for (int i = 0; i < actions; i++) {
            sum += joint(i, i);
        }
        return sum;
    }

    /** Empties the ledger, without allocation. */
    public void reset() {
        Arrays.fill(sums, 0);
        Arrays.fill(corrections, 0);
        rounds = 0;
    }

    @Override
    public String toString() {
        return "RegretLedger[actions=" + actions + ", rounds=" + rounds + "]";
    }
}
