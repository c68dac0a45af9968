// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import org.hindsight.core.Checks;

/**
 * Assertions about the mean of bounded values of small variance, by the empirical Bernstein inequality.
 *
 * <p>For n independent values in an interval of length r with sample variance V, the expectation exceeds the sample mean
 * by more than {@code sqrt(2 V ln(2/alpha) / n) + 7 r ln(2/alpha) / (3 (n - 1))} with probability at most alpha, and so
 * on the other side. A. Maurer and M. Pontil (2009), "Empirical Bernstein bounds and sample variance penalization",
 * Theorems 4 and 11, arXiv:0907.3740. The two-sided assertion has ln(3/alpha): of the three events in the proof (the mean
 * too high, the mean too low, the sample variance too low) each gets a third of alpha. Nothing is asymptotic.
 *
 * <p>Beats {@link Hoeffding} when V is well below r squared / 4 and n is in the hundreds at least.
 */
public final class EmpiricalBernstein {
    private EmpiricalBernstein() {}

    /**
     * Asserts that the expectation is a given number.
     *
     * @param sample at least two independent values
     * @param expected the claimed expectation
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the mean is further than {@link #twoSidedRadius} from the claim
     */
    public static void assertMean(BoundedSample sample, double expected, double falseAlarm) {
        double radius = twoSidedRadius(sample, falseAlarm);
        Checks.finite(expected, "expected");
        String law = law("two-sided", sample, falseAlarm);
        sample.requireNotAbove(expected, radius, "", law);
        sample.requireNotBelow(expected, radius, "", law);
    }

    /**
     * Asserts that the expectation is at most a given number.
     *
     * @param sample at least two independent values
     * @param bound the claimed upper bound
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the mean is further than {@link #oneSidedRadius} above the bound
     */
    public static void assertMeanAtMost(BoundedSample sample, double bound, double falseAlarm) {
        double radius = oneSidedRadius(sample, falseAlarm);
        sample.requireNotAbove(Checks.finite(bound, "bound"), radius, "at most ", law("one-sided", sample, falseAlarm));
    }

    /**
     * Asserts that the expectation is at least a given number.
     *
     * @param sample at least two independent values
     * @param bound the claimed lower bound
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the mean is further than {@link #oneSidedRadius} below the bound
     */
    public static void assertMeanAtLeast(BoundedSample sample, double bound, double falseAlarm) {
        double radius = oneSidedRadius(sample, falseAlarm);
        sample.requireNotBelow(
                Checks.finite(bound, "bound"), radius, "at least ", law("one-sided", sample, falseAlarm));
    }

    /**
     * Returns the distance from its expectation that the mean exceeds on a given side with at most the given probability.
     *
     * @param sample at least two independent values
     * @param falseAlarm the probability alpha, in [1e-12, 1e-3]
     * @return {@code sqrt(2 V ln(2/alpha) / n) + 7 r ln(2/alpha) / (3 (n - 1))}
     */
    public static double oneSidedRadius(BoundedSample sample, double falseAlarm) {
        return radius(sample, Math.log(2 / FalseAlarm.checked(falseAlarm)));
    }

    /**
     * Returns the distance from its expectation that the mean exceeds with at most the given probability.
     *
     * @param sample at least two independent values
     * @param falseAlarm the probability alpha, in [1e-12, 1e-3]
     * @return {@code sqrt(2 V ln(3/alpha) / n) + 7 r ln(3/alpha) / (3 (n - 1))}
     */
    public static double twoSidedRadius(BoundedSample sample, double falseAlarm) {
        return radius(sample, Math.log(3 / FalseAlarm.checked(falseAlarm)));
    }

    private static double radius(BoundedSample sample, double logarithm) {
        long size = sample.ofSizeAtLeast(2).size();
        return Math.sqrt(2 * sample.variance() * logarithm / size)
                + 7 * sample.range() * logarithm / (3.0 * (size - 1));
    }

    private static String law(String sides, BoundedSample sample, double falseAlarm) {
        return FalseAlarm.by(sides + " empirical Bernstein at sample variance " + sample.variance(), falseAlarm);
    }
}
