// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.noregret.bandits.StochasticBandit;

/**
 * What happened in a run with delays: the pulls of each arm, and how many of its rewards were outstanding at most.
 *
 * <p>Mutable and reusable: {@link DelayedBanditPlay} overwrites it. Not thread-safe.
 */
public final class DelayedPullCounts {
    private final PullCounts pulls;
    private final long[] outstanding;
    private final long[] largestOutstanding;

    private DelayedPullCounts(int arms) {
        this.pulls = PullCounts.forArms(arms);
        this.outstanding = new long[arms];
        this.largestOutstanding = new long[arms];
    }

    /**
     * Creates counts of zero.
     *
     * @param arms the number of arms, at least 1
     * @return the counts
     */
    public static DelayedPullCounts forArms(int arms) {
        return new DelayedPullCounts(Checks.atLeast(arms, 1, "arms"));
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
     * Returns how often an arm was pulled.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return the pulls, whether their rewards have arrived or not
     */
    public long pulls(int arm) {
        return pulls.pulls(arm);
    }

    /**
     * Returns how many rewards of an arm were outstanding at the start of a round at most.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return the largest number, over the rounds that pulled the arm, of its earlier pulls whose rewards had not arrived
     */
    public long largestOutstanding(int arm) {
        return largestOutstanding[Checks.index(arm, largestOutstanding.length, "arm")];
    }

    /**
     * Returns the pseudo-regret {@code sum_a Delta_a N_a} of these pulls.
     *
     * @param instance the means of the arms; its horizon is not used
     * @return at least 0
     */
    public double pseudoRegret(StochasticBandit instance) {
        return pulls.pseudoRegret(instance);
    }

    void pull(int arm) {
        pulls.add(arm);
        largestOutstanding[arm] = Math.max(largestOutstanding[arm], outstanding[arm]);
        outstanding[arm]++;
    }

    void arrival(int arm) {
        outstanding[arm]--;
    }

    void reset() {
        pulls.reset();
        Arrays.fill(outstanding, 0);
        Arrays.fill(largestOutstanding, 0);
    }

    @Override
    public String toString() {
        return "DelayedPullCounts[pulls=" + pulls + ", largestOutstanding=" + Arrays.toString(largestOutstanding) + "]";
    }
}
