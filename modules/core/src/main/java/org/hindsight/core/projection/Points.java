// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.projection;

import org.hindsight.core.Checks;

/** What the projections share. */
final class Points {
    /** Largest magnitude of a coordinate: squares of twice as much are finite. */
    static final double GREATEST = 1e150;

    private Points() {}

    /** The arrays have one length, at least 1, and the point's coordinates are in range. */
    static void check(double[] point, String name, double[] out) {
        // Not by Checks.atLeast, for the rounds of a learner come through here.
        Checks.length(out.length, point.length, "out");
        if (point.length == 0) {
            throw new IllegalArgumentException(name + ".length must be at least 1, was 0");
        }
        for (int i = 0; i < point.length; i++) {
            if (!(Math.abs(point[i]) <= GREATEST)) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] = " + point[i] + " must have a magnitude of at most " + GREATEST);
            }
        }
    }

    static void checkSeparate(double[] point, String name, double[] out) {
        check(point, name, out);
        if (point == out) {
            throw new IllegalArgumentException("out must be another array than " + name);
        }
    }

    static double least(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    static double largestMagnitude(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Divides by the sum, which is compensated: for many coordinates the rounding of a plain sum would show. */
    static void normalize(double[] weights) {
        double sum = 0;
        double compensation = 0;
        for (double weight : weights) {
            double next = sum + weight;
            compensation += sum >= weight ? (sum - next) + weight : (weight - next) + sum;
            sum = next;
        }
        double total = sum + compensation;
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
    }
}
