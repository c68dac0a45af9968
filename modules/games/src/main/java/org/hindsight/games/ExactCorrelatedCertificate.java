// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import org.hindsight.core.Certificate;
import org.hipparchus.fraction.BigFraction;

/**
 * A distribution over profiles in exact fractions with the largest gain from a deviation, in exact arithmetic.
 *
 * <p>The gap is that of a {@link CorrelatedCertificate} without rounding. Immutable.
 */
public final class ExactCorrelatedCertificate implements Certificate {
    private final RationalJointDistribution distribution;
    private final CorrelatedNotion notion;
    private final BigFraction gap;

    private ExactCorrelatedCertificate(
            RationalGame game, RationalJointDistribution distribution, CorrelatedNotion notion) {
        this.distribution = distribution;
        this.notion = notion;
        BigFraction worst = BigFraction.ZERO;
        for (int i = 0; i < game.players(); i++) {
            BigFraction gain = notion == CorrelatedNotion.CORRELATED
                    ? game.swapGap(i, distribution)
                    : game.externalGap(i, distribution);
            BigFraction relative = ExactNashCertificate.relative(gain, game.payoffRange(i));
            worst = relative.compareTo(worst) > 0 ? relative : worst;
        }
        gap = worst;
    }

    /**
     * Measures a distribution.
     *
     * @param game the game
     * @param distribution a distribution over its profiles
     * @param notion which deviations count
     * @return the certificate
     */
    public static ExactCorrelatedCertificate of(
            RationalGame game, RationalJointDistribution distribution, CorrelatedNotion notion) {
        return new ExactCorrelatedCertificate(game, distribution, notion);
    }

    /**
     * Returns the distribution.
     *
     * @return the distribution that is claimed to be an equilibrium
     */
    public RationalJointDistribution distribution() {
        return distribution;
    }

    /**
     * Returns which deviations count.
     *
     * @return the notion
     */
    public CorrelatedNotion notion() {
        return notion;
    }

    /**
     * Returns the largest gain of a player divided by the player's payoff range.
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
        return "The distribution " + distribution + " is a " + notion + " equilibrium.";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
