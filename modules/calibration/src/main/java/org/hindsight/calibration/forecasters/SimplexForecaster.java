// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

/**
 * A forecaster of points of a simplex that draws its forecasts itself.
 *
 * <p>Mutable and not thread-safe. The outcome of a round may not depend on the forecast of that round.
 */
public interface SimplexForecaster {
    /**
     * Returns the number m of coordinates.
     *
     * @return at least 1
     */
    int dimension();

    /**
     * Writes the forecast of this round. It stays the same until {@link #observe}.
     *
     * @param out overwritten with p, a probability vector of length m
     */
    void forecast(double[] out);

    /**
     * Tells the forecaster the outcome of the round.
     *
     * @param outcome x, a probability vector of length m; read, not kept
     */
    void observe(double[] outcome);

    /** Returns the forecaster to its initial state. */
    void reset();

    /**
     * Returns an independent forecaster in the same state.
     *
     * @return the copy
     */
    SimplexForecaster fork();
}
