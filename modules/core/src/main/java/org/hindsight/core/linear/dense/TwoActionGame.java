// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

/**
 * Matrix games in which one player has at most two actions, by the envelope of lines.
 *
 * <p>With two rows played with probabilities p and 1 - p, each column is a line in p, and the row player seeks the
 * highest point of their lower envelope. Two lines bracket it, one that rises and one that falls; where they cross, the
 * lowest line either is one of them, and then the two columns are the column player's optimal mixture, or it replaces
 * the one of its slope's sign. Each round costs a pass over the columns and discards a line for good: at most n rounds,
 * in practice a few.
 */
final class TwoActionGame {
    private int first;
    private int second;
    private double weightOfFirst;
    private double p;

    /**
     * Solves a game with two rows, given as functions of the column: the probability of row 0, and the two columns (which
     * may be the same) that the column player mixes with the weight of the first.
     */
    void solve(MatrixGame game, boolean transposed) {
        int n = transposed ? game.rows() : game.columns();
        double[] payoffs = game.payoffs();
        // If transposed, the game is the negative of the transpose: columns' payoffs change sign and the two players
        // roles.
        int stride = transposed ? 2 : 1;
        int second0 = transposed ? 1 : game.columns();
        double sign = transposed ? -1 : 1;
        double base = payoffs[0];
        int rising = extreme(payoffs, n, stride, second0, sign, base, 0);
        int falling = extreme(payoffs, n, stride, second0, sign, base, 1);
        if (slope(payoffs, rising, stride, second0, sign) <= 0) {
            pure(0, rising);
            return;
        }
        if (slope(payoffs, falling, stride, second0, sign) >= 0) {
            pure(1, falling);
            return;
        }
        for (int round = 0; ; round++) {
            double up = slope(payoffs, rising, stride, second0, sign);
            double down = slope(payoffs, falling, stride, second0, sign);
            double atZero = sign * (payoffs[rising * stride + second0] - payoffs[falling * stride + second0]);
            p = Math.min(1, Math.max(0, -atZero / (up - down)));
            int lowest = extreme(payoffs, n, stride, second0, sign, base, p);
            double level = Math.min(
                    at(payoffs, rising, stride, second0, sign, base, p),
                    at(payoffs, falling, stride, second0, sign, base, p));
            double direction = slope(payoffs, lowest, stride, second0, sign);
            if (lowest == rising
                    || lowest == falling
                    || round >= n
                    || !(at(payoffs, lowest, stride, second0, sign, base, p) < level)) {
                first = rising;
                second = falling;
                weightOfFirst = -down / (up - down);
                return;
            }
            if (direction == 0) {
                pure(p, lowest);
                return;
            }
            if (direction > 0) {
                rising = lowest;
            } else {
                falling = lowest;
            }
        }
    }

    int first() {
        return first;
    }

    int second() {
        return second;
    }

    double weightOfFirst() {
        return weightOfFirst;
    }

    double probabilityOfFirstRow() {
        return p;
    }

    private void pure(double probability, int column) {
        p = probability;
        first = column;
        second = column;
        weightOfFirst = 1;
    }

    /** The lowest line at a probability; of several the flattest outward, so that it decides whether an end is optimal. */
    private static int extreme(
            double[] payoffs, int n, int stride, int second0, double sign, double base, double probability) {
        int best = 0;
        double lowest = at(payoffs, 0, stride, second0, sign, base, probability);
        for (int j = 1; j < n; j++) {
            double height = at(payoffs, j, stride, second0, sign, base, probability);
            if (height < lowest) {
                lowest = height;
                best = j;
            } else if (height == lowest && probability == 0) {
                best = slope(payoffs, j, stride, second0, sign) < slope(payoffs, best, stride, second0, sign)
                        ? j
                        : best;
            } else if (height == lowest && probability == 1) {
                best = slope(payoffs, j, stride, second0, sign) > slope(payoffs, best, stride, second0, sign)
                        ? j
                        : best;
            }
        }
        return best;
    }

    private static double at(
            double[] payoffs, int j, int stride, int second0, double sign, double base, double probability) {
        double a = sign * (payoffs[j * stride] - base);
        double b = sign * (payoffs[j * stride + second0] - base);
        return probability * a + (1 - probability) * b;
    }

    private static double slope(double[] payoffs, int j, int stride, int second0, double sign) {
        return sign * (payoffs[j * stride] - payoffs[j * stride + second0]);
    }
}
