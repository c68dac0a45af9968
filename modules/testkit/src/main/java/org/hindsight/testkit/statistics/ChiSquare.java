// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Assertions about the frequencies of categories, by Pearson's chi-square statistic.
 *
 * <p>The statistic is {@code sum_i (c_i - e_i)^2 / e_i} with expected counts e_i; the threshold is the quantile of the
 * chi-square law with k - 1 degrees of freedom. K. Pearson (1900), Philosophical Magazine 50.
 *
 * <p><b>The law is asymptotic</b>: only as all expected counts grow does the false-alarm probability approach the declared
 * one. The smaller both are, the larger the excess. A rare category against all others, declared at 1e-6, alarms with
 * probability 7e-5 at expected count 5, 1.2e-5 at 20, 3e-6 at 100 and 1.2e-6 at 1000; declared at 1e-3, with 2e-3 at 5 and
 * 1.2e-3 at 100. Expected counts below 5 are refused. {@link RelativeEntropy} keeps what it declares
 * for every count, at the price of a larger sample.
 */
public final class ChiSquare {
    /** The least expected count for which the statistic is computed. */
    public static final double LEAST_EXPECTED_COUNT = 5;

    private ChiSquare() {}

    /**
     * Asserts that categories have given probabilities.
     *
     * @param counts how often each category was drawn; not modified
     * @param probabilities the claimed distribution, of the same length; not modified; a category of probability 0 must
     *     not be drawn and does not count as a degree of freedom
     * @param falseAlarm the asymptotic probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the statistic exceeds the threshold, or a category of probability 0 was drawn
     * @throws IllegalArgumentException if a positive expected count is below {@value #LEAST_EXPECTED_COUNT}
     */
    public static void assertProbabilities(long[] counts, double[] probabilities, double falseAlarm) {
        long total = CategoryCounts.total(counts, "counts");
        Checks.probabilityVector(probabilities, "probabilities");
        Checks.length(probabilities.length, counts.length, "probabilities");
        FalseAlarm.checked(falseAlarm);
        int support = CategoryCounts.support(counts, probabilities);
        CompensatedSum statistic = new CompensatedSum();
        for (int i = 0; i < counts.length; i++) {
            if (probabilities[i] > 0) {
                double expected = largeEnough(total * probabilities[i], i);
                double difference = counts[i] - expected;
                statistic.add(difference * difference / expected);
            }
        }
        compare(statistic.value(), support - 1, "n = " + total + " draws", falseAlarm);
    }

    /**
     * Asserts that two samples come from one distribution, whatever it is.
     *
     * @param first how often each category was drawn in one sample; not modified
     * @param second how often in another, independent of it; of the same length; not modified
     * @param falseAlarm the asymptotic probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the statistic exceeds the threshold
     * @throws IllegalArgumentException if an expected count, by the pooled frequencies, is below {@value
     *     #LEAST_EXPECTED_COUNT}
     */
    public static void assertSameDistribution(long[] first, long[] second, double falseAlarm) {
        long firstTotal = CategoryCounts.total(first, "first");
        long secondTotal = CategoryCounts.total(second, "second");
        Checks.length(second.length, first.length, "second");
        FalseAlarm.checked(falseAlarm);
        CompensatedSum statistic = new CompensatedSum();
        for (int i = 0; i < first.length; i++) {
            double pooled = ((double) first[i] + second[i]) / ((double) firstTotal + secondTotal);
            double firstExpected = largeEnough(firstTotal * pooled, i);
            double secondExpected = largeEnough(secondTotal * pooled, i);
            double difference = first[i] - firstExpected;
            // The difference of the other sample is the same number with the other sign.
            statistic.add(difference * difference * (1 / firstExpected + 1 / secondExpected));
        }
        compare(
                statistic.value(),
                first.length - 1,
                "n = " + firstTotal + " and " + secondTotal + " draws",
                falseAlarm);
    }

    /**
     * Returns the quantile that the statistic exceeds with a given probability.
     *
     * @param degreesOfFreedom at least 1
     * @param falseAlarm the probability alpha, in [1e-12, 1e-3]
     * @return the (1 - alpha)-quantile of the chi-square law
     */
    public static double threshold(int degreesOfFreedom, double falseAlarm) {
        Checks.atLeast(degreesOfFreedom, 1, "degreesOfFreedom");
        return new ChiSquaredDistribution(degreesOfFreedom)
                .inverseCumulativeProbability(1 - FalseAlarm.checked(falseAlarm));
    }

    private static double largeEnough(double expected, int category) {
        if (!(expected >= LEAST_EXPECTED_COUNT)) {
            throw new IllegalArgumentException("expected count of category " + category + " must be at least "
                    + LEAST_EXPECTED_COUNT + ", was " + expected + "; draw more or merge categories");
        }
        return expected;
    }

    private static void compare(double statistic, int degreesOfFreedom, String size, double falseAlarm) {
        if (degreesOfFreedom == 0) {
            return;
        }
        double threshold = threshold(degreesOfFreedom, falseAlarm);
        if (statistic > threshold) {
            throw new AssertionError("frequencies must agree, but chi-square = " + statistic + " for " + size + " and "
                    + degreesOfFreedom + " degrees of freedom is beyond the threshold " + threshold
                    + FalseAlarm.by("asymptotic chi-square", falseAlarm));
        }
    }
}
