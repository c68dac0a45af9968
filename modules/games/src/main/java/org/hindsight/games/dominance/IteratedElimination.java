// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dominance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.Restriction;

/**
 * Takes dominated actions away until there are none.
 *
 * <p>For strict dominance the survivors do not depend on the order, and contain every action that is played in a Nash or
 * correlated equilibrium; equilibria of the subgame are those of the game. Between two players, the survivors of strict
 * dominance by mixtures are the rationalizable actions; among more they are the correlated-rationalizable ones, which can be
 * more than the rationalizable ones (D. Bernheim, 1984; D. Pearce, 1984). For weak dominance the survivors depend on the order:
 * {@link #inRounds} eliminates all that is dominated at once, {@link #oneByOne} lets the caller choose. Equilibria of the
 * subgame are then equilibria of the game, but not the other way round.
 *
 * <p>Immutable and thread-safe.
 */
public final class IteratedElimination {
    /** The choice of the action that goes next. */
    @FunctionalInterface
    public interface Order {
        /**
         * Chooses one of the actions that are dominated now.
         *
         * @param dominated at least one, by player and then by action
         * @return an index into the list
         */
        int next(List<Elimination.Step> dominated);
    }

    private final Dominance dominance;

    private IteratedElimination(Dominance dominance) {
        this.dominance = dominance;
    }

    /**
     * Returns the elimination that finds dominated actions by {@link Dominance#standard()}.
     *
     * @return the solver
     */
    public static IteratedElimination standard() {
        return by(Dominance.standard());
    }

    /**
     * Returns the elimination by a test.
     *
     * @param dominance the test
     * @return the solver
     */
    public static IteratedElimination by(Dominance dominance) {
        return new IteratedElimination(Objects.requireNonNull(dominance, "dominance"));
    }

    /**
     * Eliminates, round by round, all actions of all players that are dominated in what is left.
     *
     * @param game the game, whose doubles are taken for exactly what they are
     * @param notion what dominating means
     * @return what is left
     */
    public Elimination inRounds(NormalFormGame game, DominanceNotion notion) {
        return inRounds(RationalGame.exactly(game), notion);
    }

    /**
     * Eliminates, round by round, all actions of all players that are dominated in what is left.
     *
     * <p>The same for every numbering of players and actions.
     *
     * @param game the game
     * @param notion what dominating means
     * @return what is left
     */
    public Elimination inRounds(RationalGame game, DominanceNotion notion) {
        return eliminate(game, notion, dominated -> dominated);
    }

    /**
     * Eliminates one dominated action after the other.
     *
     * @param game the game
     * @param notion what dominating means
     * @param order chooses which goes next; each is a round of its own
     * @return what is left
     * @throws IllegalArgumentException if the order chooses what there is not
     */
    public Elimination oneByOne(RationalGame game, DominanceNotion notion, Order order) {
        return eliminate(
                game,
                notion,
                dominated ->
                        List.of(dominated.get(Checks.index(order.next(dominated), dominated.size(), "order.next"))));
    }

    private interface Selection {
        List<Elimination.Step> of(List<Elimination.Step> dominated);
    }

    private Elimination eliminate(RationalGame game, DominanceNotion notion, Selection selection) {
        Objects.requireNonNull(notion, "notion");
        BitSet[] alive = new BitSet[game.players()];
        for (int i = 0; i < alive.length; i++) {
            alive[i] = new BitSet();
            alive[i].set(0, game.actions(i));
        }
        List<Elimination.Step> log = new ArrayList<>();
        for (int round = 0; ; round++) {
            Restriction left = restriction(game, alive);
            List<Elimination.Step> dominated = dominated(game.restrictedTo(left), left, notion, round);
            if (dominated.isEmpty()) {
                return new Elimination(notion, left, log);
            }
            for (Elimination.Step step : selection.of(List.copyOf(dominated))) {
                alive[step.player()].clear(step.action());
                log.add(step);
            }
        }
    }

    private List<Elimination.Step> dominated(
            RationalGame subgame, Restriction left, DominanceNotion notion, int round) {
        List<Elimination.Step> steps = new ArrayList<>();
        for (int i = 0; i < subgame.players(); i++) {
            int player = i;
            for (int a = 0; a < subgame.actions(i); a++) {
                int original = left.originalAction(i, a);
                dominance
                        .find(subgame, i, a, notion)
                        .ifPresent(by -> steps.add(new Elimination.Step(round, player, original, left, by)));
            }
        }
        return steps;
    }

    private static Restriction restriction(RationalGame game, BitSet[] alive) {
        int[][] kept = new int[alive.length][];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = alive[i].stream().toArray();
        }
        return Restriction.of(game.form(), kept);
    }
}
