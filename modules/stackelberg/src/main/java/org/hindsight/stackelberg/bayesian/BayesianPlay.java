// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * A commitment and a response of each type, measured in the game.
 *
 * @param game the game
 * @param commitment x, a probability for each row; copied
 * @param responses the response of each type; copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record BayesianPlay(BayesianStackelbergGame game, double[] commitment, int[] responses) {
    /**
     * Checks and copies.
     *
     * @param game the game
     * @param commitment a probability for each row
     * @param responses one for each type
     */
    public BayesianPlay {
        Objects.requireNonNull(game, "game");
        commitment = game.type(0).checkCommitment(commitment).clone();
        Checks.length(responses.length, game.types(), "responses");
        responses = responses.clone();
        for (int l = 0; l < responses.length; l++) {
            Checks.index(responses[l], game.type(l).responses(), "responses[" + l + "]");
        }
    }

    /**
     * Returns the commitment.
     *
     * @return x, a new array
     */
    @Override
    public double[] commitment() {
        return commitment.clone();
    }

    /**
     * Returns the response of each type.
     *
     * @return a new array
     */
    @Override
    public int[] responses() {
        return responses.clone();
    }

    /**
     * Returns what the leader expects.
     *
     * @return {@code sum_l p_l u^l(x, j_l)}
     */
    public double value() {
        return game.leaderPayoff(commitment, responses);
    }

    /**
     * Returns how much a type loses at most by its response, relative to the most that its choice can matter.
     *
     * @return at least 0
     */
    public double violation() {
        double worst = 0;
        for (int l = 0; l < responses.length; l++) {
            BimatrixStackelbergGame type = game.type(l);
            for (int k = 0; k < type.responses(); k++) {
                double excess = 0;
                for (int i = 0; i < commitment.length; i++) {
                    excess += commitment[i] * (type.followerPayoffAt(i, k) - type.followerPayoffAt(i, responses[l]));
                }
                worst = excess > 0 ? Math.max(worst, excess / type.followerStake()) : worst;
            }
        }
        return worst;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BayesianPlay that
                && game.equals(that.game)
                && Arrays.equals(commitment, that.commitment)
                && Arrays.equals(responses, that.responses);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(commitment) * 31 + Arrays.hashCode(responses);
    }

    @Override
    public String toString() {
        return "responses " + Arrays.toString(responses) + " to " + Arrays.toString(commitment) + ", value " + value();
    }
}
