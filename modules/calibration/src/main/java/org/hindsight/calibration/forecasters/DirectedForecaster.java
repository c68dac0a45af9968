// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * A forecaster that keeps a vector c_i for each bin and asks {@link MinimaxForecast} for the lottery. What a subclass adds is how a round changes c.
 */
abstract class DirectedForecaster implements BinnedForecaster {
    private final SimplexPartition partition;
    private final MinimaxForecast step;
    /** c, bin by bin. */
    final double[] directions;

    private final double[] probabilities;
    private final double[] forecasts;
    /** x - p of the round that is being learned. */
    private final double[] deviation;

    private boolean solved;

    DirectedForecaster(SimplexPartition partition) {
        this.partition = partition;
        step = MinimaxForecast.over(partition);
        directions = new double[partition.bins() * partition.dimension()];
        probabilities = new double[partition.bins()];
        forecasts = new double[directions.length];
        deviation = new double[partition.dimension()];
    }

    /**
     * Returns the bins.
     *
     * @return the partition
     */
    public final SimplexPartition partition() {
        return partition;
    }

    @Override
    public final int dimension() {
        return partition.dimension();
    }

    @Override
    public final int bins() {
        return partition.bins();
    }

    @Override
    public final void lottery(double[] probabilitiesOut, double[] forecastsOut) {
        Checks.length(probabilitiesOut.length, probabilities.length, "probabilities");
        Checks.length(forecastsOut.length, forecasts.length, "forecasts");
        solve();
        System.arraycopy(probabilities, 0, probabilitiesOut, 0, probabilities.length);
        System.arraycopy(forecasts, 0, forecastsOut, 0, forecasts.length);
    }

    @Override
    public final void observe(double[] outcome, int bin) {
        Checks.length(outcome.length, deviation.length, "outcome");
        Checks.probabilityVector(outcome, "outcome");
        Checks.index(bin, probabilities.length, "bin");
        requireRound();
        solve();
        if (!(probabilities[bin] > 0)) {
            throw new IllegalArgumentException("bin must have a positive probability in the lottery, was " + bin);
        }
        for (int coordinate = 0; coordinate < deviation.length; coordinate++) {
            deviation[coordinate] = outcome[coordinate] - forecasts[bin * deviation.length + coordinate];
        }
        learn(bin, deviation);
        solved = false;
    }

    private void solve() {
        if (!solved) {
            step.solve(directions, probabilities, forecasts);
            solved = true;
        }
    }

    /** Refuses a round beyond the horizon. */
    void requireRound() {}

    /** Learns that a bin was drawn and that x - p was this. */
    abstract void learn(int bin, double[] outcomeMinusForecast);

    /** Forgets what {@link #learn} has learned, apart from the directions. */
    abstract void forget();

    @Override
    public final void reset() {
        Arrays.fill(directions, 0);
        forget();
        solved = false;
    }

    /** Copies the directions of another forecaster of the same partition; its lottery is a function of them. */
    final void copyDirections(DirectedForecaster other) {
        System.arraycopy(other.directions, 0, directions, 0, directions.length);
    }
}
