// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.learning;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * An adversary in learning with full information: the losses of each round, which may depend on the learner's
 * distribution in that round.
 *
 * <p>The nested classes are adversaries that theory knows; others implement the interface in a few lines. These
 * have no state: the losses are a function of the round and the distribution, so one sequence can be played against many
 * learners.
 */
public interface LossSequence {
    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    int actions();

    /**
     * Returns the number of rounds.
     *
     * @return at least 0
     */
    int rounds();

    /**
     * Writes the losses of a round.
     *
     * @param round in 0 .. rounds - 1
     * @param distribution the learner's probability of each action in this round; not modified
     * @param out overwritten with the loss of each action, in [0, 1]
     */
    void losses(int round, double[] distribution, double[] out);

    /** An oblivious adversary: losses that were fixed in advance. */
    final class Table implements LossSequence {
        private final int actions;
        private final double[][] losses;

        private Table(int actions, double[][] losses) {
            this.actions = actions;
            this.losses = losses;
        }

        /**
         * Creates a table.
         *
         * @param actions the number of actions, at least 1
         * @param losses one row of that many losses in [0, 1] a round; copied
         * @return the table
         */
        public static Table of(int actions, double[][] losses) {
            Checks.atLeast(actions, 1, "actions");
            double[][] copy = new double[losses.length][];
            for (int round = 0; round < losses.length; round++) {
                Checks.length(losses[round].length, actions, "losses[" + round + "]");
                copy[round] = Checks.inUnitInterval(losses[round].clone(), "losses[" + round + "]");
            }
            return new Table(actions, copy);
        }

        /**
         * Returns a loss.
         *
         * @param round in 0 .. rounds - 1
         * @param action in 0 .. actions - 1
         * @return in [0, 1]
         */
        public double loss(int round, int action) {
            return losses[Checks.index(round, losses.length, "round")][Checks.index(action, actions, "action")];
        }

        @Override
        public int actions() {
            return actions;
        }

        @Override
        public int rounds() {
            return losses.length;
        }

        @Override
        public void losses(int round, double[] distribution, double[] out) {
            System.arraycopy(losses[round], 0, out, 0, actions);
        }

        @Override
        public String toString() {
            return "Table[actions=" + actions + ", rounds=" + rounds() + ", losses=" + Arrays.deepToString(losses)
                    + "]";
        }
    }

    /**
     * The adversary that gives loss 1 to the action played with the largest probability, the lowest of them on ties, and 0
     * to the others.
     *
     * @param actions the number of actions, at least 1
     * @param rounds the number of rounds, at least 0
     */
    record PunishHeaviest(int actions, int rounds) implements LossSequence {
        /**
         * Creates the adversary.
         *
         * @param actions at least 1
         * @param rounds at least 0
         */
        public PunishHeaviest {
            Checks.atLeast(actions, 1, "actions");
            Checks.atLeast(rounds, 0, "rounds");
        }

        @Override
        public void losses(int round, double[] distribution, double[] out) {
            int heaviest = 0;
            for (int action = 1; action < actions; action++) {
                if (distribution[action] > distribution[heaviest]) {
                    heaviest = action;
                }
            }
            Arrays.fill(out, 0);
            out[heaviest] = 1;
        }
    }

    /**
     * The sequence on which following the leader fails: even actions lose 1/2 in round 0; then odd actions lose 1 in odd
     * rounds, and even actions lose 1 in even rounds.
     *
     * @param actions the number of actions, at least 1
     * @param rounds the number of rounds, at least 0
     */
    record Alternating(int actions, int rounds) implements LossSequence {
        /**
         * Creates the sequence.
         *
         * @param actions at least 1
         * @param rounds at least 0
         */
        public Alternating {
            Checks.atLeast(actions, 1, "actions");
            Checks.atLeast(rounds, 0, "rounds");
        }

        @Override
        public void losses(int round, double[] distribution, double[] out) {
            double loss = round == 0 ? 0.5 : 1;
            for (int action = 0; action < actions; action++) {
                out[action] = (action - round) % 2 == 0 ? loss : 0;
            }
        }
    }

    /**
     * The sequence on which learners that settle fail: one action has loss 0 until a round, from then on another has; all
     * others lose 1.
     *
     * @param actions the number of actions, at least 1
     * @param rounds the number of rounds, at least 0
     * @param first the action without loss at first, in 0 .. actions - 1
     * @param second the action without loss afterwards, in 0 .. actions - 1
     * @param switchRound the first round of the second, in 0 .. rounds
     */
    record StayThenSwitch(int actions, int rounds, int first, int second, int switchRound) implements LossSequence {
        /**
         * Creates the sequence.
         *
         * @param actions at least 1
         * @param rounds at least 0
         * @param first in 0 .. actions - 1
         * @param second in 0 .. actions - 1
         * @param switchRound in 0 .. rounds
         */
        public StayThenSwitch {
            Checks.atLeast(actions, 1, "actions");
            Checks.atLeast(rounds, 0, "rounds");
            Checks.index(first, actions, "first");
            Checks.index(second, actions, "second");
            Checks.index(switchRound, Math.addExact(rounds, 1), "switchRound");
        }

        @Override
        public void losses(int round, double[] distribution, double[] out) {
            Arrays.fill(out, 1);
            out[round < switchRound ? first : second] = 0;
        }
    }

    /**
     * The sequence on which nothing can be learned: all actions have the same loss in all rounds.
     *
     * @param actions the number of actions, at least 1
     * @param rounds the number of rounds, at least 0
     * @param loss the loss, in [0, 1]
     */
    record AllEqual(int actions, int rounds, double loss) implements LossSequence {
        /**
         * Creates the sequence.
         *
         * @param actions at least 1
         * @param rounds at least 0
         * @param loss in [0, 1]
         */
        public AllEqual {
            Checks.atLeast(actions, 1, "actions");
            Checks.atLeast(rounds, 0, "rounds");
            Checks.inUnitInterval(loss, "loss");
        }

        @Override
        public void losses(int round, double[] distribution, double[] out) {
            Arrays.fill(out, loss);
        }
    }
}
