// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

/** Removes the rounding of a solver from a distribution that keeps a cap. */
final class Distributions {
    private Distributions() {}

    /** The first n entries, clipped to [0, cap] and scaled back to sum one; what scaling breaks, a certificate sees. */
    static double[] within(double cap, double[] weights, int n) {
        double[] clipped = new double[n];
        double sum = 0;
        for (int a = 0; a < n; a++) {
            clipped[a] = Math.min(cap, Math.max(0, weights[a]));
            sum += clipped[a];
        }
        for (int a = 0; a < n && sum > 0; a++) {
            clipped[a] /= sum;
        }
        return clipped;
    }
}
