// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * A linear bandit: the reward of a vector x is {@code <x, theta*>} plus noise.
 *
 * <p>Each round offers the same vectors, or, with contexts, fresh ones that are independent and even on the unit sphere.
 * Immutable and thread-safe.
 */
public final class LinearBandit {
    private final double[] parameter;
    /** The fixed vectors, row-major; empty if each round draws its own. */
    private final double[] fixedFeatures;

    private final int actions;
    private final RewardNoise noise;

    private LinearBandit(double[] parameter, double[] fixedFeatures, int actions, RewardNoise noise) {
        this.parameter = parameter;
        this.fixedFeatures = fixedFeatures;
        this.actions = actions;
        this.noise = Objects.requireNonNull(noise, "noise");
    }

    /**
     * Creates a bandit that offers the same vectors in each round, with standard normal noise.
     *
     * @param features the vectors, row-major, of a length that is a positive multiple of the parameter's; copied
     * @param parameter theta*, of at least one entry; copied
     * @return the bandit
     */
    public static LinearBandit withFixedActions(double[] features, double... parameter) {
        requireParameter(parameter);
        int actions = RidgeEstimate.requireActions(features, parameter.length);
        return new LinearBandit(parameter.clone(), features.clone(), actions, RewardNoise.gaussian(1));
    }

    /**
     * Creates a bandit that offers fresh vectors in each round, even on the unit sphere, with standard normal noise.
     *
     * @param actions the number of vectors of a round, at least 1
     * @param parameter theta*, of at least one entry; copied
     * @return the bandit
     */
    public static LinearBandit withSphericalContexts(int actions, double... parameter) {
        requireParameter(parameter);
        Checks.atLeast(actions, 1, "actions");
        return new LinearBandit(parameter.clone(), new double[0], actions, RewardNoise.gaussian(1));
    }

    /**
     * Replaces the noise.
     *
     * @param other the noise
     * @return the changed bandit
     */
    public LinearBandit withNoise(RewardNoise other) {
        return new LinearBandit(parameter, fixedFeatures, actions, other);
    }

    private static void requireParameter(double[] parameter) {
        Checks.finite(parameter, "parameter");
        RidgeEstimate.requireDimension(parameter.length);
    }

    /**
     * Returns the number of features.
     *
     * @return d, at least 1
     */
    public int dimension() {
        return parameter.length;
    }

    /**
     * Returns the number of vectors that a round offers.
     *
     * @return K, at least 1
     */
    public int actions() {
        return actions;
    }

    /**
     * Returns the noise of the rewards.
     *
     * @return the noise
     */
    public RewardNoise noise() {
        return noise;
    }

    /**
     * Returns an entry of theta*.
     *
     * @param feature in 0 .. d - 1
     * @return the coefficient
     */
    public double coefficient(int feature) {
        return parameter[Checks.index(feature, parameter.length, "feature")];
    }

    /**
     * Writes the vectors that a round offers.
     *
     * @param out overwritten, row-major; of length {@code actions * dimension}
     * @param random the environment's randomness; not read if the vectors are fixed
     */
    public void actionSet(double[] out, RandomGenerator random) {
        Checks.length(out.length, actions * parameter.length, "out");
        if (fixedFeatures.length > 0) {
            System.arraycopy(fixedFeatures, 0, out, 0, out.length);
            return;
        }
        for (int start = 0; start < out.length; start += parameter.length) {
            double squares = 0;
            while (squares == 0) {
                for (int i = start; i < start + parameter.length; i++) {
                    out[i] = random.nextGaussian();
                    squares += out[i] * out[i];
                }
            }
            double norm = Math.sqrt(squares);
            for (int i = start; i < start + parameter.length; i++) {
                out[i] /= norm;
            }
        }
    }

    /**
     * Returns the mean reward of an action.
     *
     * @param features the action set, row-major
     * @param action the action
     * @return {@code <x, theta*>}
     */
    public double mean(double[] features, int action) {
        double sum = 0;
        for (int i = 0; i < parameter.length; i++) {
            sum += features[action * parameter.length + i] * parameter[i];
        }
        return sum;
    }

    /**
     * Returns how much less than the best action of its set an action pays on average.
     *
     * @param features the action set, row-major
     * @param action the action
     * @return at least 0
     */
    public double gap(double[] features, int action) {
        double best = Double.NEGATIVE_INFINITY;
        for (int other = 0; other * parameter.length < features.length; other++) {
            best = Math.max(best, mean(features, other));
        }
        return best - mean(features, action);
    }

    /**
     * Draws the reward of an action.
     *
     * @param features the action set, row-major
     * @param action the action
     * @param random the environment's randomness
     * @return the mean plus noise
     */
    public double reward(double[] features, int action, RandomGenerator random) {
        return mean(features, action) + noise.draw(random);
    }

    @Override
    public String toString() {
        return "LinearBandit[parameter=" + Arrays.toString(parameter) + ", actions="
                + (fixedFeatures.length > 0 ? Arrays.toString(fixedFeatures) : actions + " on the sphere") + ", noise="
                + noise + "]";
    }
}
