// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.calibrated;

import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.UninformedFollower;

/** A follower who plays a best response to a forecast of the commitment, and remembers by how much the forecasts missed. */
public sealed interface ForecastingFollower extends UninformedFollower
        permits CalibratedFollower, PointForecastFollower {
    /**
     * Returns the game.
     *
     * @return the game
     */
    BimatrixStackelbergGame game();

    /**
     * Writes the forecast that goes with a response in this round.
     *
     * @param response j, of positive probability in this round
     * @param out overwritten with p, of length m
     */
    void forecast(int response, double[] out);

    /**
     * Returns the summed deviation of the rounds with a response.
     *
     * @param response j
     * @param row a
     * @return the sum of {@code x_ta - p_ta} over the rounds with response j
     */
    double deviation(int response, int row);

    @Override
    ForecastingFollower fork();
}
