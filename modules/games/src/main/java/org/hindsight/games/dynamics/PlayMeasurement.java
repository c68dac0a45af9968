// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import java.util.OptionalDouble;

/**
 * How far a play is from equilibrium after some rounds. All gaps are relative to the players' payoff ranges.
 *
 * @param round the rounds played
 * @param averageNashGap the largest regret of a player when each plays the average of her strategies
 * @param averageNashConv the sum of those regrets; in a zero-sum game the duality gap
 * @param lastNashGap the largest regret of a player in the last round's strategies
 * @param lastNashConv the sum of those regrets
 * @param coarseGap the largest external regret of a player divided by the rounds, or zero: how far the empirical joint
 *     distribution is from coarse correlated equilibrium
 * @param correlatedGap the largest swap regret of a player divided by the rounds: how far it is from correlated equilibrium;
 *     empty unless the play {@linkplain SelfPlay#keepingSwapRegrets keeps swap regrets}
 */
public record PlayMeasurement(
        long round,
        double averageNashGap,
        double averageNashConv,
        double lastNashGap,
        double lastNashConv,
        double coarseGap,
        OptionalDouble correlatedGap) {}
