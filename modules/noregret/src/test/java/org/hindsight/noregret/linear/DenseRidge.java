// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import org.hindsight.core.numeric.CompensatedSum;

/** Ridge regression as the formula says: V and sum x y are summed up, and each question is a fresh Gaussian elimination. */
final class DenseRidge {
    private final int d;
    private final double lambda;
    private final CompensatedSum[][] v;
    private final CompensatedSum[] b;

    DenseRidge(int d, double lambda) {
        this.d = d;
        this.lambda = lambda;
        this.v = new CompensatedSum[d][d];
        this.b = new CompensatedSum[d];
        for (int i = 0; i < d; i++) {
            b[i] = new CompensatedSum();
            for (int j = 0; j < d; j++) {
                v[i][j] = new CompensatedSum();
                v[i][j].add(i == j ? lambda : 0);
            }
        }
    }

    void add(double[] features, int row, double y) {
        for (int i = 0; i < d; i++) {
            b[i].add(features[row * d + i] * y);
            for (int j = 0; j < d; j++) {
                v[i][j].add(features[row * d + i] * features[row * d + j]);
            }
        }
    }

    double precision(int i, int j) {
        return v[i][j].value();
    }

    double[] theta() {
        double[] right = new double[d];
        for (int i = 0; i < d; i++) {
            right[i] = b[i].value();
        }
        return solve(right);
    }

    double squaredNorm(double[] features, int row) {
        double[] x = new double[d];
        System.arraycopy(features, row * d, x, 0, d);
        double[] w = solve(x);
        double sum = 0;
        for (int i = 0; i < d; i++) {
            sum += x[i] * w[i];
        }
        return sum;
    }

    double predict(double[] features, int row) {
        double[] theta = theta();
        double sum = 0;
        for (int i = 0; i < d; i++) {
            sum += features[row * d + i] * theta[i];
        }
        return sum;
    }

    double logDeterminantRatio() {
        double[][] a = matrix(new double[d]);
        double sum = 0;
        for (int k = 0; k < d; k++) {
            eliminate(a, k);
            sum += Math.log(Math.abs(a[k][k]) / lambda);
        }
        return sum;
    }

    private double[] solve(double[] right) {
        double[][] a = matrix(right);
        for (int k = 0; k < d; k++) {
            eliminate(a, k);
        }
        double[] x = new double[d];
        for (int i = d - 1; i >= 0; i--) {
            double sum = a[i][d];
            for (int j = i + 1; j < d; j++) {
                sum -= a[i][j] * x[j];
            }
            x[i] = sum / a[i][i];
        }
        return x;
    }

    private double[][] matrix(double[] right) {
        double[][] a = new double[d][d + 1];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                a[i][j] = v[i][j].value();
            }
            a[i][d] = right[i];
        }
        return a;
    }

    private void eliminate(double[][] a, int k) {
        int pivot = k;
        for (int i = k + 1; i < d; i++) {
            pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
        }
        double[] row = a[pivot];
        a[pivot] = a[k];
        a[k] = row;
        for (int i = k + 1; i < d; i++) {
            double factor = a[i][k] / row[k];
            for (int j = k; j <= d; j++) {
                a[i][j] -= factor * row[j];
            }
        }
    }
}
