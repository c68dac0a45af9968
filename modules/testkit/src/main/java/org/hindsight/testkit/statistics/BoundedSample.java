// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * The size, mean and variance of independent values in a known range, as they come in.
 *
 * <p>The values need not be kept: adding one is O(1) and allocates nothing. Mutable, not thread-safe.
 */
public final class BoundedSample {
    private final double least;
    private final double greatest;
    private final CompensatedSum sum = new CompensatedSum();
    private long size;
    /** Welford's running mean and sum of squared deviations: B. P. Welford (1962), Technometrics 4, 419-420. */
    private double runningMean;

    private double squaredDeviations;

    private BoundedSample(double least, double greatest) {
        this.least = Checks.finite(least, "least");
        this.greatest = Checks.finite(greatest, "greatest");
        if (!(least < greatest)) {
            throw new IllegalArgumentException("greatest must exceed least = " + least + ", was " + greatest);
        }
    }

    /**
     * Creates an empty sample.
     *
     * @param least what no value can fall below
     * @param greatest what no value can exceed; more than {@code least}
     * @return the sample
     */
    public static BoundedSample in(double least, double greatest) {
        return new BoundedSample(least, greatest);
    }

    /**
     * Creates a sample of given values.
     *
     * @param values the values, not modified
     * @param least what no value can fall below
     * @param greatest what no value can exceed; more than {@code least}
     * @return the sample
     */
    public static BoundedSample of(double[] values, double least, double greatest) {
        Objects.requireNonNull(values, "values");
        BoundedSample sample = new BoundedSample(least, greatest);
        for (double value : values) {
            sample.add(value);
        }
        return sample;
    }

    /**
     * Adds a value.
     *
     * @param value in least .. greatest
     * @throws IllegalArgumentException if it is out of range; the sample is then unchanged
     */
    public void add(double value) {
        if (!(value >= least && value <= greatest)) {
            throw new IllegalArgumentException("value must lie in [" + least + ", " + greatest + "], was " + value);
        }
        size++;
        sum.add(value);
        double deviation = value - runningMean;
        runningMean += deviation / size;
        squaredDeviations += deviation * (value - runningMean);
    }

    /**
     * Returns the number of values.
     *
     * @return at least 0
     */
    public long size() {
        return size;
    }

    /**
     * Returns the mean of the values.
     *
     * @return in least .. greatest
     * @throws IllegalStateException if there is no value
     */
    public double mean() {
        if (size == 0) {
            throw new IllegalStateException("an empty sample has no mean");
        }
        return Math.max(least, Math.min(greatest, sum.value() / size));
    }

    /**
     * Returns the unbiased estimate of the variance: the squared deviations from the mean, summed and divided by size - 1.
     *
     * @return at least 0
     * @throws IllegalStateException if there are fewer than two values
     */
    public double variance() {
        if (size < 2) {
            throw new IllegalStateException("a sample of " + size + " values has no variance");
        }
        return squaredDeviations / (size - 1);
    }

    /**
     * Returns the width of the range.
     *
     * @return greatest - least
     */
    public double range() {
        return greatest - least;
    }

    @Override
    public String toString() {
        return size + " values in [" + least + ", " + greatest + "]" + (size == 0 ? "" : " of mean " + mean());
    }

    /** Requires enough values for an assertion. */
    BoundedSample ofSizeAtLeast(long minimum) {
        Checks.atLeast(size, minimum, "sample.size");
        return this;
    }

    /** Throws if the mean is further above a claim than a radius. */
    void requireNotAbove(double claim, double radius, String relation, String law) {
        if (mean() - claim > radius) {
            throw new AssertionError(message(claim, mean() - claim, "above", radius, relation, law));
        }
    }

    /** Throws if the mean is further below a claim than a radius. */
    void requireNotBelow(double claim, double radius, String relation, String law) {
        if (claim - mean() > radius) {
            throw new AssertionError(message(claim, claim - mean(), "below", radius, relation, law));
        }
    }

    private String message(double claim, double distance, String side, double radius, String relation, String law) {
        return "mean must be " + relation + claim + ", but " + this + " are " + distance + " " + side
                + " it, beyond the threshold " + radius + law;
    }
}
