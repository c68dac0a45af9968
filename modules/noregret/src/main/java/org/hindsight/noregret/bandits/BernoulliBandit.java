// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * Arms that pay 1 with a fixed probability each and 0 otherwise, independently.
 *
 * <p>A reward costs one uniform: arm a pays 1 when it is less than mu_a. Immutable and thread-safe.
 */
public final class BernoulliBandit implements BanditEnvironment {
    private final double[] means;
    private final double bestMean;

    private BernoulliBandit(double[] means) {
        this.means = means;
        this.bestMean = Arrays.stream(means).max().orElseThrow();
    }

    /**
     * Creates a bandit.
     *
     * @param means the mean mu_a of each arm, in [0, 1]; at least one; copied
     * @return the bandit
     */
    public static BernoulliBandit of(double... means) {
        Checks.inUnitInterval(means, "means");
        Checks.atLeast(means.length, 1, "means.length");
        return new BernoulliBandit(means.clone());
    }

    @Override
    public int arms() {
        return means.length;
    }

    @Override
    public double reward(int arm, RandomGenerator random) {
        return random.nextDouble() < means[arm] ? 1 : 0;
    }

    /** Does nothing: the rewards have no memory. */
    @Override
    public void reset() {}

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
     * Returns the largest mean mu*.
     *
     * @return in [0, 1]
     */
    public double bestMean() {
        return bestMean;
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
     * Returns these means together with a horizon, which is what bounds are functions of.
     *
     * @param horizon the number of rounds, at least 1
     * @return the instance
     */
    public StochasticBandit over(long horizon) {
        return StochasticBandit.of(horizon, means);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BernoulliBandit that && Arrays.equals(means, that.means);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(means);
    }

    @Override
    public String toString() {
        return "BernoulliBandit" + Arrays.toString(means);
    }
}
