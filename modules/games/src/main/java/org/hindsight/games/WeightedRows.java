// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

/**
 * The kernel {@code out += scale * sum_r weights[r] row_r} over contiguous rows of a flat array.
 *
 * <p>Four rows a pass: each pass reads and writes the output once, and its loop vectorises, which a dot product does not.
 * Rows of weight zero are skipped.
 */
final class WeightedRows {
    private WeightedRows() {}

    static void add(double[] matrix, int from, int length, double[] weights, double scale, double[] out) {
        int pending = 0;
        int at0 = 0;
        int at1 = 0;
        int at2 = 0;
        double w0 = 0;
        double w1 = 0;
        double w2 = 0;
        for (int r = 0; r < weights.length; r++) {
            double weight = scale * weights[r];
            if (weight == 0) {
                continue;
            }
            int at = from + r * length;
            switch (pending) {
                case 0 -> {
                    at0 = at;
                    w0 = weight;
                    pending = 1;
                }
                case 1 -> {
                    at1 = at;
                    w1 = weight;
                    pending = 2;
                }
                case 2 -> {
                    at2 = at;
                    w2 = weight;
                    pending = 3;
                }
                default -> {
                    addFour(matrix, at0, w0, at1, w1, at2, w2, at, weight, length, out);
                    pending = 0;
                }
            }
        }
        if (pending > 0) {
            addOne(matrix, at0, w0, length, out);
        }
        if (pending > 1) {
            addOne(matrix, at1, w1, length, out);
        }
        if (pending > 2) {
            addOne(matrix, at2, w2, length, out);
        }
    }

    private static void addFour(
            double[] m,
            int at0,
            double w0,
            int at1,
            double w1,
            int at2,
            double w2,
            int at3,
            double w3,
            int length,
            double[] out) {
        for (int a = 0; a < length; a++) {
            out[a] += (w0 * m[at0 + a] + w1 * m[at1 + a]) + (w2 * m[at2 + a] + w3 * m[at3 + a]);
        }
    }

    private static void addOne(double[] m, int at, double weight, int length, double[] out) {
        for (int a = 0; a < length; a++) {
            out[a] += weight * m[at + a];
        }
    }
}
