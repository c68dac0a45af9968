// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * The feedback rates f of the arms, and the lower bound f* on them that a learner may know.
 *
 * <p>Immutable.
 */
public final class FeedbackRates {
    private final double[] rates;
    private final double lowerBound;

    private FeedbackRates(double[] rates, double lowerBound) {
        this.rates = rates;
        this.lowerBound = lowerBound;
    }

    /**
     * Creates rates whose known lower bound is the least of them.
     *
     * @param rates the rate f_a of each arm, in (0, 1]; at least one; copied
     * @return the rates
     */
    public static FeedbackRates of(double... rates) {
        Checks.atLeast(rates.length, 1, "rates.length");
        double[] copy = rates.clone();
        double least = 1;
        for (int arm = 0; arm < copy.length; arm++) {
            least = Math.min(least, Checks.rate(copy[arm], "rates[" + arm + "]"));
        }
        return new FeedbackRates(copy, least);
    }

    /**
     * Returns the same rates with another known lower bound.
     *
     * @param knownLowerBound f*, in (0, 1]
     * @return the rates
     * @throws IllegalArgumentException if a rate is less than the bound
     */
    public FeedbackRates withLowerBound(double knownLowerBound) {
        Checks.rate(knownLowerBound, "lowerBound");
        for (int arm = 0; arm < rates.length; arm++) {
            if (!(rates[arm] >= knownLowerBound)) {
                throw new IllegalArgumentException(
                        "rates[" + arm + "] = " + rates[arm] + " must be at least the lower bound " + knownLowerBound);
            }
        }
        return new FeedbackRates(rates, knownLowerBound);
    }

    /**
     * Returns the number of arms.
     *
     * @return at least 1
     */
    public int arms() {
        return rates.length;
    }

    /**
     * Returns an arm's rate f_a.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return in (0, 1]
     */
    public double rate(int arm) {
        return rates[Checks.index(arm, rates.length, "arm")];
    }

    /**
     * Returns the known lower bound f*.
     *
     * @return in (0, 1], at most every rate
     */
    public double lowerBound() {
        return lowerBound;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeedbackRates that && lowerBound == that.lowerBound && Arrays.equals(rates, that.rates);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(lowerBound) + Arrays.hashCode(rates);
    }

    @Override
    public String toString() {
        return "FeedbackRates" + Arrays.toString(rates) + ">=" + lowerBound;
    }
}
