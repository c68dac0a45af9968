// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * Interval regret: external regret on an interval of rounds, the largest over intervals.
 *
 * <p>Also called adaptive (E. Hazan and C. Seshadhri 2009), and over intervals of one length strongly adaptive (A. Daniely,
 * A. Gonen and S. Shalev-Shwartz 2015).
 *
 * @param value the sum over the interval of suffered(t) - l_t(comparator)
 * @param from the first round of the interval
 * @param to the round after its last
 * @param comparator the best fixed action on the interval, the lowest on ties
 */
public record IntervalRegret(double value, int from, int to, int comparator) {
    /**
     * Computes the external regret on one interval.
     *
     * @param trace the trace
     * @param from the first round, in 0 .. T
     * @param to the round after the last, in from .. T
     * @return the regret on the interval; 0 if it is empty
     */
    public static IntervalRegret on(Trace trace, int from, int to) {
        Checks.index(from, trace.rounds() + 1, "from");
        Checks.index(to, trace.rounds() + 1, "to");
        Checks.atLeast(to, from, "to");
        IntervalRegret largest = new IntervalRegret(Double.NEGATIVE_INFINITY, from, to, 0);
        for (int action = 0; action < trace.actions(); action++) {
            CompensatedSum sum = new CompensatedSum();
            for (int round = from; round < to; round++) {
                sum.add(trace.suffered(round) - trace.loss(round, action));
            }
            if (sum.value() > largest.value) {
                largest = new IntervalRegret(sum.value(), from, to, action);
            }
        }
        return largest;
    }

    /**
     * Computes the largest regret over intervals of one length, in O(TK).
     *
     * @param trace the trace
     * @param length the number of rounds of the intervals, in 0 .. T
     * @return the regret on the first of the intervals that attain it
     */
    public static IntervalRegret ofLength(Trace trace, int length) {
        Checks.index(length, trace.rounds() + 1, "length");
        IntervalRegret largest = new IntervalRegret(Double.NEGATIVE_INFINITY, 0, length, 0);
        for (int action = 0; action < trace.actions(); action++) {
            double[] prefix = prefixRegrets(trace, action);
            for (int from = 0; from + length <= trace.rounds(); from++) {
                double regret = prefix[from + length] - prefix[from];
                if (regret > largest.value || (regret == largest.value && from < largest.from)) {
                    largest = new IntervalRegret(regret, from, from + length, action);
                }
            }
        }
        return largest;
    }

    /**
     * Computes the largest regret over all intervals, in O(TK).
     *
     * @param trace the trace
     * @return the regret on an interval that attains it; 0 on the empty interval if there is none with positive regret
     */
    public static IntervalRegret overAllIntervals(Trace trace) {
        IntervalRegret largest = new IntervalRegret(0, 0, 0, 0);
        for (int action = 0; action < trace.actions(); action++) {
            double[] prefix = prefixRegrets(trace, action);
            int lowest = 0;
            for (int to = 1; to <= trace.rounds(); to++) {
                if (prefix[to] - prefix[lowest] > largest.value) {
                    largest = new IntervalRegret(prefix[to] - prefix[lowest], lowest, to, action);
                }
                if (prefix[to] < prefix[lowest]) {
                    lowest = to;
                }
            }
        }
        return largest;
    }

    /** The regret against an action on the rounds before t, for t = 0 .. T. */
    private static double[] prefixRegrets(Trace trace, int action) {
        double[] prefix = new double[trace.rounds() + 1];
        CompensatedSum sum = new CompensatedSum();
        for (int round = 0; round < trace.rounds(); round++) {
            sum.add(trace.suffered(round));
            sum.add(-trace.loss(round, action));
            prefix[round + 1] = sum.value();
        }
        return prefix;
    }
}
