// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;

/**
 * A joint distribution with what every player spends and can gain by a safe deviation: the proof that it is a constrained
 * equilibrium.
 *
 * <p>The gap is the largest safe gain divided by that player's payoff range, or the largest violation of a cost divided by that
 * player's scale of costs, whichever is larger. Gains are bounded by weak duality from {@linkplain #prices prices} of the costs: the
 * bound is read off the game, the distribution and the prices, and holds whoever proposed them. Immutable.
 */
public final class ConstrainedCertificate implements Certificate {
    private final ConstrainedGame game;
    private final JointDistribution distribution;
    private final CorrelatedNotion notion;
    private final double[] gains;
    private final double[][] prices;
    private final double violation;
    private final double gap;

    private ConstrainedCertificate(ConstrainedGame game, JointDistribution distribution, CorrelatedNotion notion) {
        this.game = Objects.requireNonNull(game, "game");
        this.distribution = Objects.requireNonNull(distribution, "distribution");
        this.notion = Objects.requireNonNull(notion, "notion");
        NormalFormGame plain = game.game();
        this.gains = new double[plain.players()];
        this.prices = new double[plain.players()][];
        double broken = 0;
        double tempted = 0;
        for (int i = 0; i < plain.players(); i++) {
            SafeGainBound bound = SafeGainBound.of(game, i, distribution, notion);
            gains[i] = bound.gain();
            prices[i] = bound.prices();
            double range = plain.payoffRange(i);
            tempted = range > 0 ? Math.max(tempted, gains[i] / range) : tempted;
            for (int r = 0; r < game.costs(); r++) {
                double scale = game.scale(i, r);
                broken = scale > 0 ? Math.max(broken, game.violation(i, r, distribution) / scale) : broken;
            }
        }
        this.violation = broken;
        this.gap = Math.max(broken, tempted);
    }

    /**
     * Measures a distribution.
     *
     * @param game the game with costs
     * @param distribution a distribution of its shape
     * @param notion which deviations count: every exchange of recommendations, or commitments to a fixed strategy
     * @return the certificate, whose gap says whether it proves anything
     */
    public static ConstrainedCertificate of(
            ConstrainedGame game, JointDistribution distribution, CorrelatedNotion notion) {
        return new ConstrainedCertificate(game, distribution, notion);
    }

    /**
     * Measures a distribution in a game with budgets, against commitments to a fixed strategy.
     *
     * @param game the game with budgets
     * @param distribution a distribution of its shape
     * @return the certificate, whose gap says whether it proves anything
     */
    public static ConstrainedCertificate of(BudgetedGame game, JointDistribution distribution) {
        return of(game.asConstrainedGame(), distribution, CorrelatedNotion.COARSE_CORRELATED);
    }

    /**
     * Returns the game.
     *
     * @return the game with costs
     */
    public ConstrainedGame game() {
        return game;
    }

    /**
     * Returns the distribution.
     *
     * @return what is measured
     */
    public JointDistribution distribution() {
        return distribution;
    }

    /**
     * Returns which deviations count.
     *
     * @return the notion of equilibrium
     */
    public CorrelatedNotion notion() {
        return notion;
    }

    /**
     * Returns what a player can gain by a safe deviation.
     *
     * @param player in 0 .. players - 1
     * @return an upper bound in units of payoff that the best prices make exact; negative infinity if she has no safe deviation
     */
    public double safeGain(int player) {
        return gains[Checks.index(player, gains.length, "player")];
    }

    /**
     * Returns the prices of a player's costs that prove the bound on her gain.
     *
     * @param player in 0 .. players - 1
     * @return a new array, for each cost a non-negative number in payoff per unit of cost
     */
    public double[] prices(int player) {
        return prices[Checks.index(player, prices.length, "player")].clone();
    }

    /**
     * Returns the largest violation of a cost.
     *
     * @return at least zero, as part of that cost's scale
     */
    public double violation() {
        return violation;
    }

    @Override
    public double gap() {
        return gap;
    }

    @Override
    public String claim() {
        return distribution + " keeps the costs and no player gains by a deviation that does (" + notion + "), with "
                + game + ".";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
