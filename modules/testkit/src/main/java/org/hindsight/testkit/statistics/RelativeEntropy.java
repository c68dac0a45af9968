// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * Assertions about the frequencies of categories, by the relative entropy of what was counted to what was claimed.
 *
 * <p>For n independent draws from a distribution p on k categories with empirical frequencies q, the statistic {@code n
 * KL(q || p) = sum_i c_i ln(c_i / (n p_i))} has a moment generating function no larger than that of a gamma variable of
 * shape k - 1 and rate 1: R. Agrawal (2020), "Finite-sample concentration of the multinomial in relative entropy", IEEE
 * Trans. Inf. Theory 66, arXiv:1904.02291. Hence it exceeds x with probability at most {@code exp(-x) (e x / m)^m} for x
 * &gt; m = k - 1, and the threshold is where that equals the false-alarm probability. For two samples the sum of the two
 * statistics against the pooled frequencies is at most the sum against the common truth, so m = 2 (k - 1) serves. This
 * holds for every n and p, also for tiny expected counts; it is the likelihood-ratio test with a rigorous threshold.
 *
 * <p>At false-alarm probability 1e-6 it needs a sample about 1.5 times that of {@link ChiSquare} for 2 categories, 1.7
 * times for 11 and 2.7 times for 101.
 */
public final class RelativeEntropy {
    private RelativeEntropy() {}

    /**
     * Asserts that categories have given probabilities.
     *
     * @param counts how often each category was drawn; not modified
     * @param probabilities the claimed distribution, of the same length; not modified
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the statistic exceeds the threshold, or a category of probability 0 was drawn
     */
    public static void assertProbabilities(long[] counts, double[] probabilities, double falseAlarm) {
        long total = CategoryCounts.total(counts, "counts");
        Checks.probabilityVector(probabilities, "probabilities");
        Checks.length(probabilities.length, counts.length, "probabilities");
        double threshold = 0;
        int support = CategoryCounts.support(counts, probabilities);
        if (support > 1) {
            threshold = threshold(support - 1, falseAlarm);
        } else {
            FalseAlarm.checked(falseAlarm);
        }
        CompensatedSum statistic = new CompensatedSum();
        for (int i = 0; i < counts.length; i++) {
            statistic.add(term(counts[i], total * probabilities[i]));
        }
        if (support > 1 && statistic.value() > threshold) {
            throw new AssertionError("frequencies must follow the claimed probabilities, but n KL = "
                    + statistic.value() + " for n = " + total + " draws over " + support
                    + " categories is beyond the threshold " + threshold
                    + FalseAlarm.by("Chernoff bound on relative entropy", falseAlarm));
        }
    }

    /**
     * Asserts that two samples come from one distribution, whatever it is.
     *
     * @param first how often each category was drawn in one sample; not modified
     * @param second how often in another, independent of it; of the same length; not modified
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the statistic exceeds the threshold
     */
    public static void assertSameDistribution(long[] first, long[] second, double falseAlarm) {
        long firstTotal = CategoryCounts.total(first, "first");
        long secondTotal = CategoryCounts.total(second, "second");
        Checks.length(second.length, first.length, "second");
        FalseAlarm.checked(falseAlarm);
        if (first.length == 1) {
            return;
        }
        double threshold = threshold(2 * (first.length - 1), falseAlarm);
        CompensatedSum statistic = new CompensatedSum();
        for (int i = 0; i < first.length; i++) {
            double pooled = ((double) first[i] + second[i]) / ((double) firstTotal + secondTotal);
            statistic.add(term(first[i], firstTotal * pooled));
            statistic.add(term(second[i], secondTotal * pooled));
        }
        if (statistic.value() > threshold) {
            throw new AssertionError("both samples must have one distribution, but the sum of n KL to their pool is "
                    + statistic.value() + " for n = " + firstTotal + " and " + secondTotal + " draws over "
                    + first.length + " categories, beyond the threshold " + threshold
                    + FalseAlarm.by("Chernoff bound on relative entropy", falseAlarm));
        }
    }

    /**
     * Returns the x at which the tail bound equals the false-alarm probability.
     *
     * @param freedom the number of free frequencies m, at least 1: k - 1 for one sample, 2 (k - 1) for two
     * @param falseAlarm the probability alpha, in [1e-12, 1e-3]
     * @return the root above m of {@code x - m - m ln(x / m) = ln(1/alpha)}
     */
    public static double threshold(int freedom, double falseAlarm) {
        double m = Checks.atLeast(freedom, 1, "freedom");
        double level = -Math.log(FalseAlarm.checked(falseAlarm));
        // The left side is convex and increasing above m, so Newton's method from the right descends to the root. It
        // starts at m + level + sqrt(2 m level), which is right of the root because gamma variables are sub-gamma.
        double x = m + level + Math.sqrt(2 * m * level);
        while (true) {
            double next = x - (x - m - m * Math.log(x / m) - level) / (1 - m / x);
            if (!(next < x)) {
                return x;
            }
            x = next;
        }
    }

    private static double term(long count, double expected) {
        return count == 0 ? 0 : count * Math.log(count / expected);
    }
}
