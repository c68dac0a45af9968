// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.MixedStrategy;
import org.hindsight.games.NormalFormGame;

/**
 * A game with, for each player, a cap on the probability of each action.
 *
 * <p>A profile is a weak smooth equilibrium if no player gains by a strategy that keeps the cap, and a strong one if all
 * strategies of the profile keep it as well. Immutable.
 */
public final class SmoothGame {
    private final NormalFormGame game;
    private final double[] caps;

    private SmoothGame(NormalFormGame game, double[] caps) {
        this.game = game;
        this.caps = caps;
    }

    /**
     * Creates a game with the caps 1 / (sigma n_i).
     *
     * @param game the game
     * @param sigma at most 1, and at least 1 / n_i for every player's number of actions n_i
     * @return the game with caps
     */
    public static SmoothGame of(NormalFormGame game, double sigma) {
        double[] caps = new double[game.players()];
        for (int i = 0; i < caps.length; i++) {
            caps[i] = Cap.of(game.actions(i), sigma);
        }
        return new SmoothGame(game, caps);
    }

    /**
     * Creates a game with caps of one's own.
     *
     * @param game the game
     * @param caps for each player i in [1 / n_i, 1]; copied
     * @return the game with caps
     */
    public static SmoothGame withCaps(NormalFormGame game, double... caps) {
        Objects.requireNonNull(game, "game");
        Checks.length(caps.length, game.players(), "caps");
        double[] own = caps.clone();
        for (int i = 0; i < own.length; i++) {
            Cap.checked(game.actions(i), own[i]);
        }
        return new SmoothGame(game, own);
    }

    /**
     * Returns the game without caps.
     *
     * @return the game
     */
    public NormalFormGame game() {
        return game;
    }

    /**
     * Returns the largest probability with which a player's deviation may play an action.
     *
     * @param player in 0 .. players - 1
     * @return in [1 / n, 1]
     */
    public double cap(int player) {
        return caps[Checks.index(player, caps.length, "player")];
    }

    /**
     * Returns what a player gains by the best smooth deviation.
     *
     * @param player in 0 .. players - 1
     * @param profile any profile
     * @return the gain, in units of payoff; may be negative if the player's own strategy does not keep the cap
     */
    public double smoothRegret(int player, MixedProfile profile) {
        double[] gains = new double[game.actions(Checks.index(player, caps.length, "player"))];
        game.regret(player, profile.toArrays(), gains);
        return SmoothResponse.value(gains, caps[player]);
    }

    /**
     * Returns the largest gain of a player by a smooth deviation.
     *
     * @param profile any profile
     * @return the gain, in units of payoff, at most the Nash gap; may be negative if strategies do not keep their caps
     */
    public double smoothGap(MixedProfile profile) {
        double gap = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < caps.length; i++) {
            gap = Math.max(gap, smoothRegret(i, profile));
        }
        return gap;
    }

    /**
     * Returns by how much a strategy of a profile exceeds its cap, as a fraction of the cap.
     *
     * @param profile any profile
     * @return zero if all strategies keep their caps
     */
    public double capExcess(MixedProfile profile) {
        double excess = 0;
        for (int i = 0; i < caps.length; i++) {
            MixedStrategy strategy = profile.strategy(i);
            for (int a = 0; a < strategy.actions(); a++) {
                excess = Math.max(excess, strategy.probability(a) / caps[i] - 1);
            }
        }
        return excess;
    }

    @Override
    public String toString() {
        return "caps " + Arrays.toString(caps) + " in " + game.form();
    }
}
