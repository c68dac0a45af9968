// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * The step of every calibrator here: a lottery over bins and forecasts that no outcome beats.
 *
 * <p>Given a vector c_i for each bin, it finds probabilities q_i and forecasts p_i in bin i with
 *
 * <pre>{@code sum_i q_i c_i . (x - p_i) <= 0   for every x in the simplex.}</pre>
 *
 * <p>There is one by the minimax theorem: if x were known, p = x would do. With {@code z_i = q_i p_i} the conditions are linear in z, which is
 * itself a point of a simplex of n m coordinates; the program is solved by the {@linkplain org.hindsight.core.linear.dense dense kernel},
 * without any grid. In two coordinates the bins are intervals, and the solution has a closed form in O(n) without allocation: the first end or the
 * last if it wins by itself, and otherwise two neighbouring bins at the point that they share.
 *
 * <p>The program's solution holds to within 1e-9 of the largest |c_i|; bins of probability below 1e-9 are left out. Keeps buffers, so not
 * thread-safe. Proof note: {@code proofs-notes/calibrated-stackelberg.md}.
 */
public final class MinimaxForecast {
    private final SimplexPartition partition;
    private final Step step;

    private MinimaxForecast(SimplexPartition partition, Step step) {
        this.partition = partition;
        this.step = step;
    }

    /** Finds the lottery; all arrays have been checked, and the lottery is all zeros. */
    interface Step {
        /**
         * Writes probabilities and forecasts where the probability is not zero.
         *
         * @param directions c
         * @param probabilities q, at first 0
         * @param forecasts p, at first 0
         */
        void solve(double[] directions, double[] probabilities, double[] forecasts);
    }

    /**
     * Prepares the step for a partition: the closed form in two coordinates, and the program otherwise.
     *
     * @param partition the bins
     * @return the step
     */
    public static MinimaxForecast over(SimplexPartition partition) {
        Objects.requireNonNull(partition, "partition");
        return partition.dimension() == 2
                ? new MinimaxForecast(partition, new IntervalStep(partition))
                : byProgram(partition);
    }

    /**
     * Prepares the step by linear programming in any number of coordinates.
     *
     * @param partition the bins
     * @return the step
     */
    public static MinimaxForecast byProgram(SimplexPartition partition) {
        return new MinimaxForecast(Objects.requireNonNull(partition, "partition"), new ProgramStep(partition));
    }

    /**
     * Finds a lottery.
     *
     * @param directions c_i for each bin, bin by bin, n m finite numbers; read
     * @param probabilities overwritten with q, of length n
     * @param forecasts overwritten with p_i for each bin, bin by bin, of length n m; zeros where q_i is 0
     * @throws IllegalStateException if there is none, because the bins do not cover the simplex
     */
    public void solve(double[] directions, double[] probabilities, double[] forecasts) {
        int n = partition.bins();
        int m = partition.dimension();
        Checks.length(directions.length, n * m, "directions");
        Checks.length(probabilities.length, n, "probabilities");
        Checks.length(forecasts.length, n * m, "forecasts");
        Checks.finite(directions, "directions");
        Arrays.fill(probabilities, 0);
        Arrays.fill(forecasts, 0);
        step.solve(directions, probabilities, forecasts);
    }

    /**
     * Returns the bins.
     *
     * @return the partition
     */
    public SimplexPartition partition() {
        return partition;
    }
}
