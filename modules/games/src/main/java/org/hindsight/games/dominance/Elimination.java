// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dominance;

import java.util.List;
import org.hindsight.games.Restriction;

/**
 * What iterated elimination left, and why each action went.
 *
 * @param notion what dominating meant
 * @param kept the actions that survived; apply it with {@link org.hindsight.games.NormalFormGame#restrictedTo}, and carry
 *     equilibria of the subgame back with {@link Restriction#lift}
 * @param log the eliminated actions, in the order in which they went
 */
public record Elimination(DominanceNotion notion, Restriction kept, List<Step> log) {
    /**
     * The end of one action.
     *
     * @param round from 0; actions of one round go at the same time
     * @param player whose action it was
     * @param action its number in the original game
     * @param subgame the actions that were left before the round
     * @param domination what dominated it there, with the numbers that players' actions have in the subgame
     */
    public record Step(int round, int player, int action, Restriction subgame, Domination domination) {}

    /**
     * Copies its list.
     *
     * @param notion what dominating meant
     * @param kept the actions that survived
     * @param log the eliminated actions
     */
    public Elimination {
        log = List.copyOf(log);
    }
}
