// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * How often each arm was pulled: all that the pseudo-regret of a stochastic bandit depends on.
 *
 * <p>Made once by the caller and filled anew by every run, so that replicates allocate nothing. Mutable, not
 * thread-safe.
 */
public final class PullCounts {
    private final long[] pulls;

    private PullCounts(int arms) {
        this.pulls = new long[arms];
    }

    /**
     * Creates counts of zero.
     *
     * @param arms the number of arms, at least 1
     * @return the counts
     */
    public static PullCounts forArms(int arms) {
        return new PullCounts(Checks.atLeast(arms, 1, "arms"));
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
     * Returns how often an arm was pulled, N_a(T).
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return at least 0
     */
    public long pulls(int arm) {
        return pulls[Checks.index(arm, pulls.length, "arm")];
    }

    /**
     * Returns the pseudo-regret, the sum over arms of Delta_a N_a(T).
     *
     * @param instance the arms' means; its horizon is not read
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

    /**
     * Counts a pull.
     *
     * @param arm the arm, in 0 .. arms - 1
     */
    public void add(int arm) {
        pulls[Checks.index(arm, pulls.length, "arm")]++;
    }

    /**
     * Counts pulls.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param more the number of pulls, at least 0
     */
    public void add(int arm, long more) {
        pulls[Checks.index(arm, pulls.length, "arm")] += Checks.atLeast(more, 0L, "more");
    }

    /** Returns all counts to 0, without allocation. */
    public void reset() {
        Arrays.fill(pulls, 0);
    }

    @Override
    public String toString() {
        return "PullCounts" + Arrays.toString(pulls);
    }
}
