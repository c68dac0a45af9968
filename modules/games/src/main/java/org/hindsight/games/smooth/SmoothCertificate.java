// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import org.hindsight.core.Certificate;
import org.hindsight.games.MixedProfile;

/**
 * A mixed profile with what each player gains by the best smooth deviation: the proof that it is a smooth equilibrium.
 *
 * <p>The gap is the largest gain divided by that player's payoff range, and for a strong equilibrium at least the excess over
 * a cap as a fraction of it. Computed from the payoffs and the profile alone; exact to about 1e-16 times the number of
 * actions. Immutable.
 */
public final class SmoothCertificate implements Certificate {
    private final SmoothGame game;
    private final MixedProfile profile;
    private final boolean strong;
    private final double gap;

    private SmoothCertificate(SmoothGame game, MixedProfile profile, boolean strong) {
        this.game = game;
        this.profile = profile;
        this.strong = strong;
        double worst = strong ? game.capExcess(profile) : 0;
        for (int i = 0; i < profile.players(); i++) {
            double range = game.game().payoffRange(i);
            if (range > 0) {
                worst = Math.max(worst, game.smoothRegret(i, profile) / range);
            }
        }
        this.gap = worst;
    }

    /**
     * Measures a profile as a weak equilibrium: its strategies need not keep the caps.
     *
     * @param game the game with caps
     * @param profile a profile of its shape
     * @return the certificate, whose gap says whether it proves anything
     */
    public static SmoothCertificate weak(SmoothGame game, MixedProfile profile) {
        return new SmoothCertificate(game, profile, false);
    }

    /**
     * Measures a profile as a strong equilibrium: its strategies must keep the caps.
     *
     * @param game the game with caps
     * @param profile a profile of its shape
     * @return the certificate, whose gap says whether it proves anything
     */
    public static SmoothCertificate strong(SmoothGame game, MixedProfile profile) {
        return new SmoothCertificate(game, profile, true);
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
     * Returns whether the strategies themselves must keep the caps.
     *
     * @return true for a strong equilibrium
     */
    public boolean isStrong() {
        return strong;
    }

    @Override
    public double gap() {
        return gap;
    }

    @Override
    public String claim() {
        return "No player gains by a deviation from " + profile + " within " + game
                + (strong ? ", which it keeps itself." : ".");
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
