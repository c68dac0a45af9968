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
 * The {@link AdaptiveCalibrator} with fewer experts: those of level k begin in the rounds that are multiples of 2^k, counted from 0, and live for 2^k rounds.
 *
 * <p>So each bin, coordinate and sign has one expert of each level at a time, and every interval of rounds is the union of a few lives, the last cut short. The
 * guarantee {@link #DEVIATION} is larger than that of the full forecaster by about the square root of the logarithm of the interval's length. A round costs
 * O(m log T) exponentials and O(n m log T) additions, beside the lottery; memory is O(n m log T). In two coordinates nothing is allocated in a round. The same bits on every platform. Mutable, not
 * thread-safe.
 *
 * <p>Source: A. Daniely, A. Gonen, S. Shalev-Shwartz (2015), "Strongly adaptive online learning", for the covering; otherwise as {@link AdaptiveCalibrator}.
 * Proofs: {@code proofs-notes/adaptive-calibration.md}.
 */
@CostPerRound("O(n m log T) and, unless m = 2, a linear program")
public final class CoveringCalibrator extends DirectedForecaster {
    /** The largest deviation of any bin and coordinate over any interval of rounds, all at once. */
    public static final Bound<AdaptiveCalibrator.Interval> DEVIATION = Bound.<AdaptiveCalibrator.Interval>stating(
                    "|sum (x_ta - p_ta) over the rounds of [s, t] in bin i| <= sqrt(3 r n_i(s, t) ln(n m (2 T + K + 1) (3 + ln(1 + T)) / delta)) for"
                            + " all i, a and s <= t <= T, with r = 1 + floor(log2(t - s + 1)) and K = ceil(log2 T)")
            .derivedFrom(new Source("Luo, Schapire", 2015, "AdaNormalHedge", "arXiv:1502.05934"))
            .assuming("Outcomes may depend on the past and on the lottery, but not on the draw.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(interval -> {
                long rounds = interval.run().rounds();
                double lives = 2.0 * rounds + levels(rounds) + 1;
                int pieces = 64 - Long.numberOfLeadingZeros(interval.length());
                return Math.sqrt(3.0
                        * pieces
                        * interval.visits()
                        * Math.log(interval.run().potential(lives)));
            });

    private final long horizon;
    /** K; level 0 is left out, whose experts live for one round and never differ from their mirror images. */
    private final int levels;

    private final int tracked;
    /** For each bin, tracked coordinate and level from 1: R, C, and the expert's share of the direction. */
    private final double[] gains;

    private final double[] absolutes;
    private final double[] shares;
    private long round;

    private CoveringCalibrator(SimplexPartition partition, long horizon) {
        super(partition);
        this.horizon = horizon;
        this.levels = levels(horizon);
        this.tracked = partition.dimension() == 2 ? 1 : partition.dimension();
        this.gains = new double[partition.bins() * tracked * levels];
        this.absolutes = new double[gains.length];
        this.shares = new double[gains.length];
    }

    /** The least K with 2^K at least T. */
    private static int levels(long rounds) {
        return 64 - Long.numberOfLeadingZeros(rounds - 1);
    }

    /**
     * Creates the forecaster.
     *
     * @param partition the bins
     * @param horizon the largest number of rounds T, at least 1
     * @return the forecaster
     */
    public static CoveringCalibrator of(SimplexPartition partition, long horizon) {
        return new CoveringCalibrator(
                Objects.requireNonNull(partition, "partition"), Checks.atLeast(horizon, 1L, "horizon"));
    }

    @Override
    void requireRound() {
        if (round == horizon) {
            throw new IllegalStateException("the horizon of " + horizon + " rounds is over");
        }
    }

    @Override
    void learn(int bin, double[] outcomeMinusForecast) {
        for (int coordinate = 0; coordinate < tracked; coordinate++) {
            double more = outcomeMinusForecast[coordinate];
            int from = (bin * tracked + coordinate) * levels;
            for (int at = from; at < from + levels; at++) {
                gains[at] += more;
                absolutes[at] += Math.abs(more);
                shares[at] = NormalPotential.twist(gains[at], absolutes[at]);
            }
        }
        round++;
        bury(Math.min(levels, Long.numberOfTrailingZeros(round)));
        direct();
    }

    /** Replaces the experts of the lowest levels, whose lives have ended. */
    private void bury(int ended) {
        for (int from = 0; from < gains.length; from += levels) {
            for (int at = from; at < from + ended; at++) {
                gains[at] = 0;
                absolutes[at] = 0;
                shares[at] = 0;
            }
        }
    }

    private void direct() {
        int m = dimension();
        for (int bin = 0, at = 0; bin < bins(); bin++) {
            for (int coordinate = 0; coordinate < tracked; coordinate++) {
                double direction = 0;
                for (int level = 0; level < levels; level++, at++) {
                    direction += shares[at];
                }
                directions[bin * m + coordinate] = direction;
            }
            if (tracked < m) {
                directions[2 * bin + 1] = -directions[2 * bin];
            }
        }
    }

    @Override
    void forget() {
        Arrays.fill(gains, 0);
        Arrays.fill(absolutes, 0);
        Arrays.fill(shares, 0);
        round = 0;
    }

    @Override
    public CoveringCalibrator fork() {
        CoveringCalibrator copy = new CoveringCalibrator(partition(), horizon);
        copy.copyDirections(this);
        System.arraycopy(gains, 0, copy.gains, 0, gains.length);
        System.arraycopy(absolutes, 0, copy.absolutes, 0, gains.length);
        System.arraycopy(shares, 0, copy.shares, 0, gains.length);
        copy.round = round;
        return copy;
    }
}
