// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.api.Assertions;

/**
 * Statistical assertions whose false-alarm probability is a theorem.
 *
 * <p>Every assertion fails on a right sampler with probability at most {@link #FALSE_ALARM}, over the seed. Seeds are
 * fixed, so that is the probability that a test was born unlucky, not that it flickers.
 */
public final class Concentration {
    /** The false-alarm probability of one assertion; the tests of this module make fewer than a thousand. */
    public static final double FALSE_ALARM = 1e-9;

    private Concentration() {}

    /** Hoeffding (1963): asserts the mean of n independent numbers from an interval of a given width. */
    public static void assertMean(double mean, double expected, double width, long n) {
        double radius = width * Math.sqrt(Math.log(2 / FALSE_ALARM) / (2.0 * n));
        assertThat(mean).isCloseTo(expected, Assertions.within(radius));
    }

    /** Azuma (1967): asserts that n martingale differences, each at most a bound in size, have mean zero. */
    public static void assertMartingale(double mean, double bound, long n) {
        assertThat(mean).isCloseTo(0, Assertions.within(bound * Math.sqrt(2 * Math.log(2 / FALSE_ALARM) / n)));
    }

    /**
     * Chernoff (1952) and a union bound over cells: asserts independent draws' counts against cell probabilities. For one
     * cell and one direction, n kl(k/n, p) exceeds x with probability at most exp(-x).
     */
    public static void assertCells(long[] counts, double[] probabilities) {
        long n = Arrays.stream(counts).sum();
        double limit = Math.log(2 * counts.length / FALSE_ALARM);
        for (int i = 0; i < counts.length; i++) {
            assertThat(n * kl((double) counts[i] / n, probabilities[i]))
                    .as("cell %d: %d of %d, expected probability %s", i, counts[i], n, probabilities[i])
                    .isLessThanOrEqualTo(limit);
        }
    }

    /** As {@link #assertCells(long[], double[])} with equal probabilities. */
    public static void assertUniform(long[] counts) {
        double[] probabilities = new double[counts.length];
        Arrays.fill(probabilities, 1.0 / counts.length);
        assertCells(counts, probabilities);
    }

    /**
     * Dvoretzky, Kiefer, Wolfowitz with Massart's constant (1990): asserts independent draws against a distribution
     * function, which a slack may miss.
     */
    public static void assertDistribution(double[] draws, DoubleUnaryOperator cdf, double slack) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double expected = cdf.applyAsDouble(sorted[i]);
            // Ties are steps: compare above the last and below the first of equal draws.
            if (i == n - 1 || sorted[i + 1] > sorted[i]) {
                distance = Math.max(distance, expected - (i + 1.0) / n);
                distance = Math.max(distance, (i + 1.0) / n - expected);
            }
        }
        assertThat(distance).isLessThanOrEqualTo(Math.sqrt(Math.log(2 / FALSE_ALARM) / (2.0 * n)) + slack);
    }

    private static double kl(double q, double p) {
        if (p == 0 || p == 1) {
            return q == p ? 0 : Double.POSITIVE_INFINITY;
        }
        double hit = q == 0 ? 0 : q * Math.log(q / p);
        double miss = q == 1 ? 0 : (1 - q) * Math.log((1 - q) / (1 - p));
        return hit + miss;
    }
}
