// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A finished play: the loss of every action in every round, and the distribution or the action that was played.
 *
 * <p>Losses are any finite numbers. Immutable; memory is O(TK).
 */
public final class Trace {
    private final int rounds;
    private final int actions;
    private final double[] losses;
    private final int @Nullable [] played;
    private final double @Nullable [] distributions;

    private Trace(
            int rounds, int actions, double[] losses, int @Nullable [] played, double @Nullable [] distributions) {
        this.rounds = rounds;
        this.actions = actions;
        this.losses = losses;
        this.played = played;
        this.distributions = distributions;
    }

    /**
     * Records a play of one action a round; regrets of it are realised regrets.
     *
     * @param actions the number of actions K, at least 1
     * @param losses one row of K finite losses a round; copied
     * @param played the action of each round, in 0 .. K - 1; as many as there are rows; copied
     * @return the trace
     */
    public static Trace ofActions(int actions, double[][] losses, int[] played) {
        double[] table = table(actions, losses, "losses");
        Checks.length(played.length, losses.length, "played");
        for (int round = 0; round < played.length; round++) {
            Checks.index(played[round], actions, "played[" + round + "]");
        }
        return new Trace(losses.length, actions, table, played.clone(), null);
    }

    /**
     * Records a play of one distribution a round; regrets of it are regrets of expected losses.
     *
     * @param actions the number of actions K, at least 1
     * @param losses one row of K finite losses a round; copied
     * @param distributions the probability vector of each round; as many as there are rows; copied
     * @return the trace
     */
    public static Trace ofDistributions(int actions, double[][] losses, double[][] distributions) {
        double[] table = table(actions, losses, "losses");
        Checks.length(distributions.length, losses.length, "distributions");
        double[] laws = table(actions, distributions, "distributions");
        for (int round = 0; round < distributions.length; round++) {
            Checks.probabilityVector(distributions[round], "distributions[" + round + "]");
        }
        return new Trace(losses.length, actions, table, null, laws);
    }

    private static double[] table(int actions, double[][] rows, String name) {
        Checks.atLeast(actions, 1, "actions");
        double[] table = new double[Math.multiplyExact(rows.length, actions)];
        for (int round = 0; round < rows.length; round++) {
            Checks.length(rows[round].length, actions, name + "[" + round + "]");
            Checks.finite(rows[round], name + "[" + round + "]");
            System.arraycopy(rows[round], 0, table, round * actions, actions);
        }
        return table;
    }

    /**
     * Returns the number of rounds T.
     *
     * @return at least 0
     */
    public int rounds() {
        return rounds;
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
     * Returns the loss of an action in a round, played or not.
     *
     * @param round in 0 .. rounds - 1
     * @param action in 0 .. actions - 1
     * @return the loss
     */
    public double loss(int round, int action) {
        return losses[cell(round, action)];
    }

    /**
     * Returns how likely an action was in a round.
     *
     * @param round in 0 .. rounds - 1
     * @param action in 0 .. actions - 1
     * @return the probability; 0 or 1 if an action was recorded
     */
    public double probability(int round, int action) {
        int cell = cell(round, action);
        if (distributions != null) {
            return distributions[cell];
        }
        return playedActions()[round] == action ? 1 : 0;
    }

    /**
     * Returns what the learner lost in a round: the loss of the action played, or the expected loss of the distribution.
     *
     * @param round in 0 .. rounds - 1
     * @return the loss
     */
    public double suffered(int round) {
        Checks.index(round, rounds, "round");
        if (distributions == null) {
            return losses[round * actions + playedActions()[round]];
        }
        double sum = 0;
        for (int cell = round * actions; cell < (round + 1) * actions; cell++) {
            sum += distributions[cell] * losses[cell];
        }
        return sum;
    }

    /** Adds the rounds of this trace to a ledger. */
    void enterInto(RegretLedger ledger) {
        double[] row = new double[actions];
        double[] law = new double[actions];
        for (int round = 0; round < rounds; round++) {
            System.arraycopy(losses, round * actions, row, 0, actions);
            if (distributions == null) {
                ledger.record(playedActions()[round], row);
            } else {
                System.arraycopy(distributions, round * actions, law, 0, actions);
                ledger.record(law, row);
            }
        }
    }

    private int[] playedActions() {
        if (played == null) {
            throw new IllegalStateException("a trace has actions or distributions");
        }
        return played;
    }

    private int cell(int round, int action) {
        return Checks.index(round, rounds, "round") * actions + Checks.index(action, actions, "action");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trace that
                && actions == that.actions
                && Arrays.equals(losses, that.losses)
                && Arrays.equals(played, that.played)
                && Arrays.equals(distributions, that.distributions);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(losses) + 31 * Arrays.hashCode(played) + Arrays.hashCode(distributions);
    }

    @Override
    public String toString() {
        return "Trace[rounds=" + rounds + ", actions=" + actions + ", of "
                + (played == null ? "distributions" : "actions") + "]";
    }
}
