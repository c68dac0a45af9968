// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.environments;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.noregret.bandits.BanditEnvironment;
import org.hindsight.noregret.bandits.StochasticBandit;

/**
 * Arms with normal rewards of one standard deviation, independent.
 *
 * <p>Rewards are not confined to [0, 1]: give them to learners that say they take any finite reward. With standard
 * deviation sigma they are sigma-subgaussian. Immutable and thread-safe.
 */
public final class GaussianBandit implements BanditEnvironment {
    private final double[] means;
    private final double standardDeviation;

    private GaussianBandit(double[] means, double standardDeviation) {
        this.means = means;
        this.standardDeviation = standardDeviation;
    }

    /**
     * Creates a bandit of standard deviation 1.
     *
     * @param means the finite mean of each arm; at least one; copied
     * @return the bandit
     */
    public static GaussianBandit of(double... means) {
        Checks.finite(means, "means");
        Checks.atLeast(means.length, 1, "means.length");
        return new GaussianBandit(means.clone(), 1);
    }

    /**
     * Returns the same arms with another standard deviation.
     *
     * @param value finite, at least 0
     * @return the bandit
     */
    public GaussianBandit withStandardDeviation(double value) {
        return new GaussianBandit(means, Checks.nonNegative(value, "standardDeviation"));
    }

    @Override
    public int arms() {
        return means.length;
    }

    @Override
    public double reward(int arm, RandomGenerator random) {
        return means[arm] + standardDeviation * random.nextGaussian();
    }

    /** Does nothing: the rewards have no memory. */
    @Override
    public void reset() {}

    /**
     * Returns an arm's mean.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return finite
     */
    public double mean(int arm) {
        return means[Checks.index(arm, means.length, "arm")];
    }

    /**
     * Returns these means together with a horizon, which is what bounds are functions of.
     *
     * @param horizon the number of rounds, at least 1
     * @return the instance
     * @throws IllegalArgumentException if a mean is outside [0, 1]
     */
    public StochasticBandit over(long horizon) {
        return StochasticBandit.of(horizon, means);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GaussianBandit that
                && Arrays.equals(means, that.means)
                && Double.compare(standardDeviation, that.standardDeviation) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(means) + Double.hashCode(standardDeviation);
    }

    @Override
    public String toString() {
        return "GaussianBandit[means=" + Arrays.toString(means) + ", standardDeviation=" + standardDeviation + "]";
    }
}
