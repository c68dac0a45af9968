// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * Consecutive levels put together: every level by itself, bins of equal width or bins of equal mass.
 *
 * <p>Only groups with rounds in them are kept, numbered from 0 by increasing prediction. Immutable. Complexity: O(K), whatever the number of bins.
 */
public final class ForecastGroups {
    private final BinaryForecasts forecasts;
    /** Group g holds the levels from start[g] to start[g + 1] - 1. */
    private final int[] start;

    private ForecastGroups(BinaryForecasts forecasts, int[] start, int groups) {
        this.forecasts = forecasts;
        this.start = Arrays.copyOf(start, groups + 1);
        this.start[groups] = forecasts.levels();
    }

    /**
     * Makes a group of every level. On continuous predictions, where hardly two are equal, errors of these groups mean little.
     *
     * @param forecasts the data
     * @return K groups
     */
    public static ForecastGroups levels(BinaryForecasts forecasts) {
        Objects.requireNonNull(forecasts, "forecasts");
        int[] start = new int[forecasts.levels()];
        Arrays.setAll(start, k -> k);
        return new ForecastGroups(forecasts, start, start.length);
    }

    /**
     * Cuts [0, 1] into bins of equal width.
     *
     * @param forecasts the data
     * @param bins B, at least 1
     * @param edges the bin to which an edge belongs
     * @return at most B groups
     * @throws IllegalArgumentException if there is no bin
     */
    public static ForecastGroups equalWidth(BinaryForecasts forecasts, int bins, BinEdges edges) {
        Objects.requireNonNull(forecasts, "forecasts");
        Checks.atLeast(bins, 1, "bins");
        Objects.requireNonNull(edges, "edges");
        int[] start = new int[forecasts.levels()];
        int groups = 0;
        int last = -1;
        for (int k = 0; k < start.length; k++) {
            int bin = edges.bin(forecasts.value(k), bins);
            if (bin != last) {
                start[groups++] = k;
                last = bin;
            }
        }
        return new ForecastGroups(forecasts, start, groups);
    }

    /**
     * Cuts the sorted rounds into bins of sizes that differ by at most one, larger bins first. Equal predictions stay together, in the first of the bins
     * that they span. Rounds are counted, not weighted.
     *
     * @param forecasts the data
     * @param bins B, at least 1; T if it is larger
     * @return at most B groups
     * @throws IllegalArgumentException if there is no bin
     */
    public static ForecastGroups equalMass(BinaryForecasts forecasts, int bins) {
        Objects.requireNonNull(forecasts, "forecasts");
        int rounds = forecasts.rounds();
        int count = Math.min(Checks.atLeast(bins, 1, "bins"), Math.max(1, rounds));
        int[] start = new int[forecasts.levels()];
        int groups = start.length == 0 ? 0 : 1;
        int level = 0;
        long upTo = 0; // the rounds of levels below `level`
        for (int bin = 0; bin < count - 1; bin++) {
            long size = (bin + 1L) * (rounds / count) + Math.min(bin + 1, rounds % count);
            // The last round of the bin pulls the rest of its level with it.
            while (upTo < size) {
                upTo += forecasts.points(level++);
            }
            if (level < start.length && level != start[groups - 1]) {
                start[groups++] = level;
            }
        }
        return new ForecastGroups(forecasts, start, groups);
    }

    /**
     * Returns the number of groups.
     *
     * @return at most K
     */
    public int groups() {
        return start.length - 1;
    }

    /**
     * Returns the data.
     *
     * @return the forecasts that were grouped
     */
    public BinaryForecasts forecasts() {
        return forecasts;
    }

    /**
     * Returns the first level of a group.
     *
     * @param group in 0 .. groups - 1
     * @return a level
     */
    public int firstLevel(int group) {
        return start[Checks.index(group, groups(), "group")];
    }

    /**
     * Returns the number of rounds of a group.
     *
     * @param group in 0 .. groups - 1
     * @return at least 1
     */
    public int points(int group) {
        int points = 0;
        for (int k = firstLevel(group); k < start[group + 1]; k++) {
            points += forecasts.points(k);
        }
        return points;
    }

    /**
     * Returns the weight of a group.
     *
     * @param group in 0 .. groups - 1
     * @return positive
     */
    public double weight(int group) {
        double weight = 0;
        for (int k = firstLevel(group); k < start[group + 1]; k++) {
            weight += forecasts.weight(k);
        }
        return weight;
    }

    /**
     * Returns the weight of a group's outcomes 1.
     *
     * @param group in 0 .. groups - 1
     * @return at least 0, at most the group's weight
     */
    public double ones(int group) {
        double ones = 0;
        for (int k = firstLevel(group); k < start[group + 1]; k++) {
            ones += forecasts.ones(k);
        }
        return ones;
    }

    /**
     * Returns the summed residual of a group.
     *
     * @param group in 0 .. groups - 1
     * @return the sum of x - p over its rounds, times the weights
     */
    public double residual(int group) {
        double sum = 0;
        for (int k = firstLevel(group); k < start[group + 1]; k++) {
            sum += forecasts.residual(k);
        }
        return sum;
    }
}
