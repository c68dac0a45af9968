// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

/**
 * A set of states that a Markov chain leaves for good: how often it visits each on the way.
 *
 * <p>States are eliminated one after the other, by adding and multiplying non-negative numbers only, so that every entry of the
 * answer is accurate to a few roundings however unlikely the exit (W. Grassmann, M. Taksar, D. Heyman, 1985). Cost r^3 / 3.
 */
final class TransientBlock {
    private final double[][] inside;
    private final double[] exit;

    /** Takes ownership: the probabilities of steps inside, off the diagonal, and of leaving; rows sum to one. */
    TransientBlock(double[][] inside, double[] exit) {
        this.inside = inside;
        this.exit = exit;
        for (int k = exit.length - 1; k >= 0; k--) {
            double away = exit[k];
            for (int j = 0; j < k; j++) {
                away += inside[k][j];
            }
            inside[k][k] = away;
            for (int i = 0; i < k; i++) {
                double share = inside[i][k] / away;
                if (share > 0) {
                    for (int j = 0; j < k; j++) {
                        inside[i][j] += share * inside[k][j];
                    }
                    exit[i] += share * exit[k];
                }
            }
        }
    }

    /** Replaces the probabilities of starting in each state by the expected numbers of visits. */
    void visits(double[] start) {
        for (int k = exit.length - 1; k > 0; k--) {
            double share = start[k] / inside[k][k];
            for (int j = 0; j < k; j++) {
                start[j] += share * inside[k][j];
            }
        }
        for (int k = 0; k < exit.length; k++) {
            double sum = start[k];
            for (int i = 0; i < k; i++) {
                sum += start[i] * inside[i][k];
            }
            start[k] = sum / inside[k][k];
        }
    }

    /** Replaces the expected values of leaving from each state, times the probability, by the values of starting there. */
    void values(double[] values) {
        for (int k = exit.length - 1; k > 0; k--) {
            double share = values[k] / inside[k][k];
            for (int i = 0; i < k; i++) {
                values[i] += inside[i][k] * share;
            }
        }
        for (int k = 0; k < exit.length; k++) {
            double sum = values[k];
            for (int j = 0; j < k; j++) {
                sum += inside[k][j] * values[j];
            }
            values[k] = sum / inside[k][k];
        }
    }
}
