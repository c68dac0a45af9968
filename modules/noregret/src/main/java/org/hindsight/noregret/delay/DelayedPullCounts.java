// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;
import org.hindsight.noregret.bandits.StochasticBandit;

/**
 * What happened in a run with delays: the pulls of each arm, and how many of its rewards were outstanding at most.
 *
 * <p>Mutable and reusable: {@link DelayedBanditPlay} overwrites it. Not thread-safe.
 */
public final class DelayedPullCounts {
    private final long[] pulls;
    private final long[] outstanding;
    private final long[] largestOutstanding;

    private DelayedPullCounts(int arms) {
        this.pulls = new long[arms];
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
        return pulls.length;
    }

    /**
     * Returns how often an arm was pulled.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return the pulls, whether their rewards have arrived or not
     */
    public long pulls(int arm) {
        return pulls[Checks.index(arm, pulls.length, "arm")];
    }

    /**
     * Returns how many rewards of an arm were outstanding at the start of a round at most.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return the largest number, over the rounds that pulled the arm, of its earlier pulls whose rewards had not arrived
     */
    public long largestOutstanding(int arm) {
        return largestOutstanding[Checks.index(arm, pulls.length, "arm")];
    }

    /**
     * Returns the pseudo-regret {@code sum_a Delta_a N_a} of these pulls.
     *
     * @param instance the means of the arms; its horizon is not used
     * @return at least 0
     */
    public double pseudoRegret(StochasticBandit instance) {
        Checks.length(instance.arms(), pulls.length, "instance");
        CompensatedSum regret = new CompensatedSum();
        for (int arm = 0; arm < pulls.length; arm++) {
            regret.add(instance.gap(arm) * pulls[arm]);
        }
        return regret.value();
    }

    void pull(int arm) {
        pulls[arm]++;
        largestOutstanding[arm] = Math.max(largestOutstanding[arm], outstanding[arm]);
        outstanding[arm]++;
    }

    void arrival(int arm) {
        outstanding[arm]--;
    }

    void reset() {
        Arrays.fill(pulls, 0);
        Arrays.fill(outstanding, 0);
        Arrays.fill(largestOutstanding, 0);
    }

    @Override
    public String toString() {
        return "DelayedPullCounts[pulls=" + Arrays.toString(pulls) + ", largestOutstanding="
                + Arrays.toString(largestOutstanding) + "]";
    }
}
