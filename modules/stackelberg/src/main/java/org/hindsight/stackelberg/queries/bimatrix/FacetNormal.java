// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries.bimatrix;

import java.util.List;

/**
 * The hyperplane a . x = 0 through points of a simplex, by a singular value decomposition of one-sided Jacobi rotations, which does not square the
 * condition.
 */
final class FacetNormal {
    private static final int SWEEPS = 60;

    private final double[] normal;
    private final double spread;

    private FacetNormal(double[] normal, double spread) {
        this.normal = normal;
        this.spread = spread;
    }

    /** Fits the plane to the first point and, as directions from there, the others. */
    static FacetNormal through(List<double[]> points) {
        int m = points.get(0).length;
        int rows = points.size();
        // Columns of the matrix, then those of the rotations.
        double[][] columns = new double[m][rows + m];
        for (int row = 0; row < rows; row++) {
            double length = 0;
            for (int a = 0; a < m; a++) {
                columns[a][row] = points.get(row)[a] - (row > 0 ? points.get(0)[a] : 0);
                length += columns[a][row] * columns[a][row];
            }
            for (int a = 0; a < m; a++) {
                columns[a][row] = length > 0 ? columns[a][row] / Math.sqrt(length) : 0;
            }
        }
        for (int a = 0; a < m; a++) {
            columns[a][rows + a] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rotated = false;
            for (int a = 0; a < m; a++) {
                for (int b = a + 1; b < m; b++) {
                    rotated |= rotate(columns[a], columns[b], rows);
                }
            }
            if (!rotated) {
                break;
            }
        }
        int least = 0;
        double second = Double.POSITIVE_INFINITY;
        for (int a = 1; a < m; a++) {
            least = length(columns[a], rows) < length(columns[least], rows) ? a : least;
        }
        for (int a = 0; a < m; a++) {
            second = a == least ? second : Math.min(second, length(columns[a], rows));
        }
        double[] normal = new double[m];
        System.arraycopy(columns[least], rows, normal, 0, m);
        return new FacetNormal(normal, second);
    }

    private static boolean rotate(double[] p, double[] q, int rows) {
        double pp = 0;
        double qq = 0;
        double pq = 0;
        for (int row = 0; row < rows; row++) {
            pp += p[row] * p[row];
            qq += q[row] * q[row];
            pq += p[row] * q[row];
        }
        if (!(Math.abs(pq) > 1e-16 * Math.sqrt(pp * qq)) || Math.abs(pq) < 1e-300) {
            return false;
        }
        double zeta = (qq - pp) / (2 * pq);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = cosine * tangent;
        for (int at = 0; at < p.length; at++) {
            double old = p[at];
            p[at] = cosine * old - sine * q[at];
            q[at] = sine * old + cosine * q[at];
        }
        return true;
    }

    private static double length(double[] column, int rows) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += column[row] * column[row];
        }
        return Math.sqrt(sum);
    }

    /** a, of Euclidean length 1. */
    double[] normal() {
        return normal;
    }

    /** The least singular value but one: near 0 if the points do not determine the plane. */
    double spread() {
        return spread;
    }
}
