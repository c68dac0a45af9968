// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The best commitment to one row, by inspection of all cells; payoffs of the follower tie only if they are equal.
 *
 * @param value what the leader gets
 * @param row the row, the lowest of the best
 * @param response the follower's response, the lowest of those that the rule for ties allows
 */
public record PureCommitment(double value, int row, int response) {
    /**
     * Finds the best row when the follower breaks ties in the leader's favour. Complexity: O(m n).
     *
     * @param game the game
     * @return the commitment
     */
    public static PureCommitment strong(BimatrixStackelbergGame game) {
        return best(game, 1);
    }

    /**
     * Finds the best row when the follower breaks ties against the leader. Complexity: O(m n).
     *
     * @param game the game
     * @return the commitment
     */
    public static PureCommitment weak(BimatrixStackelbergGame game) {
        return best(game, -1);
    }

    private static PureCommitment best(BimatrixStackelbergGame game, int sign) {
        int bestRow = -1;
        int bestResponse = -1;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < game.dimension(); i++) {
            int response = 0;
            for (int j = 1; j < game.responses(); j++) {
                double difference = game.followerPayoffAt(i, j) - game.followerPayoffAt(i, response);
                boolean better = sign * (game.leaderPayoffAt(i, j) - game.leaderPayoffAt(i, response)) > 0;
                if (difference > 0 || (difference == 0 && better)) {
                    response = j;
                }
            }
            if (game.leaderPayoffAt(i, response) > best) {
                best = game.leaderPayoffAt(i, response);
                bestRow = i;
                bestResponse = response;
            }
        }
        return new PureCommitment(best, bestRow, bestResponse);
    }
}
