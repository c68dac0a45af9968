// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import org.hindsight.core.random.Xoshiro256PlusPlus;

/** Small data for tests: six worked instances, and random ones with many ties. */
final class Instances {
    private Instances() {}

    static final double[][] PREDICTIONS = {
        {0.4, 0.6},
        {0.1, 0.9},
        {0.2, 0.5, 0.9},
        {0.5, 0.5, 0.5, 0.5},
        {0, 0.25, 0.25, 0.75, 1},
        {0.3, 0.3, 0.3, 0.8, 0.8}
    };
    static final int[][] OUTCOMES = {{1, 0}, {1, 0}, {0, 1, 1}, {1, 1, 1, 0}, {0, 1, 0, 0, 1}, {0, 0, 1, 1, 1}};

    static BinaryForecasts worked(int i) {
        return BinaryForecasts.of(PREDICTIONS[i], OUTCOMES[i]);
    }

    /** Predictions in sixteenths, so that 1 - p and sums of p are exact, or any doubles. */
    static double[] predictions(Xoshiro256PlusPlus random, int rounds, boolean dyadic) {
        double[] p = new double[rounds];
        for (int t = 0; t < rounds; t++) {
            p[t] = dyadic
                    ? random.nextInt(17) / 16.0
                    : random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
        }
        return p;
    }

    static int[] outcomes(Xoshiro256PlusPlus random, int rounds) {
        int[] x = new int[rounds];
        for (int t = 0; t < rounds; t++) {
            x[t] = random.nextInt(2);
        }
        return x;
    }

    static double[] reflected(double[] p) {
        double[] q = new double[p.length];
        for (int t = 0; t < p.length; t++) {
            q[t] = 1 - p[t];
        }
        return q;
    }

    static int[] reflected(int[] x) {
        int[] y = new int[x.length];
        for (int t = 0; t < x.length; t++) {
            y[t] = 1 - x[t];
        }
        return y;
    }

    /** The rounds of the first and then of the second. */
    static double[] joined(double[] p, double[] q) {
        double[] all = java.util.Arrays.copyOf(p, p.length + q.length);
        System.arraycopy(q, 0, all, p.length, q.length);
        return all;
    }

    static int[] joined(int[] x, int[] y) {
        int[] all = java.util.Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        return all;
    }
}
