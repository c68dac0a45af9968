// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;

/**
 * Fictitious play: every player answers best to what the others have played so far, all moving at once.
 *
 * <p>Beliefs are the frequencies of the others' past actions, taken as independent if there are several others. Ties go to the
 * lowest action; in integer games all sums are exact, so that ties are seen as such while the counts multiply to less than
 * 2^53. In the first round, without a past, everybody plays action 0 or what was asked for. In zero-sum games the frequencies
 * converge to equilibrium; in L. Shapley's game they cycle for ever, in phases that grow geometrically. A round costs one
 * payoff vector a player and allocates nothing. Mutable, not thread-safe. Sources: G. Brown (1951), "Iterative solution of
 * games by fictitious play"; J. Robinson (1951), "An iterative method of solving a game"; L. Shapley (1964), "Some topics in
 * two-person games".
 */
public final class FictitiousPlay {
    private final NormalFormGame game;
    private final double[][] counts;
    private final int[] actions;
    private final double[] scratch;
    private final double[][] payoffs;
    private final int[] replies;
    private long rounds;

    private FictitiousPlay(NormalFormGame game, int[] first) {
        this.game = game;
        actions = first;
        scratch = new double[game.form().maxActions()];
        replies = new int[game.form().maxActions()];
        counts = new double[game.players()][];
        payoffs = new double[game.players()][];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new double[game.actions(i)];
            payoffs[i] = new double[game.actions(i)];
        }
    }

    /**
     * Begins with everybody playing action 0 in the first round.
     *
     * @param game the game
     * @return the play before its first round
     */
    public static FictitiousPlay of(NormalFormGame game) {
        return from(game, new int[game.players()]);
    }

    /**
     * Begins with some actions in the first round.
     *
     * @param game the game
     * @param first one action a player; copied
     * @return the play before its first round
     */
    public static FictitiousPlay from(NormalFormGame game, int... first) {
        Objects.requireNonNull(game, "game");
        game.form().profileIndex(first);
        return new FictitiousPlay(game, first.clone());
    }

    /** Plays one round. */
    public void round() {
        if (rounds > 0) {
            for (int i = 0; i < actions.length; i++) {
                // Counts instead of frequencies scale a player's payoffs by one number and keep ties exact.
                game.bestResponses(i, counts, 0, payoffs[i], replies);
                actions[i] = replies[0];
            }
        }
        for (int i = 0; i < actions.length; i++) {
            counts[i][actions[i]]++;
        }
        rounds++;
    }

    /**
     * Returns the number of rounds played.
     *
     * @return at least 0
     */
    public long rounds() {
        return rounds;
    }

    /**
     * Returns what a player did in the last round.
     *
     * @param player in 0 .. players - 1
     * @return an action
     * @throws IllegalStateException before the first round
     */
    public int lastAction(int player) {
        requirePlayed();
        return actions[Checks.index(player, actions.length, "player")];
    }

    /**
     * Returns how often each action has been played, divided by the rounds.
     *
     * @return a new profile
     * @throws IllegalStateException before the first round
     */
    public MixedProfile frequencies() {
        requirePlayed();
        double[][] frequencies = new double[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            frequencies[i] = new double[counts[i].length];
            for (int a = 0; a < counts[i].length; a++) {
                frequencies[i][a] = counts[i][a] / rounds;
            }
        }
        return MixedProfile.of(frequencies);
    }

    /**
     * Returns the largest regret of a player at the frequencies.
     *
     * @return in units of payoff
     * @throws IllegalStateException before the first round
     */
    public double nashGap() {
        requirePlayed();
        return game.nashGap(frequencies().toArrays(), scratch);
    }

    private void requirePlayed() {
        if (rounds == 0) {
            throw new IllegalStateException("nothing has been played before the first round");
        }
    }
}
