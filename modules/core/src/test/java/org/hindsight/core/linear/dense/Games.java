// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.random.RandomGenerator;

/** Matrix games for tests, and what strategies earn in them by the definition. */
final class Games {
    private Games() {}

    /** A game of one of the kinds that break solvers: continuous, small integers, sparse, repeated rows and columns. */
    static double[][] any(RandomGenerator random, int m, int n) {
        int kind = random.nextInt(5);
        double[][] payoffs = new double[m][n];
        for (double[] row : payoffs) {
            for (int j = 0; j < n; j++) {
                row[j] = switch (kind) {
                    case 0 -> 2 * random.nextDouble() - 1;
                    case 1 -> random.nextInt(-1, 2);
                    case 2 -> random.nextInt(-5, 6);
                    case 3 -> random.nextInt(8) == 0 ? 1 : 0;
                    default -> random.nextInt(2) == 0 ? random.nextInt(3) : random.nextDouble();
                };
            }
        }
        if (m > 1 && random.nextInt(4) == 0) {
            payoffs[m - 1] = payoffs[random.nextInt(m - 1)].clone();
        }
        if (n > 1 && random.nextInt(4) == 0) {
            int copy = random.nextInt(n - 1);
            for (double[] row : payoffs) {
                row[n - 1] = row[copy];
            }
        }
        return payoffs;
    }

    static double[][] integers(RandomGenerator random, int m, int n, int size) {
        double[][] payoffs = new double[m][n];
        for (double[] row : payoffs) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextInt(-size, size + 1);
            }
        }
        return payoffs;
    }

    static double[][] affine(double[][] payoffs, double factor, double offset) {
        double[][] image = new double[payoffs.length][payoffs[0].length];
        for (int i = 0; i < image.length; i++) {
            for (int j = 0; j < image[i].length; j++) {
                image[i][j] = factor * payoffs[i][j] + offset;
            }
        }
        return image;
    }

    /** The same game seen by the other player. */
    static double[][] negativeTranspose(double[][] payoffs) {
        double[][] image = new double[payoffs[0].length][payoffs.length];
        for (int i = 0; i < payoffs.length; i++) {
            for (int j = 0; j < image.length; j++) {
                image[j][i] = -payoffs[i][j];
            }
        }
        return image;
    }

    static double range(double[][] payoffs) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : payoffs) {
            for (double payoff : row) {
                least = Math.min(least, payoff);
                most = Math.max(most, payoff);
            }
        }
        return most - least;
    }

    static double earnedByWorstColumn(double[][] payoffs, double[] x) {
        double worst = Double.POSITIVE_INFINITY;
        for (int j = 0; j < payoffs[0].length; j++) {
            double earned = 0;
            for (int i = 0; i < x.length; i++) {
                earned += x[i] * payoffs[i][j];
            }
            worst = Math.min(worst, earned);
        }
        return worst;
    }

    static double earnedByBestRow(double[][] payoffs, double[] y) {
        double best = Double.NEGATIVE_INFINITY;
        for (double[] row : payoffs) {
            double earned = 0;
            for (int j = 0; j < y.length; j++) {
                earned += row[j] * y[j];
            }
            best = Math.max(best, earned);
        }
        return best;
    }

    /** The value of a game with two rows: the highest of the lowest columns at the ends and at every crossing. */
    static double valueOfTwoRows(double[][] payoffs) {
        int n = payoffs[0].length;
        double best = Math.max(lowest(payoffs, 0), lowest(payoffs, 1));
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                double slope = payoffs[0][j] - payoffs[1][j] - payoffs[0][k] + payoffs[1][k];
                double p = (payoffs[1][k] - payoffs[1][j]) / slope;
                if (p >= 0 && p <= 1) {
                    best = Math.max(best, lowest(payoffs, p));
                }
            }
        }
        return best;
    }

    private static double lowest(double[][] payoffs, double p) {
        return earnedByWorstColumn(payoffs, new double[] {p, 1 - p});
    }
}
