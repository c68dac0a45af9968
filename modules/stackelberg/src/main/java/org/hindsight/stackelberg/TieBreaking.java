// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

import java.util.random.RandomGenerator;

/** The usual rules of a follower who has several best responses. Equal payoffs of the leader go to the lowest index. */
public enum TieBreaking implements TieRule {
    /** The response that the leader likes best: the rule of strong Stackelberg equilibrium. */
    STRONG {
        @Override
        public int choose(StackelbergGame game, double[] commitment, int[] tied, int count, RandomGenerator random) {
            return extreme(game, commitment, tied, count, 1);
        }
    },

    /** The response that the leader likes least: the rule of weak Stackelberg equilibrium. */
    WEAK {
        @Override
        public int choose(StackelbergGame game, double[] commitment, int[] tied, int count, RandomGenerator random) {
            return extreme(game, commitment, tied, count, -1);
        }
    },

    /** The response of the lowest index. */
    LOWEST_INDEX {
        @Override
        public int choose(StackelbergGame game, double[] commitment, int[] tied, int count, RandomGenerator random) {
            return tied[0];
        }
    },

    /** Each tied response with equal probability. */
    RANDOM {
        @Override
        public int choose(StackelbergGame game, double[] commitment, int[] tied, int count, RandomGenerator random) {
            return count == 1 ? tied[0] : tied[random.nextInt(count)];
        }
    };

    private static int extreme(StackelbergGame game, double[] commitment, int[] tied, int count, int sign) {
        int chosen = tied[0];
        if (count > 1) {
            double most = sign * game.leaderPayoff(commitment, chosen);
            for (int index = 1; index < count; index++) {
                double payoff = sign * game.leaderPayoff(commitment, tied[index]);
                if (payoff > most) {
                    most = payoff;
                    chosen = tied[index];
                }
            }
        }
        return chosen;
    }
}
