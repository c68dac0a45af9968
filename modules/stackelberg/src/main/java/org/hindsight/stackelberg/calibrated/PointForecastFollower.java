// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.calibrated;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.calibration.forecasters.SimplexForecaster;
import org.hindsight.core.Checks;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.TieBreaking;
import org.hindsight.stackelberg.TieRule;

/**
 * A follower who plays a best response to the forecasts of a forecaster from elsewhere, which draws its forecasts itself.
 *
 * <p>Given the forecast, the response is certain, so the distribution of a round is a point. Nothing is promised about the forecasts. Mutable, not thread-safe; a
 * round allocates what the forecaster does.
 */
public final class PointForecastFollower implements ForecastingFollower {
    private final BimatrixStackelbergGame game;
    private final SimplexForecaster forecaster;
    private final TieRule ties;
    private final BestResponse best;
    private final Xoshiro256PlusPlus seeded;
    private Xoshiro256PlusPlus random;
    private final double[] forecast;
    private final double[] deviations;
    private int response = -1;

    private PointForecastFollower(
            BimatrixStackelbergGame game, SimplexForecaster forecaster, TieRule ties, Xoshiro256PlusPlus seeded) {
        this.game = game;
        this.forecaster = forecaster;
        this.ties = ties;
        this.best = BestResponse.in(game).withTies(ties);
        this.seeded = seeded;
        this.random = seeded.copy();
        this.forecast = new double[game.dimension()];
        this.deviations = new double[game.dimension() * game.responses()];
    }

    /**
     * Creates a follower for whom ties go to the lowest index.
     *
     * @param game the game
     * @param forecaster forecasts of m coordinates; the follower's from then on
     * @return the follower
     */
    public static PointForecastFollower of(BimatrixStackelbergGame game, SimplexForecaster forecaster) {
        return of(game, forecaster, TieBreaking.LOWEST_INDEX, 0);
    }

    /**
     * Creates a follower with a rule for ties.
     *
     * @param game the game
     * @param forecaster forecasts of m coordinates; the follower's from then on
     * @param ties the rule
     * @param seed the seed of the rule's randomness
     * @return the follower
     */
    public static PointForecastFollower of(
            BimatrixStackelbergGame game, SimplexForecaster forecaster, TieRule ties, long seed) {
        Objects.requireNonNull(game, "game");
        Checks.length(forecaster.dimension(), game.dimension(), "forecast");
        return new PointForecastFollower(
                game, forecaster, Objects.requireNonNull(ties, "ties"), Xoshiro256PlusPlus.seeded(seed));
    }

    @Override
    public BimatrixStackelbergGame game() {
        return game;
    }

    @Override
    public int responses() {
        return game.responses();
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, game.responses(), "out");
        respond();
        Arrays.fill(out, 0);
        out[response] = 1;
    }

    private void respond() {
        if (response < 0) {
            forecaster.forecast(forecast);
            response = best.to(game.checkCommitment(forecast), random);
        }
    }

    @Override
    public void forecast(int of, double[] out) {
        respond();
        if (of != response) {
            throw new IllegalArgumentException("response must be the one of this round, " + response + ", was " + of);
        }
        Checks.length(out.length, forecast.length, "out");
        System.arraycopy(forecast, 0, out, 0, out.length);
    }

    @Override
    public double deviation(int of, int row) {
        return deviations[
                Checks.index(of, game.responses(), "response") * forecast.length
                        + Checks.index(row, forecast.length, "row")];
    }

    @Override
    public void observe(double[] commitment, int drawn) {
        respond();
        if (drawn != response) {
            throw new IllegalArgumentException(
                    "response must be the one of this round, " + response + ", was " + drawn);
        }
        game.checkCommitment(commitment);
        forecaster.observe(commitment);
        for (int row = 0; row < forecast.length; row++) {
            deviations[drawn * forecast.length + row] += commitment[row] - forecast[row];
        }
        response = -1;
    }

    @Override
    public void reset() {
        forecaster.reset();
        random = seeded.copy();
        Arrays.fill(deviations, 0);
        response = -1;
    }

    @Override
    public PointForecastFollower fork() {
        PointForecastFollower copy = new PointForecastFollower(game, forecaster.fork(), ties, seeded);
        copy.random = random.copy();
        System.arraycopy(forecast, 0, copy.forecast, 0, forecast.length);
        System.arraycopy(deviations, 0, copy.deviations, 0, deviations.length);
        copy.response = response;
        return copy;
    }
}
