// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

/**
 * A forecaster that names a lottery over bins with one forecast in each, and leaves the draw to the caller.
 *
 * <p>Mutable and not thread-safe. The outcome of a round may depend on the lottery but not on the draw.
 */
public interface BinnedForecaster {
    /**
     * Returns the number m of coordinates of a forecast.
     *
     * @return at least 1
     */
    int dimension();

    /**
     * Returns the number n of bins.
     *
     * @return at least 1
     */
    int bins();

    /**
     * Writes the lottery of this round. It stays the same until {@link #observe}.
     *
     * @param probabilities overwritten with the probability of each bin, of length n
     * @param forecasts overwritten with the forecast in each bin, bin by bin, of length n m; zeros where the probability is 0
     */
    void lottery(double[] probabilities, double[] forecasts);

    /**
     * Tells the forecaster what was drawn and what happened.
     *
     * @param outcome x, a probability vector of length m; read, not kept
     * @param bin the bin that was drawn
     * @throws IllegalArgumentException if the outcome is no probability vector or the lottery gives the bin probability 0; the forecaster is
     *     then unchanged
     */
    void observe(double[] outcome, int bin);

    /** Returns the forecaster to its initial state. */
    void reset();

    /**
     * Returns an independent forecaster in the same state.
     *
     * @return the copy
     */
    BinnedForecaster fork();
}
