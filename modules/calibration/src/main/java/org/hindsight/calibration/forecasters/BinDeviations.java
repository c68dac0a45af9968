// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * A record of what forecasts missed: the sums of x_t - p_t over the rounds of any interval in any bin.
 *
 * <p>Rounds are numbered from 0. Recording costs O(m) and amortised O(m) memory; a question about an interval costs O(m + log T). Mutable, not thread-safe.
 */
public final class BinDeviations {
    private static final int FIRST_CAPACITY = 16;

    private final int dimension;
    private final Bin[] bins;
    private long rounds;

    /** The rounds in a bin, and the sums before each of them and after the last. */
    private static final class Bin {
        long[] visits = new long[FIRST_CAPACITY];
        double[] sums;
        int count;

        Bin(int dimension) {
            sums = new double[(FIRST_CAPACITY + 1) * dimension];
        }
    }

    private BinDeviations(int bins, int dimension) {
        this.dimension = dimension;
        this.bins = new Bin[bins];
        for (int bin = 0; bin < bins; bin++) {
            this.bins[bin] = new Bin(dimension);
        }
    }

    /**
     * Creates an empty record.
     *
     * @param bins n, at least 1
     * @param dimension m, at least 1
     * @return the record
     */
    public static BinDeviations of(int bins, int dimension) {
        return new BinDeviations(Checks.atLeast(bins, 1, "bins"), Checks.atLeast(dimension, 1, "dimension"));
    }

    /**
     * Adds a round.
     *
     * @param bin the bin of the forecast
     * @param outcome x, of length m
     * @param forecast p, of length m
     */
    public void record(int bin, double[] outcome, double[] forecast) {
        Checks.length(outcome.length, dimension, "outcome");
        Checks.length(forecast.length, dimension, "forecast");
        Bin own = bins[Checks.index(bin, bins.length, "bin")];
        Checks.finite(outcome, "outcome");
        Checks.finite(forecast, "forecast");
        if (own.count == own.visits.length) {
            own.visits = Arrays.copyOf(own.visits, 2 * own.count);
            own.sums = Arrays.copyOf(own.sums, (2 * own.count + 1) * dimension);
        }
        own.visits[own.count] = rounds++;
        int at = own.count * dimension;
        for (int coordinate = 0; coordinate < dimension; coordinate++, at++) {
            own.sums[at + dimension] = own.sums[at] + (outcome[coordinate] - forecast[coordinate]);
        }
        own.count++;
    }

    /** Forgets all rounds. */
    public void reset() {
        for (Bin bin : bins) {
            bin.count = 0;
        }
        rounds = 0;
    }

    /**
     * Returns the number of bins.
     *
     * @return n
     */
    public int bins() {
        return bins.length;
    }

    /**
     * Returns the number of coordinates.
     *
     * @return m
     */
    public int dimension() {
        return dimension;
    }

    /**
     * Returns the number of rounds T.
     *
     * @return at least 0
     */
    public long rounds() {
        return rounds;
    }

    /**
     * Returns how many rounds of an interval were in a bin.
     *
     * @param bin i
     * @param first s, in 0 .. T - 1
     * @param last t, in s .. T - 1
     * @return n_i(s, t)
     */
    public long visits(int bin, long first, long last) {
        requireInterval(first, last);
        Bin own = bins[Checks.index(bin, bins.length, "bin")];
        return (long) before(own, last + 1) - before(own, first);
    }

    /**
     * Returns a summed deviation.
     *
     * @param bin i
     * @param coordinate a
     * @param first s, in 0 .. T - 1
     * @param last t, in s .. T - 1
     * @return the sum of x_a - p_a over the rounds of [s, t] in the bin
     */
    public double deviation(int bin, int coordinate, long first, long last) {
        requireInterval(first, last);
        Bin own = bins[Checks.index(bin, bins.length, "bin")];
        Checks.index(coordinate, dimension, "coordinate");
        return own.sums[before(own, last + 1) * dimension + coordinate]
                - own.sums[before(own, first) * dimension + coordinate];
    }

    /**
     * Returns the calibration error of a bin on an interval, an average over its rounds.
     *
     * @param bin i
     * @param first s, in 0 .. T - 1
     * @param last t, in s .. T - 1
     * @return Cal_i(s, t), the largest |deviation| of a coordinate divided by t - s + 1
     */
    public double calibrationError(int bin, long first, long last) {
        double worst = 0;
        for (int coordinate = 0; coordinate < dimension; coordinate++) {
            worst = Math.max(worst, Math.abs(deviation(bin, coordinate, first, last)));
        }
        return worst / (last - first + 1);
    }

    /**
     * Returns the sum over bins of the absolute deviations over all rounds, {@code sum_i |S_i|_1}.
     *
     * @return a sum over rounds, 0 before the first
     */
    public double total() {
        double sum = 0;
        for (int bin = 0; bin < bins.length; bin++) {
            sum += absolute(bin);
        }
        return sum;
    }

    /**
     * Returns the sum of the absolute deviations of a bin over all rounds, {@code |S_i|_1}.
     *
     * @param bin i
     * @return a sum over rounds, 0 before the first
     */
    public double absolute(int bin) {
        Bin own = bins[Checks.index(bin, bins.length, "bin")];
        double sum = 0;
        for (int coordinate = 0; coordinate < dimension; coordinate++) {
            sum += Math.abs(own.sums[own.count * dimension + coordinate]);
        }
        return sum;
    }

    /**
     * Returns the largest deviation relative to the square root of the number of rounds, over all intervals, bins and coordinates. Complexity: O(m sum_i n_i^2).
     *
     * @return the largest {@code |deviation| / sqrt(n_i(s, t))}, 0 before the first round
     */
    public double largestRatio() {
        double worst = 0;
        for (Bin own : bins) {
            for (int from = 0; from < own.count; from++) {
                for (int to = from + 1; to <= own.count; to++) {
                    double size = 0;
                    for (int coordinate = 0; coordinate < dimension; coordinate++) {
                        size = Math.max(
                                size,
                                Math.abs(own.sums[to * dimension + coordinate]
                                        - own.sums[from * dimension + coordinate]));
                    }
                    worst = Math.max(worst, size / Math.sqrt((double) to - from));
                }
            }
        }
        return worst;
    }

    private void requireInterval(long first, long last) {
        if (!(first >= 0 && first <= last && last < rounds)) {
            throw new IllegalArgumentException(
                    "interval must satisfy 0 <= first <= last < " + rounds + ", was [" + first + ", " + last + "]");
        }
    }

    /** The number of rounds in the bin before a round. */
    private static int before(Bin own, long round) {
        int at = Arrays.binarySearch(own.visits, 0, own.count, round);
        return at >= 0 ? at : -at - 1;
    }
}
