// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import java.util.random.RandomGenerator;

/** Partitions for tests. */
final class Partitions {
    private Partitions() {}

    /** The regions where the columns of a matrix are largest; small integers have ties, equal columns and empty regions. */
    static SimplexPartition ofLargestColumn(int m, int n, boolean whole, RandomGenerator random) {
        double[][] v = new double[m][n];
        for (double[] row : v) {
            for (int j = 0; j < n; j++) {
                row[j] = whole ? random.nextInt(3) : random.nextDouble();
            }
        }
        double[][][] rows = new double[n][n][m];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                for (int a = 0; a < m; a++) {
                    rows[j][k][a] = v[a][k] - v[a][j];
                }
            }
        }
        return SimplexPartition.of(m, rows);
    }

    static int draw(double[] probabilities, RandomGenerator random) {
        double left = random.nextDouble();
        int last = 0;
        for (int bin = 0; bin < probabilities.length; bin++) {
            if (probabilities[bin] > 0) {
                last = bin;
                left -= probabilities[bin];
                if (left < 0) {
                    return bin;
                }
            }
        }
        return last;
    }

    static double[] row(double[] forecasts, int bin, int m) {
        return java.util.Arrays.copyOfRange(forecasts, bin * m, (bin + 1) * m);
    }
}
