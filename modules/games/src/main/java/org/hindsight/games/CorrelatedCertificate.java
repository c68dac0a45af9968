// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import org.hindsight.core.Certificate;
import org.hipparchus.fraction.BigFraction;

/**
 * A distribution over profiles with the largest gain from a deviation: the proof that it is a (coarse) correlated
 * equilibrium.
 *
 * <p>The gap is the largest over players of the gain divided by the player's payoff range, computed from the game alone. For
 * {@link CorrelatedNotion#CORRELATED} the gain is that of the best exchange of every recommendation (the swap gap), for
 * {@link CorrelatedNotion#COARSE_CORRELATED} that of the best single action. Complexity: actions times profiles a player.
 * Immutable.
 */
public final class CorrelatedCertificate implements Certificate {
    private final NormalFormGame game;
    private final JointDistribution distribution;
    private final CorrelatedNotion notion;
    private final int player;
    private final double gap;

    private CorrelatedCertificate(NormalFormGame game, JointDistribution distribution, CorrelatedNotion notion) {
        this.game = game;
        this.distribution = distribution;
        this.notion = notion;
        double worst = 0;
        int worstPlayer = 0;
        for (int i = 0; i < game.players(); i++) {
            ExchangeGains gains = new ExchangeGains(game, i, distribution);
            double gain = notion == CorrelatedNotion.CORRELATED ? gains.swap() : gains.external();
            double relative = NashCertificate.relative(gain, game.payoffRange(i));
            if (relative > worst) {
                worst = relative;
                worstPlayer = i;
            }
        }
        gap = worst;
        player = worstPlayer;
    }

    /**
     * Measures a distribution.
     *
     * @param game the game
     * @param distribution a distribution over its profiles
     * @param notion which deviations count
     * @return the certificate, whose gap says whether it proves anything
     */
    public static CorrelatedCertificate of(
            NormalFormGame game, JointDistribution distribution, CorrelatedNotion notion) {
        return new CorrelatedCertificate(game, distribution, notion);
    }

    /**
     * Returns the distribution.
     *
     * @return the distribution that is claimed to be an equilibrium
     */
    public JointDistribution distribution() {
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

    @Override
    public double gap() {
        return gap;
    }

    /**
     * Returns the player with the largest relative gain, the first of several.
     *
     * @return in 0 .. players - 1
     */
    public int deviatingPlayer() {
        return player;
    }

    /**
     * Returns the gap in exact arithmetic, the doubles of the game and of the distribution being taken for exactly what
     * they are and the latter divided by their exact sum.
     *
     * @return at least zero, and zero only at an equilibrium
     */
    public BigFraction exactGap() {
        return ExactCorrelatedCertificate.of(
                        RationalGame.exactly(game), RationalJointDistribution.exactly(distribution), notion)
                .exactGap();
    }

    @Override
    public String claim() {
        return "The distribution " + distribution + " is a " + notion + " equilibrium.";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + " (player " + player + ").";
    }
}
