// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.quadratic;

import java.util.Arrays;

/**
 * The factors that a dual active-set method keeps: J with {@code JJ' = Q^-1}, and R upper triangular with {@code J'N = (R; 0)} for
 * the matrix N whose columns are the active constraints.
 *
 * <p>A constraint enters or leaves by Givens rotations of columns of J: O(n^2).
 */
final class ActiveFactors {
    /** A pivot of Q, whose diagonal is near 1, below this times n is lost to rounding. */
    private static final double LEAST_PIVOT = 1e-14;

    private final int variables;
    /** j[k] is column k of J. */
    private final double[][] j;
    /** r[k][i] for i at most k is the entry of R in row i and column k. */
    private final double[][] r;

    private int size;

    ActiveFactors(double[][] quadratic) {
        this.variables = quadratic.length;
        this.j = new double[variables][variables];
        this.r = new double[variables][variables];
        double[][] lower = cholesky(quadratic);
        // J is the inverse of the transposed Cholesky factor: column k solves L' x = e_k.
        for (int k = 0; k < variables; k++) {
            for (int i = k; i >= 0; i--) {
                double sum = i == k ? 1 : 0;
                for (int l = i + 1; l <= k; l++) {
                    sum -= lower[l][i] * j[k][l];
                }
                j[k][i] = sum / lower[i][i];
            }
        }
    }

    private static double[][] cholesky(double[][] quadratic) {
        int n = quadratic.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= i; k++) {
                double sum = quadratic[i][k];
                for (int l = 0; l < k; l++) {
                    sum -= lower[i][l] * lower[k][l];
                }
                if (k < i) {
                    lower[i][k] = sum / lower[k][k];
                } else if (sum > LEAST_PIVOT * n) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    throw new IllegalArgumentException("quadratic must be positive definite beyond rounding, but pivot "
                            + i + " is " + sum / quadratic[i][i] + " of its diagonal entry");
                }
            }
        }
        return lower;
    }

    int size() {
        return size;
    }

    /** Writes J' times a vector. */
    void project(double[] vector, double[] out) {
        for (int k = 0; k < variables; k++) {
            double sum = 0;
            for (int i = 0; i < variables; i++) {
                sum += j[k][i] * vector[i];
            }
            out[k] = sum;
        }
    }

    /** Writes the combination of columns from .. n - 1 of J with the given weights. */
    void combine(double[] weights, int from, double[] out) {
        Arrays.fill(out, 0);
        for (int k = from; k < variables; k++) {
            for (int i = 0; i < variables; i++) {
                out[i] += weights[k] * j[k][i];
            }
        }
    }

    /** Solves R y = the first entries of a vector. */
    void solve(double[] vector, double[] out) {
        for (int i = size - 1; i >= 0; i--) {
            double sum = vector[i];
            for (int k = i + 1; k < size; k++) {
                sum -= r[k][i] * out[k];
            }
            out[i] = sum / r[i][i];
        }
    }

    /** Solves R' y = the first entries of a vector. */
    void solveTransposed(double[] vector, double[] out) {
        for (int k = 0; k < size; k++) {
            double sum = vector[k];
            for (int i = 0; i < k; i++) {
                sum -= r[k][i] * out[i];
            }
            out[k] = sum / r[k][k];
        }
    }

    /** Takes in a constraint, given J' times its normal, which is overwritten. */
    void add(double[] projected) {
        for (int k = variables - 1; k > size; k--) {
            double length = Math.hypot(projected[k - 1], projected[k]);
            if (projected[k] != 0) {
                rotate(k - 1, k, projected[k - 1] / length, projected[k] / length);
                projected[k - 1] = length;
                projected[k] = 0;
            }
        }
        System.arraycopy(projected, 0, r[size], 0, size + 1);
        size++;
    }

    /** Leaves out the constraint at a position; later ones move up. */
    void remove(int position) {
        double[] freed = r[position];
        for (int k = position; k < size - 1; k++) {
            r[k] = r[k + 1];
        }
        size--;
        r[size] = freed;
        for (int k = position; k < size; k++) {
            double length = Math.hypot(r[k][k], r[k][k + 1]);
            double cosine = r[k][k] / length;
            double sine = r[k][k + 1] / length;
            for (int l = k; l < size; l++) {
                double upper = r[l][k];
                double below = r[l][k + 1];
                r[l][k] = cosine * upper + sine * below;
                r[l][k + 1] = cosine * below - sine * upper;
            }
            rotate(k, k + 1, cosine, sine);
        }
    }

    private void rotate(int a, int b, double cosine, double sine) {
        double[] first = j[a];
        double[] second = j[b];
        for (int i = 0; i < variables; i++) {
            double x = first[i];
            double y = second[i];
            first[i] = cosine * x + sine * y;
            second[i] = cosine * y - sine * x;
        }
    }
}
