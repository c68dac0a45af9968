// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.noregret.bandits.StochasticBandit;

/**
 * How often each arm was pulled (the paper's APC) and how often it gave feedback (FOC).
 *
 * <p>Made once by the caller and filled anew by every run, so that replicates allocate nothing. Mutable, not
 * thread-safe.
 */
public final class PullAndFeedbackCounts {
    private final PullCounts pulls;
    private final long[] observations;

    private PullAndFeedbackCounts(int arms) {
        this.pulls = PullCounts.forArms(arms);
        this.observations = new long[arms];
    }

    /**
     * Creates counts of zero.
     *
     * @param arms the number of arms, at least 1
     * @return the counts
     */
    public static PullAndFeedbackCounts forArms(int arms) {
        return new PullAndFeedbackCounts(Checks.atLeast(arms, 1, "arms"));
    }

    /**
     * Returns the number of arms.
     *
     * @return at least 1
     */
    public int arms() {
        return pulls.arms();
    }

    /**
     * Returns how often an arm was pulled, APC_a(T).
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return at least 0
     */
    public long pulls(int arm) {
        return pulls.pulls(arm);
    }

    /**
     * Returns how often an arm gave feedback, FOC_a(T).
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return at least 0, at most {@link #pulls}
     */
    public long observations(int arm) {
        return observations[Checks.index(arm, observations.length, "arm")];
    }

    /**
     * Returns the pseudo-regret, the sum over arms of Delta_a APC_a(T): pulls count whether observed or not.
     *
     * @param instance the arms' means; its horizon is not read
     * @return at least 0
     */
    public double pseudoRegret(StochasticBandit instance) {
        return pulls.pseudoRegret(instance);
    }

    void add(int arm, long morePulls, long moreObservations) {
        pulls.add(arm, morePulls);
        observations[arm] += moreObservations;
    }

    void reset() {
        pulls.reset();
        Arrays.fill(observations, 0);
    }

    @Override
    public String toString() {
        return "PullAndFeedbackCounts[pulls=" + pulls + ", observations=" + Arrays.toString(observations) + "]";
    }
}
