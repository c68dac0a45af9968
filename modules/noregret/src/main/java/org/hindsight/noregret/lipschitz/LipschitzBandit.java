// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.lipschitz;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * Bernoulli arms on [0, 1]: a point pays 1 with the probability that is its mean.
 *
 * <p>Immutable, and thread-safe if its mean function is.
 */
public final class LipschitzBandit {
    private final DoubleUnaryOperator mean;
    private final double bestMean;
    private final double lipschitz;

    private LipschitzBandit(DoubleUnaryOperator mean, double bestMean, double lipschitz) {
        this.mean = Objects.requireNonNull(mean, "mean");
        this.bestMean = Checks.inUnitInterval(bestMean, "bestMean");
        this.lipschitz = Checks.nonNegative(lipschitz, "lipschitz");
    }

    /**
     * Creates a bandit.
     *
     * @param mean the mean reward of a point of [0, 1], in [0, 1]; that it is Lipschitz is not checked
     * @param bestMean its largest value, in [0, 1]
     * @param lipschitz a Lipschitz constant of it, non-negative and finite
     * @return the bandit
     */
    public static LipschitzBandit of(DoubleUnaryOperator mean, double bestMean, double lipschitz) {
        return new LipschitzBandit(mean, bestMean, lipschitz);
    }

    /**
     * Creates a bandit whose mean falls with the same slope on both sides of a peak, and stays at 0 from where it reaches it.
     *
     * @param peak the best point, in [0, 1]
     * @param bestMean its mean, in [0, 1]
     * @param slope L, non-negative and finite
     * @return the bandit with mean {@code max(0, bestMean - slope |x - peak|)}
     */
    public static LipschitzBandit triangular(double peak, double bestMean, double slope) {
        Checks.inUnitInterval(peak, "peak");
        Checks.nonNegative(slope, "slope");
        return of(x -> Math.max(0, bestMean - slope * Math.abs(x - peak)), bestMean, slope);
    }

    /**
     * Returns the mean reward of a point.
     *
     * @param point in [0, 1]
     * @return in [0, 1]
     * @throws IllegalStateException if the mean function returns something else, or more than the best mean
     */
    public double mean(double point) {
        double value = mean.applyAsDouble(Checks.inUnitInterval(point, "point"));
        if (!(value >= 0 && value <= bestMean)) {
            throw new IllegalStateException("mean(" + point + ") must lie in [0, " + bestMean + "], was " + value);
        }
        return value;
    }

    /**
     * Returns the largest mean.
     *
     * @return in [0, 1]
     */
    public double bestMean() {
        return bestMean;
    }

    /**
     * Returns the Lipschitz constant of the mean.
     *
     * @return L, at least 0
     */
    public double lipschitz() {
        return lipschitz;
    }

    /**
     * Returns how much less than the best point a point pays on average.
     *
     * @param point in [0, 1]
     * @return at least 0
     */
    public double gap(double point) {
        return bestMean - mean(point);
    }

    /**
     * Draws the reward of a point.
     *
     * @param point in [0, 1]
     * @param random the environment's randomness
     * @return 0 or 1
     */
    public double reward(double point, RandomGenerator random) {
        return random.nextDouble() < mean(point) ? 1 : 0;
    }
}
