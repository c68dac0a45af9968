// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import org.hindsight.core.Checks;
import org.hipparchus.special.Beta;

/**
 * Assertions about the probability of an event, by the binomial law itself.
 *
 * <p>Of n independent trials with probability p each, k or more succeed with probability {@code I_p(k, n - k + 1)}, the
 * regularised incomplete beta function. An assertion fails when the count seen, or one more extreme, has at most the
 * false-alarm probability under the claim; two-sided assertions give half of it to each side. This is the test dual to the
 * intervals of C. J. Clopper and E. S. Pearson (1934), "The use of confidence or fiducial limits illustrated in the case
 * of the binomial", Biometrika 26. Exact for every n and p.
 *
 * <p>A theorem that "holds with probability at least 1 - delta" is tested by counting its failures over independent runs
 * and asserting that their probability is at most delta.
 */
public final class ExactBinomial {
    private ExactBinomial() {}

    /**
     * Asserts that an event has a given probability.
     *
     * @param events how often it happened, in 0 .. trials
     * @param trials the number of independent trials, at least 1
     * @param probability the claimed probability, in [0, 1]
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if the count is too large or too small, each with half of the false-alarm probability
     */
    public static void assertProbability(long events, long trials, double probability, double falseAlarm) {
        check(events, trials, probability, falseAlarm);
        double upper = atLeast(events, trials, probability);
        double lower = atMost(events, trials, probability);
        if (Math.min(upper, lower) <= falseAlarm / 2) {
            throw alarm(events, trials, "", probability, Math.min(upper, lower), "two-sided", falseAlarm);
        }
    }

    /**
     * Asserts that an event has at most a given probability.
     *
     * @param events how often it happened, in 0 .. trials
     * @param trials the number of independent trials, at least 1
     * @param probability the claimed upper bound, in [0, 1]
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if there are more events than {@link #largestAccepted}
     */
    public static void assertProbabilityAtMost(long events, long trials, double probability, double falseAlarm) {
        check(events, trials, probability, falseAlarm);
        double tail = atLeast(events, trials, probability);
        if (tail <= falseAlarm) {
            throw alarm(events, trials, "at most ", probability, tail, "one-sided", falseAlarm);
        }
    }

    /**
     * Asserts that an event has at least a given probability.
     *
     * @param events how often it happened, in 0 .. trials
     * @param trials the number of independent trials, at least 1
     * @param probability the claimed lower bound, in [0, 1]
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @throws AssertionError if there are too few events
     */
    public static void assertProbabilityAtLeast(long events, long trials, double probability, double falseAlarm) {
        check(events, trials, probability, falseAlarm);
        double tail = atMost(events, trials, probability);
        if (tail <= falseAlarm) {
            throw alarm(events, trials, "at least ", probability, tail, "one-sided", falseAlarm);
        }
    }

    /**
     * Returns the largest count that {@link #assertProbabilityAtMost} accepts, for example 44 of 400 trials at
     * probability 0.05 and false-alarm probability 1e-6.
     *
     * @param trials the number of independent trials, at least 1
     * @param probability the claimed upper bound, in [0, 1]
     * @param falseAlarm the probability of failing although the claim holds, in [1e-12, 1e-3]
     * @return in 0 .. trials
     */
    public static long largestAccepted(long trials, double probability, double falseAlarm) {
        check(0, trials, probability, falseAlarm);
        long accepted = 0;
        long rejected = trials + 1;
        while (rejected - accepted > 1) {
            long middle = accepted + (rejected - accepted) / 2;
            if (atLeast(middle, trials, probability) > falseAlarm) {
                accepted = middle;
            } else {
                rejected = middle;
            }
        }
        return accepted;
    }

    /** The probability of a count or more. */
    static double atLeast(long events, long trials, double probability) {
        if (events <= 0 || probability == 1) {
            return 1;
        }
        if (probability == 0) {
            return 0;
        }
        return Beta.regularizedBeta(probability, (double) events, trials - events + 1.0);
    }

    /** The probability of a count or fewer. */
    static double atMost(long events, long trials, double probability) {
        return atLeast(trials - events, trials, 1 - probability);
    }

    private static void check(long events, long trials, double probability, double falseAlarm) {
        Checks.atLeast(trials, 1L, "trials");
        if (!(events >= 0 && events <= trials)) {
            throw new IllegalArgumentException("events must lie in 0.." + trials + ", was " + events);
        }
        Checks.inUnitInterval(probability, "probability");
        FalseAlarm.checked(falseAlarm);
    }

    private static AssertionError alarm(
            long events,
            long trials,
            String relation,
            double probability,
            double tail,
            String sides,
            double falseAlarm) {
        return new AssertionError("probability must be " + relation + probability + ", but there were " + events
                + " events in " + trials + " trials, and so many or a more extreme number has probability " + tail
                + " then, not above the threshold " + ("two-sided".equals(sides) ? falseAlarm / 2 : falseAlarm)
                + FalseAlarm.by(sides + " exact binomial", falseAlarm));
    }
}
