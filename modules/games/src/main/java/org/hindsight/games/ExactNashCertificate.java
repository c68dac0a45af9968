// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import org.hindsight.core.Certificate;
import org.hipparchus.fraction.BigFraction;

/**
 * A mixed profile in exact fractions with its largest regret relative to the payoff range, in exact arithmetic.
 *
 * <p>A gap of zero is a proof with nothing left out. Immutable.
 */
public final class ExactNashCertificate implements Certificate {
    private final RationalProfile profile;
    private final BigFraction gap;

    private ExactNashCertificate(RationalGame game, RationalProfile profile) {
        this.profile = profile;
        BigFraction worst = BigFraction.ZERO;
        for (int i = 0; i < game.players(); i++) {
            BigFraction relative = relative(game.regret(i, profile), game.payoffRange(i));
            worst = relative.compareTo(worst) > 0 ? relative : worst;
        }
        gap = worst;
    }

    /** A regret in units of the payoff range. */
    static BigFraction relative(BigFraction regret, BigFraction range) {
        return range.signum() == 0 ? BigFraction.ZERO : regret.divide(range);
    }

    /**
     * Measures a profile.
     *
     * @param game the game
     * @param profile a profile of its shape
     * @return the certificate
     */
    public static ExactNashCertificate of(RationalGame game, RationalProfile profile) {
        return new ExactNashCertificate(game, profile);
    }

    /**
     * Returns the profile.
     *
     * @return the profile that is claimed to be an equilibrium
     */
    public RationalProfile profile() {
        return profile;
    }

    /**
     * Returns the largest regret divided by that player's payoff range.
     *
     * @return at least zero, and zero exactly at an equilibrium
     */
    public BigFraction exactGap() {
        return gap;
    }

    /**
     * Returns the gap rounded to the nearest double.
     *
     * @return at least zero, and zero exactly at an equilibrium
     */
    @Override
    public double gap() {
        return Exactly.nearestNonZero(gap);
    }

    @Override
    public String claim() {
        return "No player gains by deviating from " + profile + ".";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
