// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.hindsight.core.Checks;

/**
 * Assertions about a distribution on the line, by the largest gap between distribution functions.
 *
 * <p>One sample: the empirical distribution function of n independent draws is further than {@code sqrt(ln(2/alpha) /
 * (2n))} from the true one, anywhere, with probability at most alpha. A. Dvoretzky, J. Kiefer, J. Wolfowitz (1956) with
 * the constant of P. Massart (1990), "The tight constant in the Dvoretzky-Kiefer-Wolfowitz inequality", Annals of
 * Probability 18, Corollary 1.
 *
 * <p>Two samples of equal size n: the gap is at least j/n with probability at most {@code 2 C(2n, n-j) / C(2n, n)}, by the
 * reflection principle; B. V. Gnedenko and V. S. Korolyuk (1951). Two samples of sizes n and m: by the triangle inequality
 * the gap exceeds the sum of the two one-sample radii at alpha/2 with probability at most alpha.
 *
 * <p>All of this holds for every sample size and for every distribution, with or without atoms. Time O(n log n).
 */
public final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    /**
     * Asserts that a sample comes from a distribution.
     *
     * @param sample at least one independent draw; finite; not modified
     * @param distributionFunction the claimed distribution function: non-decreasing, continuous from the right, with
     *     values in [0, 1]; it is also asked just below the draws, so that atoms are seen
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the gap exceeds {@link #radius}
     */
    public static void assertDistribution(
            double[] sample, DoubleUnaryOperator distributionFunction, double falseAlarm) {
        double[] sorted = sorted(sample, "sample");
        Objects.requireNonNull(distributionFunction, "distributionFunction");
        double threshold = radius(sorted.length, falseAlarm);
        double gap = 0;
        double where = sorted[0];
        int below = 0;
        double previous = 0;
        while (below < sorted.length) {
            double value = sorted[below];
            int upTo = below + 1;
            while (upTo < sorted.length && sorted[upTo] == value) {
                upTo++;
            }
            double left = ordered(previous, distributionFunction.applyAsDouble(Math.nextDown(value)), value);
            double at = ordered(left, distributionFunction.applyAsDouble(value), value);
            double largest = Math.max(
                    Math.abs((double) below / sorted.length - left), Math.abs((double) upTo / sorted.length - at));
            if (largest > gap) {
                gap = largest;
                where = value;
            }
            below = upTo;
            previous = at;
        }
        if (gap > threshold) {
            throw new AssertionError("sample must follow the distribution function, but for n = " + sorted.length
                    + " draws the gap " + gap + " at " + where + " is beyond the threshold " + threshold
                    + FalseAlarm.by("Dvoretzky-Kiefer-Wolfowitz-Massart", falseAlarm));
        }
    }

    /**
     * Asserts that two samples come from one distribution, whatever it is.
     *
     * @param first at least one independent draw; finite; not modified
     * @param second the same of another sample, independent of it; not modified
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the gap exceeds {@link #twoSampleThreshold}
     */
    public static void assertSameDistribution(double[] first, double[] second, double falseAlarm) {
        double[] a = sorted(first, "first");
        double[] b = sorted(second, "second");
        double threshold = twoSampleThreshold(a.length, b.length, falseAlarm);
        double gap = 0;
        double where = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            double difference = Math.abs((double) i / a.length - (double) j / b.length);
            if (difference > gap) {
                gap = difference;
                where = value;
            }
        }
        if (gap > threshold) {
            throw new AssertionError("both samples must have one distribution, but for n = " + a.length + " and "
                    + b.length + " draws the gap " + gap + " at " + where + " is beyond the threshold " + threshold
                    + FalseAlarm.by("two-sample Kolmogorov-Smirnov", falseAlarm));
        }
    }

    /**
     * Returns the gap that one sample exceeds with at most the given probability.
     *
     * @param size the number of draws n, at least 1
     * @param falseAlarm the probability alpha, in [1e-12, 1e-3]
     * @return {@code sqrt(ln(2/alpha) / (2n))}
     */
    public static double radius(int size, double falseAlarm) {
        return Math.sqrt(Math.log(2 / FalseAlarm.checked(falseAlarm)) / (2.0 * Checks.atLeast(size, 1, "size")));
    }

    /**
     * Returns the gap that two samples exceed with at most the given probability. Time O(n).
     *
     * @param first the number of draws of one sample, at least 1
     * @param second the number of draws of the other, at least 1
     * @param falseAlarm the probability alpha, in [1e-12, 1e-3]
     * @return the threshold; at least 1, so that nothing is rejected, if the samples are too small
     */
    public static double twoSampleThreshold(int first, int second, double falseAlarm) {
        Checks.atLeast(first, 1, "first");
        Checks.atLeast(second, 1, "second");
        FalseAlarm.checked(falseAlarm);
        if (first != second) {
            return radius(first, falseAlarm / 2) + radius(second, falseAlarm / 2);
        }
        // C(2n, n-j) / C(2n, n) is the product over i = 1..j of (n - j + i) / (n + i), and falls in j.
        int accepted = 0;
        int rejected = first + 1;
        while (rejected - accepted > 1) {
            int middle = (accepted + rejected) >>> 1;
            double logarithm = Math.log(2);
            for (int i = 1; i <= middle; i++) {
                logarithm += Math.log1p(-(double) middle / (first + (double) i));
            }
            if (logarithm > Math.log(falseAlarm)) {
                accepted = middle;
            } else {
                rejected = middle;
            }
        }
        // Halfway between the last accepted and the first rejected gap, out of reach of rounding.
        return (accepted + 0.5) / first;
    }

    private static double[] sorted(double[] sample, String name) {
        double[] sorted = Checks.finite(sample, name).clone();
        Checks.atLeast(sorted.length, 1, name + ".length");
        Arrays.sort(sorted);
        return sorted;
    }

    private static double ordered(double before, double after, double value) {
        // A tiny decrease is rounding of a continuous function, a large one a wrong argument.
        if (!(after >= before - 1e-9 && after <= 1 + 1e-9)) {
            throw new IllegalArgumentException("distributionFunction must be non-decreasing with values in [0, 1], was "
                    + after + " at " + value + " after " + before);
        }
        return after;
    }
}
