// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

/**
 * Matrix games in which one player has two actions, by the envelope of lines.
 *
 * <p>With two rows played with probabilities p and 1 - p, each column is a line in p, and the row player seeks the
 * highest point of their lower envelope. Two lines bracket it, one that rises and one that falls; where they cross, the
 * lowest line either is no lower than they are, and then the two columns are the column player's optimal mixture, or it
 * replaces the one of its slope's sign. Each round costs a pass over the columns and discards a line for good: at most n
 * rounds, in practice a few. A game with two columns is the negative transpose of one with two rows.
 */
final class TwoActionGame {
    /** The heights of each line at p = 0 and p = 1, and its slope. */
    private double[] atZero = {};

    private double[] atOne = {};
    private double[] slope = {};
    private int lines;
    private double p;
    private int first;
    private int second;
    private double weightOfFirst;

    /** Solves a game with two rows or, transposed, two columns. */
    void solve(MatrixGame game, boolean transposed) {
        takeLines(game, transposed);
        int rising = lowest(0);
        int falling = lowest(1);
        if (slope[rising] <= 0) {
            pure(0, rising);
            return;
        }
        if (slope[falling] >= 0) {
            pure(1, falling);
            return;
        }
        for (int round = 0; ; round++) {
            double steepness = slope[rising] - slope[falling];
            p = Math.min(1, Math.max(0, (atZero[falling] - atZero[rising]) / steepness));
            int next = lowest(p);
            if (round >= lines || !(at(next, p) < Math.min(at(rising, p), at(falling, p)))) {
                first = rising;
                second = falling;
                weightOfFirst = -slope[falling] / steepness;
                return;
            }
            if (slope[next] == 0) {
                pure(p, next);
                return;
            }
            if (slope[next] > 0) {
                rising = next;
            } else {
                falling = next;
            }
        }
    }

    /** The probability of the first of the two actions. */
    double probabilityOfFirstAction() {
        return p;
    }

    /** One of the two actions that the other player mixes; it may be the same as the second. */
    int first() {
        return first;
    }

    int second() {
        return second;
    }

    double weightOfFirst() {
        return weightOfFirst;
    }

    private void takeLines(MatrixGame game, boolean transposed) {
        lines = transposed ? game.rows() : game.columns();
        if (atZero.length < lines) {
            atZero = new double[lines];
            atOne = new double[lines];
            slope = new double[lines];
        }
        double[] payoffs = game.payoffs();
        // Heights count from the first payoff, so that an offset of all payoffs costs no accuracy.
        double base = transposed ? -payoffs[0] : payoffs[0];
        for (int j = 0; j < lines; j++) {
            double one = transposed ? -payoffs[2 * j] : payoffs[j];
            double zero = transposed ? -payoffs[2 * j + 1] : payoffs[lines + j];
            atOne[j] = one - base;
            atZero[j] = zero - base;
            slope[j] = one - zero;
        }
    }

    private double at(int line, double probability) {
        return probability * atOne[line] + (1 - probability) * atZero[line];
    }

    /** The lowest line; of several, the one that tells whether an end is optimal. */
    private int lowest(double probability) {
        int best = 0;
        for (int j = 1; j < lines; j++) {
            double difference = at(j, probability) - at(best, probability);
            boolean telling =
                    (probability == 0 && slope[j] < slope[best]) || (probability == 1 && slope[j] > slope[best]);
            best = difference < 0 || (difference == 0 && telling) ? j : best;
        }
        return best;
    }

    private void pure(double probability, int column) {
        p = probability;
        first = column;
        second = column;
        weightOfFirst = 1;
    }
}
