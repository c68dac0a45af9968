// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;

/**
 * A logit equilibrium, or quantal response equilibrium: every player answers the others by x_i(a) proportional to
 * exp(lambda u_i(a, x)), with more weight on what earns more, but not all of it.
 *
 * <p>At lambda = 0 that is uniform play. A player's regret is at most the entropy of her strategy divided by lambda, hence at
 * most ln(n_i) / lambda: by the variational formula, {@code max_a u(a) <= ln(sum_a exp(lambda u(a))) / lambda}, which is the
 * payoff of the response plus its entropy over lambda.
 *
 * <p>Source: R. McKelvey and T. Palfrey (1995), "Quantal response equilibria for normal form games".
 */
public final class LogitEquilibrium implements Certificate {
    private final double lambda;
    private final MixedProfile profile;
    private final double gap;

    private LogitEquilibrium(NormalFormGame game, double lambda, MixedProfile profile) {
        this.lambda = Checks.nonNegative(lambda, "lambda");
        this.profile = profile;
        double worst = 0;
        for (int i = 0; i < game.players(); i++) {
            double[] response = new double[game.actions(i)];
            // Gains instead of payoffs, so that a large offset of the payoffs does not drown their differences.
            game.regret(i, profile.toArrays(), response);
            soften(response, lambda);
            for (int a = 0; a < response.length; a++) {
                worst = Math.max(
                        worst, Math.abs(response[a] - profile.strategy(i).probability(a)));
            }
        }
        gap = worst;
    }

    private static void soften(double[] payoffs, double lambda) {
        double best = Double.NEGATIVE_INFINITY;
        for (double payoff : payoffs) {
            best = Math.max(best, payoff);
        }
        double sum = 0;
        for (int a = 0; a < payoffs.length; a++) {
            payoffs[a] = StrictMath.exp(lambda * (payoffs[a] - best));
            sum += payoffs[a];
        }
        for (int a = 0; a < payoffs.length; a++) {
            payoffs[a] /= sum;
        }
    }

    /**
     * Measures a profile.
     *
     * <p>Complexity: one pass over the payoffs.
     *
     * @param game the game
     * @param lambda the precision, in units of one over payoff; finite, at least zero
     * @param profile a profile of the game's shape
     * @return the profile with its residual, which says whether it is an equilibrium
     */
    public static LogitEquilibrium of(NormalFormGame game, double lambda, MixedProfile profile) {
        return new LogitEquilibrium(game, lambda, profile);
    }

    /**
     * Returns the precision.
     *
     * @return lambda, in units of one over payoff
     */
    public double lambda() {
        return lambda;
    }

    /**
     * Returns the profile.
     *
     * @return one strategy a player
     */
    public MixedProfile profile() {
        return profile;
    }

    /**
     * Returns the residual: the largest difference between a probability and that of the logit response.
     *
     * @return in [0, 1], and zero exactly at an equilibrium, rounding aside
     */
    @Override
    public double gap() {
        return gap;
    }

    @Override
    public String claim() {
        return "Every player gives the logit response of precision " + lambda + " in " + profile + ".";
    }

    @Override
    public String toString() {
        return claim() + " Residual " + gap + ".";
    }
}
