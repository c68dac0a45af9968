// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.NormalFormGame;

/**
 * Best-response dynamics in pure actions: the players take turns, and one who can gain moves to the lowest of her best replies.
 *
 * <p>Payoffs are compared exactly, so every move is a strict gain. In a game with a potential, ordinal or exact, each move
 * raises it, and the path ends at a pure equilibrium after fewer moves than there are profiles; elsewhere it may go round for
 * ever and ends with the moves allowed. Source: D. Monderer, L. Shapley (1996), "Potential games".
 *
 * @param profiles the indices of the profiles visited, the start first, see {@link
 *     org.hindsight.games.GameForm#profileIndex}
 * @param inEquilibrium whether the path ended because nobody could gain
 */
public record BestResponsePath(List<Integer> profiles, boolean inEquilibrium) {
    /**
     * Copies its list.
     *
     * @param profiles the indices of the profiles visited, at least one; copied
     * @param inEquilibrium whether nobody could gain at the end
     */
    public BestResponsePath {
        profiles = List.copyOf(profiles);
        Checks.atLeast(profiles.size(), 1, "profiles.size");
    }

    /**
     * Follows the dynamics, player 0 having the first turn.
     *
     * @param game the game
     * @param maxMoves the most moves, at least 0
     * @param start one action a player
     * @return the path
     */
    public static BestResponsePath from(NormalFormGame game, int maxMoves, int... start) {
        Objects.requireNonNull(game, "game");
        Checks.atLeast(maxMoves, 0, "maxMoves");
        int at = game.form().profileIndex(start);
        List<Integer> profiles = new ArrayList<>();
        profiles.add(at);
        int content = 0;
        for (int player = 0; content < game.players(); player = (player + 1) % game.players()) {
            int next = bestReply(game, player, at);
            if (next == at) {
                content++;
            } else if (profiles.size() > maxMoves) {
                return new BestResponsePath(profiles, false);
            } else {
                at = next;
                profiles.add(at);
                // She who has just moved cannot gain either.
                content = 1;
            }
        }
        return new BestResponsePath(profiles, true);
    }

    private static int bestReply(NormalFormGame game, int player, int at) {
        int stride = game.form().stride(player);
        int base = at - game.form().action(at, player) * stride;
        double best = game.payoffAt(player, at);
        int reply = at;
        for (int a = 0; a < game.actions(player); a++) {
            double payoff = game.payoffAt(player, base + a * stride);
            if (payoff > best) {
                best = payoff;
                reply = base + a * stride;
            }
        }
        return reply;
    }

    /**
     * Returns the number of moves.
     *
     * @return one less than the profiles visited
     */
    public int moves() {
        return profiles.size() - 1;
    }

    /**
     * Returns where the path ended.
     *
     * @return the index of the last profile
     */
    public int last() {
        return profiles.get(profiles.size() - 1);
    }
}
