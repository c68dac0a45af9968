// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hipparchus.fraction.BigFraction;

/**
 * A mixed profile with each player's regret: the proof that it is an equilibrium, or the deviation that shows it is not.
 *
 * <p>The gap is the largest regret divided by that player's payoff range, computed from the game alone. In doubles it errs by
 * about 1e-16 times the number of actions; {@link #exactGap()} does not err. A player whose payoffs are all equal has no
 * regret. Complexity: one pass over the payoffs. Immutable.
 */
public final class NashCertificate implements Certificate {
    private final NormalFormGame game;
    private final MixedProfile profile;
    private final double[] regrets;
    private final int player;
    private final int deviation;
    private final double gap;
    private final double wellSupportedGap;

    private NashCertificate(NormalFormGame game, MixedProfile profile) {
        this.game = game;
        this.profile = profile;
        regrets = new double[game.players()];
        double worst = 0;
        double support = 0;
        int worstPlayer = 0;
        int bestAction = 0;
        for (int i = 0; i < regrets.length; i++) {
            double[] gains = new double[game.actions(i)];
            regrets[i] = game.regret(i, profile.raw(), gains);
            double relative = relative(regrets[i], game.payoffRange(i));
            support = Math.max(support, relative(game.wellSupportedGap(i, profile.raw()), game.payoffRange(i)));
            if (i == 0 || relative > worst) {
                worst = relative;
                worstPlayer = i;
                bestAction = 0;
                for (int a = 1; a < gains.length; a++) {
                    bestAction = gains[a] > gains[bestAction] ? a : bestAction;
                }
            }
        }
        gap = worst;
        wellSupportedGap = support;
        player = worstPlayer;
        deviation = bestAction;
    }

    /** A regret in units of the payoff range. */
    static double relative(double regret, double range) {
        return range == 0 ? 0 : regret / range;
    }

    /**
     * Measures a profile.
     *
     * @param game the game
     * @param profile a profile of its shape
     * @return the certificate, whose gap says whether it proves anything
     */
    public static NashCertificate of(NormalFormGame game, MixedProfile profile) {
        return new NashCertificate(game, profile);
    }

    /**
     * Returns the profile.
     *
     * @return the profile that is claimed to be an equilibrium
     */
    public MixedProfile profile() {
        return profile;
    }

    /**
     * Returns a player's regret in units of payoff.
     *
     * @param i the player
     * @return at least zero
     */
    public double regret(int i) {
        return regrets[Checks.index(i, regrets.length, "player")];
    }

    @Override
    public double gap() {
        return gap;
    }

    /**
     * Returns by how much an action that is played falls short of the best, relative to the payoff range.
     *
     * @return at least the gap, rounding aside
     */
    public double wellSupportedGap() {
        return wellSupportedGap;
    }

    /**
     * Returns the player with the largest relative regret, the first of several.
     *
     * @return in 0 .. players - 1
     */
    public int deviatingPlayer() {
        return player;
    }

    /**
     * Returns the action by which that player gains most, the first of several.
     *
     * @return an action of {@link #deviatingPlayer()}
     */
    public int deviation() {
        return deviation;
    }

    /**
     * Returns the gap in exact arithmetic, the doubles of the game and of the profile being taken for exactly what they
     * are and each strategy divided by its exact sum.
     *
     * @return at least zero, and zero only at an equilibrium
     */
    public BigFraction exactGap() {
        return ExactNashCertificate.of(RationalGame.exactly(game), RationalProfile.exactly(profile))
                .exactGap();
    }

    @Override
    public String claim() {
        return "No player gains by deviating from " + profile + ".";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + " (player " + player + " playing " + deviation + ").";
    }
}
