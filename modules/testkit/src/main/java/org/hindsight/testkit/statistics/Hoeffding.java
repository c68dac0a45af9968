// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import org.hindsight.core.Checks;

/**
 * Assertions about the mean of bounded values, by Hoeffding's inequality.
 *
 * <p>For n independent values in an interval of length r, the sample mean exceeds its expectation by more than {@code r
 * sqrt(ln(1/alpha) / (2n))} with probability at most alpha; the values need not have the same law, and the expectation
 * spoken of is then the average of theirs. It also holds for values whose conditional expectations given the past average
 * to a constant, since the martingale inequality has the same constant. Nothing is asymptotic. W. Hoeffding (1963),
 * "Probability inequalities for sums of bounded random variables", JASA 58, Theorem 2 and, for martingales, the end of section 2.
 *
 * <p>If the variance is far below a quarter of r squared, {@link EmpiricalBernstein} sees smaller differences.
 */
public final class Hoeffding {
    private Hoeffding() {}

    /**
     * Asserts that the expectation is a given number.
     *
     * @param sample at least one independent value
     * @param expected the claimed expectation
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the mean is further than {@link #twoSidedRadius} from the claim
     */
    public static void assertMean(BoundedSample sample, double expected, double falseAlarm) {
        double radius = twoSidedRadius(sample.ofSizeAtLeast(1).size(), falseAlarm) * sample.range();
        Checks.finite(expected, "expected");
        String law = FalseAlarm.by("two-sided Hoeffding", falseAlarm);
        sample.requireNotAbove(expected, radius, "", law);
        sample.requireNotBelow(expected, radius, "", law);
    }

    /**
     * Asserts that the expectation is at most a given number.
     *
     * @param sample at least one independent value
     * @param bound the claimed upper bound
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the mean is further than {@link #oneSidedRadius} above the bound
     */
    public static void assertMeanAtMost(BoundedSample sample, double bound, double falseAlarm) {
        double radius = oneSidedRadius(sample.ofSizeAtLeast(1).size(), falseAlarm) * sample.range();
        sample.requireNotAbove(
                Checks.finite(bound, "bound"), radius, "at most ", FalseAlarm.by("one-sided Hoeffding", falseAlarm));
    }

    /**
     * Asserts that the expectation is at least a given number.
     *
     * @param sample at least one independent value
     * @param bound the claimed lower bound
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the mean is further than {@link #oneSidedRadius} below the bound
     */
    public static void assertMeanAtLeast(BoundedSample sample, double bound, double falseAlarm) {
        double radius = oneSidedRadius(sample.ofSizeAtLeast(1).size(), falseAlarm) * sample.range();
        sample.requireNotBelow(
                Checks.finite(bound, "bound"), radius, "at least ", FalseAlarm.by("one-sided Hoeffding", falseAlarm));
    }

    /**
     * Returns the distance from its expectation that the mean of values in [0, 1] exceeds on a given side with at most
     * the given probability.
     *
     * @param size the number of values n, at least 1
     * @param falseAlarm the probability alpha, in [1e-12, 1e-3]
     * @return {@code sqrt(ln(1/alpha) / (2n))}
     */
    public static double oneSidedRadius(long size, double falseAlarm) {
        return Math.sqrt(-Math.log(FalseAlarm.checked(falseAlarm)) / (2.0 * Checks.atLeast(size, 1L, "size")));
    }

    /**
     * Returns the distance from its expectation that the mean of values in [0, 1] exceeds with at most the given
     * probability.
     *
     * @param size the number of values n, at least 1
     * @param falseAlarm the probability alpha, in [1e-12, 1e-3]
     * @return {@code sqrt(ln(2/alpha) / (2n))}
     */
    public static double twoSidedRadius(long size, double falseAlarm) {
        return Math.sqrt(Math.log(2 / FalseAlarm.checked(falseAlarm)) / (2.0 * Checks.atLeast(size, 1L, "size")));
    }

    /**
     * Returns how many values make {@link #assertMean} see a wrong expectation.
     *
     * <p>{@code n = ceil((sqrt(ln(2/alpha)) + sqrt(ln(1/beta)))^2 / (2 shift^2))}: the threshold plus the one-sided
     * radius at beta is then at most the shift.
     *
     * @param shift how far the expectation is from the claim, as a fraction of the range, in (0, 1]
     * @param falseAlarm the probability alpha of failing although the claim holds, in [1e-12, 1e-3]
     * @param miss the probability beta of passing although the claim is wrong by the shift, in (0, 1)
     * @return the number of values
     */
    public static long sampleSize(double shift, double falseAlarm, double miss) {
        Checks.rate(shift, "shift");
        Checks.openUnitInterval(miss, "miss");
        double root = Math.sqrt(Math.log(2 / FalseAlarm.checked(falseAlarm))) + Math.sqrt(-Math.log(miss));
        return (long) Math.ceil(root * root / (2 * shift * shift));
    }
}
