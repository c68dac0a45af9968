// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * What the regret of a stochastic bandit depends on: the arms' means and the horizon.
 *
 * <p>The parameter of the {@link org.hindsight.core.Bound}s of stochastic bandit learners. Immutable.
 */
public final class StochasticBandit {
    private final long horizon;
    private final double[] means;
    private final double bestMean;
    private final double largestGap;

    private StochasticBandit(long horizon, double[] means) {
        this.horizon = horizon;
        this.means = means;
        this.bestMean = Arrays.stream(means).max().orElseThrow();
        this.largestGap = bestMean - Arrays.stream(means).min().orElseThrow();
    }

    /**
     * Creates an instance.
     *
     * @param horizon the number of rounds T, at least 1
     * @param means the mean reward of each arm, in [0, 1]; at least one; copied
     * @return the instance
     */
    public static StochasticBandit of(long horizon, double... means) {
        Checks.atLeast(horizon, 1L, "horizon");
        Checks.inUnitInterval(means, "means");
        Checks.atLeast(means.length, 1, "means.length");
        return new StochasticBandit(horizon, means.clone());
    }

    /**
     * Returns the number of rounds T.
     *
     * @return at least 1
     */
    public long horizon() {
        return horizon;
    }

    /**
     * Returns the same arms with another horizon.
     *
     * @param rounds the number of rounds, at least 1
     * @return the instance
     */
    public StochasticBandit withHorizon(long rounds) {
        return new StochasticBandit(Checks.atLeast(rounds, 1L, "horizon"), means);
    }

    /**
     * Returns the number of arms K.
     *
     * @return at least 1
     */
    public int arms() {
        return means.length;
    }

    /**
     * Returns an arm's mean mu_a.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return in [0, 1]
     */
    public double mean(int arm) {
        return means[Checks.index(arm, means.length, "arm")];
    }

    /**
     * Returns an arm's gap Delta_a = mu* - mu_a.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return in [0, 1]; 0 for every best arm
     */
    public double gap(int arm) {
        return bestMean - mean(arm);
    }

    /**
     * Returns the largest gap; no learner's regret exceeds the horizon times it.
     *
     * @return in [0, 1]
     */
    public double largestGap() {
        return largestGap;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StochasticBandit that && horizon == that.horizon && Arrays.equals(means, that.means);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(horizon) + Arrays.hashCode(means);
    }

    @Override
    public String toString() {
        return "StochasticBandit[horizon=" + horizon + ", means=" + Arrays.toString(means) + "]";
    }
}
