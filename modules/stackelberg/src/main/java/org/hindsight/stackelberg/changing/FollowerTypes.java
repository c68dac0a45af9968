// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.changing;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The types of followers a leader may meet, with what the leader gets from each. Ties go to the lowest response. Keeps buffers, so not
 * thread-safe.
 */
public final class FollowerTypes {
    private final List<BimatrixStackelbergGame> games;
    private final List<BestResponse> responses;
    private final double least;
    private final double range;

    private FollowerTypes(List<BimatrixStackelbergGame> games) {
        this.games = games;
        this.responses = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (BimatrixStackelbergGame game : games) {
            responses.add(BestResponse.in(game));
            for (double payoff : game.leaderPayoffs()) {
                low = Math.min(low, payoff);
                high = Math.max(high, payoff);
            }
        }
        this.least = low;
        this.range = Checks.finite(high - low, "range of the leader's payoffs");
    }

    /**
     * Collects types.
     *
     * @param games for each type the game against it, all with the same number of rows; at least one
     * @return the types
     */
    public static FollowerTypes of(List<BimatrixStackelbergGame> games) {
        Checks.atLeast(games.size(), 1, "games.size()");
        for (int type = 1; type < games.size(); type++) {
            Checks.length(games.get(type).dimension(), games.get(0).dimension(), "games[" + type + "].dimension");
        }
        return new FollowerTypes(List.copyOf(games));
    }

    /**
     * Returns the number k of types.
     *
     * @return at least 1
     */
    public int size() {
        return games.size();
    }

    /**
     * Returns the number m of rows.
     *
     * @return at least 1
     */
    public int dimension() {
        return games.get(0).dimension();
    }

    /**
     * Returns the game against a type.
     *
     * @param type in 0 .. k - 1
     * @return the game
     */
    public BimatrixStackelbergGame game(int type) {
        return games.get(Checks.index(type, games.size(), "type"));
    }

    /**
     * Returns the response of a type.
     *
     * @param type in 0 .. k - 1
     * @param commitment x
     * @return the lowest of its best responses
     */
    public int response(int type, double[] commitment) {
        return responses.get(Checks.index(type, games.size(), "type")).lowest(commitment);
    }

    /**
     * Returns what the leader gets from a type.
     *
     * @param type in 0 .. k - 1
     * @param commitment x
     * @return the payoff at the type's response
     */
    public double leaderPayoff(int type, double[] commitment) {
        return game(type).leaderPayoff(commitment, response(type, commitment));
    }

    /**
     * Returns the least payoff of the leader against any type.
     *
     * @return the smallest entry of all U
     */
    public double leastPayoff() {
        return least;
    }

    /**
     * Returns the range of the leader's payoffs over all types.
     *
     * @return the largest minus the smallest entry of all U, at least 0
     */
    public double leaderRange() {
        return range;
    }
}
