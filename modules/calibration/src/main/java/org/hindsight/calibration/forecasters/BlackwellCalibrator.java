// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;

/**
 * Blackwell's approachability as a calibrated forecaster: the summed deviations S_i = sum (x_t - p_t) over the rounds in bin i are driven to the
 * origin.
 *
 * <p>The lottery is that of {@link MinimaxForecast} with c_i = S_i, so that the sum of the squared lengths of the S_i grows by at most 2 a round in
 * expectation: see {@link #SQUARES}. This speaks of all rounds together, not of intervals; for those see {@link AdaptiveCalibrator}. In two
 * coordinates a round costs O(n) and no allocation, otherwise a linear program. Mutable, not thread-safe.
 *
 * <p>Source: D. Blackwell (1956), "An analog of the minimax theorem for vector payoffs"; D. Foster (1999), "A proof of calibration via Blackwell's
 * approachability theorem". Proofs: {@code proofs-notes/calibrated-stackelberg.md}.
 */
@CostPerRound("O(n) for m = 2, else a linear program")
public final class BlackwellCalibrator extends DirectedForecaster {
    private static final Source SOURCE =
            new Source("Foster", 1999, "calibration by approachability", "doi:10.1006/game.1999.0719");

    /** The squared Euclidean lengths of the summed deviations of all bins, summed. */
    public static final Bound<Run> SQUARES = Bound.<Run>stating("E sum_i |S_i|_2^2 <= 2 T")
            .derivedFrom(SOURCE)
            .assuming("Outcomes may depend on the past and on the lottery, but not on the draw.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> 2.0 * run.rounds());

    /** The absolute entries of the summed deviations of all bins, summed. */
    public static final Bound<Run> ERROR = Bound.<Run>stating("E sum_i |S_i|_1 <= sqrt(2 n m T)")
            .derivedFrom(SOURCE)
            .assuming("Outcomes may depend on the past and on the lottery, but not on the draw.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> Math.sqrt(2.0 * run.bins() * run.dimension() * run.rounds()));

    /**
     * What the guarantees depend on.
     *
     * @param bins n
     * @param dimension m
     * @param rounds T
     */
    public record Run(int bins, int dimension, long rounds) {
        /**
         * Creates the parameters.
         *
         * @param bins n, at least 1
         * @param dimension m, at least 1
         * @param rounds T, at least 0
         */
        public Run {
            Checks.atLeast(bins, 1, "bins");
            Checks.atLeast(dimension, 1, "dimension");
            Checks.atLeast(rounds, 0L, "rounds");
        }
    }

    private BlackwellCalibrator(SimplexPartition partition) {
        super(partition);
    }

    /**
     * Creates the forecaster.
     *
     * @param partition the bins
     * @return the forecaster
     */
    public static BlackwellCalibrator of(SimplexPartition partition) {
        return new BlackwellCalibrator(Objects.requireNonNull(partition, "partition"));
    }

    @Override
    void learn(int bin, double[] outcomeMinusForecast) {
        int m = outcomeMinusForecast.length;
        for (int coordinate = 0; coordinate < m; coordinate++) {
            directions[bin * m + coordinate] += outcomeMinusForecast[coordinate];
        }
    }

    @Override
    void forget() {}

    @Override
    public BlackwellCalibrator fork() {
        BlackwellCalibrator copy = new BlackwellCalibrator(partition());
        copy.copyDirections(this);
        return copy;
    }
}
