// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;

/**
 * A forecaster that is calibrated on every interval of rounds, in every bin.
 *
 * <p>For each bin i, coordinate a, sign and first round s there is an expert who gains plus or minus (x_ta - p_ta) in the rounds t &gt;= s in bin i. Experts are
 * weighed as AdaNormalHedge does, with {@code w(R, C) = (Phi(R + 1, C + 1) - Phi(R - 1, C + 1)) / 2} and {@code Phi(R, C) = exp(max(R, 0)^2 / (3 C))}, where R
 * is the expert's gain so far and C the sum of its absolute gains; c_ia is the sum of the weights of positive sign minus that of negative sign, and the lottery
 * that of {@link MinimaxForecast}. No expert gains much then, and with high probability that is {@link #DEVIATION}.
 *
 * <p>A round changes the experts of the bin that was drawn only, and those who began between two rounds in it are one and the same: a round costs O(m k) for
 * the k-th round in its bin, beside the lottery, and memory is O(n m T), reserved at the start. {@link CoveringCalibrator} has O(m log T) at a price in the
 * guarantee. In two coordinates the second mirrors the first and is left out, and nothing is allocated in a round. The same bits on every platform. Mutable, not
 * thread-safe.
 *
 * <p>Source: N. Haghtalab, C. Podimata, K. Yang (2023), "Calibrated Stackelberg games: learning optimal commitments against calibrated agents",
 * arXiv:2306.02704; H. Luo, R. Schapire (2015), "Achieving all with no parameters: AdaNormalHedge". Proofs: {@code proofs-notes/adaptive-calibration.md}.
 */
@CostPerRound("O(m t) and, unless m = 2, a linear program")
public final class AdaptiveCalibrator extends DirectedForecaster {
    /** The largest deviation of any bin and coordinate over any interval of rounds, all at once. */
    public static final Bound<Interval> DEVIATION = Bound.<Interval>stating(
                    "|sum (x_ta - p_ta) over the rounds of [s, t] in bin i|"
                            + " <= sqrt(3 n_i(s, t) ln(n m T (3 + ln(1 + T)) / delta)) for all i, a and s <= t <= T")
            .derivedFrom(new Source("Luo, Schapire", 2015, "AdaNormalHedge", "arXiv:1502.05934"))
            .assuming("Outcomes may depend on the past and on the lottery, but not on the draw.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(interval -> Math.sqrt(3
                    * interval.visits()
                    * Math.log(interval.run().potential((double) interval.run().rounds()))));

    /**
     * A run of an adaptive calibrator.
     *
     * @param bins n
     * @param dimension m
     * @param rounds T
     * @param delta the probability with which the guarantee may fail
     */
    public record Run(int bins, int dimension, long rounds, double delta) {
        /**
         * Creates the parameters.
         *
         * @param bins n, at least 1
         * @param dimension m, at least 1
         * @param rounds T, at least 1
         * @param delta in (0, 1)
         */
        public Run {
            Checks.atLeast(bins, 1, "bins");
            Checks.atLeast(dimension, 1, "dimension");
            Checks.atLeast(rounds, 1L, "rounds");
            Checks.openUnitInterval(delta, "delta");
        }

        /** What the sum of all potentials stays below, with so many first rounds: 2 n m starts (1 + (1 + ln(1 + T)) / 2) / delta. */
        double potential(double starts) {
            return bins * (double) dimension * starts * (3 + Math.log1p((double) rounds)) / delta;
        }
    }

    /**
     * An interval of rounds, as one bin sees it.
     *
     * @param run the run that the interval is a part of
     * @param length the number of rounds of the interval, t - s + 1
     * @param visits how many of them were in the bin, n_i(s, t)
     */
    public record Interval(Run run, long length, long visits) {
        /**
         * Creates the parameters.
         *
         * @param run the run
         * @param length in 1 .. T
         * @param visits in 0 .. length
         */
        public Interval {
            Objects.requireNonNull(run, "run");
            Checks.atLeast(length, 1L, "length");
            Checks.atLeast(run.rounds(), length, "run.rounds");
            Checks.atLeast(visits, 0L, "visits");
            Checks.atLeast(length, visits, "length");
        }
    }

    private final int horizon;
    /** Coordinates that are tracked: the first in two dimensions, otherwise all. */
    private final int tracked;
    /** For each bin and tracked coordinate: R and C of each group of experts of equal history. */
    private final double[][] gains;

    private final double[][] absolutes;
    /** For each bin: the number of first rounds in each group. */
    private final double[][] starts;

    private final int[] groups;
    private final int[] lastVisit;
    private int round;

    private AdaptiveCalibrator(SimplexPartition partition, int horizon) {
        super(partition);
        this.horizon = horizon;
        this.tracked = partition.dimension() == 2 ? 1 : partition.dimension();
        this.gains = new double[partition.bins() * tracked][horizon];
        this.absolutes = new double[partition.bins() * tracked][horizon];
        this.starts = new double[partition.bins()][horizon];
        this.groups = new int[partition.bins()];
        this.lastVisit = new int[partition.bins()];
    }

    /**
     * Creates the forecaster.
     *
     * @param partition the bins
     * @param horizon the largest number of rounds T, at least 1; only memory depends on it
     * @return the forecaster
     */
    public static AdaptiveCalibrator of(SimplexPartition partition, int horizon) {
        return new AdaptiveCalibrator(
                Objects.requireNonNull(partition, "partition"), Checks.atLeast(horizon, 1, "horizon"));
    }

    @Override
    void requireRound() {
        if (round == horizon) {
            throw new IllegalStateException("the horizon of " + horizon + " rounds is over");
        }
    }

    @Override
    void learn(int bin, double[] outcomeMinusForecast) {
        round++;
        int group = groups[bin]++;
        double[] own = starts[bin];
        own[group] = round - lastVisit[bin];
        lastVisit[bin] = round;
        for (int coordinate = 0; coordinate < tracked; coordinate++) {
            double[] gain = gains[bin * tracked + coordinate];
            double[] absolute = absolutes[bin * tracked + coordinate];
            gain[group] = 0;
            absolute[group] = 0;
            double more = outcomeMinusForecast[coordinate];
            double moreAbsolute = Math.abs(more);
            double direction = 0;
            for (int k = 0; k <= group; k++) {
                gain[k] += more;
                absolute[k] += moreAbsolute;
                direction += own[k] * NormalPotential.twist(gain[k], absolute[k]);
            }
            directions[bin * dimension() + coordinate] = direction;
        }
        if (tracked < dimension()) {
            directions[2 * bin + 1] = -directions[2 * bin];
        }
    }

    @Override
    void forget() {
        Arrays.fill(groups, 0);
        Arrays.fill(lastVisit, 0);
        round = 0;
    }

    @Override
    public AdaptiveCalibrator fork() {
        AdaptiveCalibrator copy = new AdaptiveCalibrator(partition(), horizon);
        copy.copyDirections(this);
        for (int bin = 0; bin < groups.length; bin++) {
            System.arraycopy(starts[bin], 0, copy.starts[bin], 0, groups[bin]);
            for (int at = bin * tracked; at < (bin + 1) * tracked; at++) {
                System.arraycopy(gains[at], 0, copy.gains[at], 0, groups[bin]);
                System.arraycopy(absolutes[at], 0, copy.absolutes[at], 0, groups[bin]);
            }
        }
        System.arraycopy(groups, 0, copy.groups, 0, groups.length);
        System.arraycopy(lastVisit, 0, copy.lastVisit, 0, groups.length);
        copy.round = round;
        return copy;
    }
}
