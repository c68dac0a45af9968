// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.calibrated;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.hindsight.calibration.forecasters.AdaptiveCalibrator;
import org.hindsight.calibration.forecasters.BinnedForecaster;
import org.hindsight.calibration.forecasters.BlackwellCalibrator;
import org.hindsight.calibration.forecasters.CoveringCalibrator;
import org.hindsight.calibration.forecasters.SimplexPartition;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * A follower whose forecasts are calibrated in the best-response regions of the game: a forecast in bin j goes with response j, which is a best response to it.
 *
 * <p>The lottery over responses is that of the forecaster over bins. Where regions meet, the forecaster decides the tie. A round costs what the forecaster does; with the
 * forecasters here nothing is allocated in a round if the leader has two actions. Mutable, not thread-safe.
 */
public final class CalibratedFollower implements ForecastingFollower {
    private final BimatrixStackelbergGame game;
    private final BinnedForecaster forecaster;
    private final double[] probabilities;
    private final double[] forecasts;
    private final double[] deviations;

    private CalibratedFollower(BimatrixStackelbergGame game, BinnedForecaster forecaster) {
        this.game = game;
        this.forecaster = forecaster;
        this.probabilities = new double[game.responses()];
        this.forecasts = new double[game.responses() * game.dimension()];
        this.deviations = new double[forecasts.length];
    }

    /**
     * Creates a follower with a forecaster of the caller's.
     *
     * @param game the game
     * @param forecaster builds the forecaster from the best-response regions; it is the follower's from then on
     * @return the follower
     */
    public static CalibratedFollower of(
            BimatrixStackelbergGame game, Function<SimplexPartition, ? extends BinnedForecaster> forecaster) {
        BinnedForecaster built = forecaster.apply(ResponseRegions.of(Objects.requireNonNull(game, "game")));
        Checks.length(built.bins(), game.responses(), "forecaster");
        Checks.length(built.dimension(), game.dimension(), "forecast");
        return new CalibratedFollower(game, built);
    }

    /**
     * Creates a follower who is calibrated over all rounds together.
     *
     * @param game the game
     * @return a follower with a {@link BlackwellCalibrator}
     */
    public static CalibratedFollower blackwell(BimatrixStackelbergGame game) {
        return of(game, BlackwellCalibrator::of);
    }

    /**
     * Creates a follower who is calibrated on every interval of rounds.
     *
     * @param game the game
     * @param horizon the largest number of rounds, at least 1
     * @return a follower with an {@link AdaptiveCalibrator}
     */
    public static CalibratedFollower adaptive(BimatrixStackelbergGame game, int horizon) {
        return of(game, partition -> AdaptiveCalibrator.of(partition, horizon));
    }

    /**
     * Creates a follower who is calibrated on every interval of rounds, for long horizons.
     *
     * @param game the game
     * @param horizon the largest number of rounds, at least 1
     * @return a follower with a {@link CoveringCalibrator}
     */
    public static CalibratedFollower covering(BimatrixStackelbergGame game, long horizon) {
        return of(game, partition -> CoveringCalibrator.of(partition, horizon));
    }

    @Override
    public BimatrixStackelbergGame game() {
        return game;
    }

    @Override
    public int responses() {
        return probabilities.length;
    }

    @Override
    public void distribution(double[] out) {
        forecaster.lottery(out, forecasts);
    }

    @Override
    public void forecast(int response, double[] out) {
        Checks.length(out.length, game.dimension(), "out");
        Checks.index(response, probabilities.length, "response");
        forecaster.lottery(probabilities, forecasts);
        System.arraycopy(forecasts, response * out.length, out, 0, out.length);
    }

    @Override
    public double deviation(int response, int row) {
        return deviations[
                Checks.index(response, probabilities.length, "response") * game.dimension()
                        + Checks.index(row, game.dimension(), "row")];
    }

    @Override
    public void observe(double[] commitment, int response) {
        forecaster.lottery(probabilities, forecasts);
        forecaster.observe(commitment, response);
        int at = response * game.dimension();
        for (double share : commitment) {
            deviations[at] += share - forecasts[at];
            at++;
        }
    }

    @Override
    public void reset() {
        forecaster.reset();
        Arrays.fill(deviations, 0);
    }

    @Override
    public CalibratedFollower fork() {
        CalibratedFollower copy = new CalibratedFollower(game, forecaster.fork());
        System.arraycopy(deviations, 0, copy.deviations, 0, deviations.length);
        return copy;
    }
}
