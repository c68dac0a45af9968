// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/** What the sampling algorithms ask an oracle for, with the number of payoffs asked for so far. */
final class SampledActions {
    private final PayoffOracle game;
    private long calls;

    SampledActions(PayoffOracle game) {
        this.game = game;
    }

    long calls() {
        return calls;
    }

    /** Uniform actions of a player, independent, which may repeat. */
    int[] uniform(int player, int size, RandomGenerator random) {
        int actions = game.actions(player);
        int[] drawn = new int[size];
        for (int k = 0; k < size; k++) {
            drawn[k] = random.nextInt(actions);
        }
        return drawn;
    }

    /** A player's payoff of an own action against an action of the other player. */
    double payoff(int player, int own, int other) {
        calls++;
        double payoff = player == 0 ? game.payoff(0, own, other) : game.payoff(1, other, own);
        return Checks.inUnitInterval(payoff, "payoff");
    }

    /** Both players' payoff matrices, with a row for each row action and a column for each column action. */
    double[][][] among(int[] rows, int[] columns) {
        double[][][] payoffs = new double[2][rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                payoffs[0][i][j] = payoff(0, rows[i], columns[j]);
                payoffs[1][i][j] = payoff(1, columns[j], rows[i]);
            }
        }
        return payoffs;
    }

    /** What each of a player's actions is paid against a mixture of the other's; all payoffs are asked for. */
    double[] against(int player, int[] own, int[] others, double[] probabilities) {
        double[] payoffs = new double[own.length];
        for (int a = 0; a < own.length; a++) {
            double sum = 0;
            for (int b = 0; b < others.length; b++) {
                sum += probabilities[b] * payoff(player, own[a], others[b]);
            }
            payoffs[a] = sum;
        }
        return payoffs;
    }
}
