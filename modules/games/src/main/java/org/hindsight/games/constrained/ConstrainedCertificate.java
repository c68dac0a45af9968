// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.games.JointDistribution;

/**
 * A joint distribution with what every player spends and can gain by a safe deviation: the proof that it is a constrained coarse
 * correlated equilibrium.
 *
 * <p>The gap is the largest safe gain divided by that player's payoff range, or the largest excess over a budget divided by that
 * player's scale of costs, whichever is larger. Immutable.
 */
public final class ConstrainedCertificate implements Certificate {
    private final BudgetedGame game;
    private final JointDistribution distribution;
    private final double gap;

    private ConstrainedCertificate(BudgetedGame game, JointDistribution distribution) {
        this.game = Objects.requireNonNull(game, "game");
        this.distribution = Objects.requireNonNull(distribution, "distribution");
        double worst = 0;
        for (int i = 0; i < game.game().players(); i++) {
            double range = game.game().payoffRange(i);
            double scale = game.scale(i);
            worst = range > 0 ? Math.max(worst, game.safeGain(i, distribution) / range) : worst;
            worst = scale > 0 ? Math.max(worst, game.violation(i, distribution) / scale) : worst;
        }
        this.gap = worst;
    }

    /**
     * Measures a distribution.
     *
     * @param game the game with budgets
     * @param distribution a distribution of its shape
     * @return the certificate, whose gap says whether it proves anything
     */
    public static ConstrainedCertificate of(BudgetedGame game, JointDistribution distribution) {
        return new ConstrainedCertificate(game, distribution);
    }

    @Override
    public double gap() {
        return gap;
    }

    @Override
    public String claim() {
        return distribution + " keeps the budgets and no player gains by a deviation that does, with " + game + ".";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
