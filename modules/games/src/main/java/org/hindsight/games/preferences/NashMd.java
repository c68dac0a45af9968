// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;

/**
 * Nash-MD: the opponent is the geometric mixture of the policy with the reference, {@code theta := base + eta P
 * softmax(base)}.
 *
 * <p>At a fixed step size it approaches a neighbourhood of size eta / (8 beta) in divergence; at decreasing step sizes it
 * converges like 1 / t. One query a step. The constants are better than those of the source, by Hoeffding's lemma. Source: R.
 * Munos and others (2024), "Nash learning from human feedback", arXiv:2312.00886, section 6.
 */
public final class NashMd extends TabularUpdate {
    /** The divergence from the equilibrium after one step. */
    public static final Bound<Step> CONTRACTION = Bound.<Step>stating(
                    "KL(p* || pi_{t+1}) <= (1 - eta beta) KL(p* || pi_t) + eta^2 / 8")
            .derivedFrom(new Source("Munos et al.", 2024, "section 6", "arXiv:2312.00886"))
            .assuming("Win rates are exact.")
            .assuming("eta beta <= 1.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(NashMd::afterStep);

    /** The divergence from the equilibrium at the step sizes 2 / (beta (t + 2)). */
    public static final Bound<Run> CONVERGENCE = Bound.<Run>stating("KL(p* || pi_T) <= 1 / (2 beta^2 (T + 1))")
            .derivedFrom(new Source("Munos et al.", 2024, "section 6", "arXiv:2312.00886"))
            .assuming("Win rates are exact.")
            .assuming("T is at least 1; the first step forgets the start.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> run.steps() == 0
                    ? Double.POSITIVE_INFINITY
                    : 0.5 / (run.temperature() * run.temperature() * (run.steps() + 1.0)));

    private final boolean decreasing;
    private final double rate;
    private final double[] mixture;

    private NashMd(PreferenceGame game, WinRates oracle, boolean decreasing, double rate) {
        super(game, oracle);
        this.decreasing = decreasing;
        this.rate = rate;
        this.mixture = new double[game.actions()];
    }

    /**
     * Creates the algorithm with exact win rates and a fixed step size.
     *
     * @param game the game
     * @param learningRate eta, positive, at most 1 / beta
     * @return the algorithm, at the reference
     */
    public static NashMd of(PreferenceGame game, double learningRate) {
        return of(game, game.preferences(), learningRate);
    }

    /**
     * Creates the algorithm with win rates of one's own and a fixed step size.
     *
     * @param game the game
     * @param oracle where win rates come from
     * @param learningRate eta, positive, at most 1 / beta
     * @return the algorithm, at the reference
     */
    public static NashMd of(PreferenceGame game, WinRates oracle, double learningRate) {
        return new NashMd(game, oracle, false, checkedRate(learningRate, game));
    }

    /**
     * Creates the algorithm with step sizes eta_t = 2 / (beta (t + 2)), t = 0, 1, ...
     *
     * @param game the game
     * @param oracle where win rates come from
     * @return the algorithm, at the reference
     */
    public static NashMd decreasing(PreferenceGame game, WinRates oracle) {
        return new NashMd(game, oracle, true, 2 / game.temperature());
    }

    @Override
    void update() {
        double eta = decreasing ? rate / (steps() + 2) : rate;
        pull(Math.min(1, eta * game().temperature()), logPolicy);
        normalise(logPolicy, mixture);
        ascend(logPolicy, eta, mixture);
        normalise(logPolicy, policy);
    }

    private static double afterStep(Step step) {
        double eta = step.learningRate();
        double kept = 1 - eta * step.temperature();
        return kept >= 0 ? kept * step.divergence() + eta * eta / 8 : Double.POSITIVE_INFINITY;
    }

    /**
     * A run with decreasing step sizes: the parameter of {@link #CONVERGENCE}.
     *
     * @param temperature beta
     * @param steps T
     */
    public record Run(double temperature, long steps) {
        /**
         * Creates the parameter.
         *
         * @param temperature positive and finite
         * @param steps at least 0
         */
        public Run {
            Checks.positive(temperature, "temperature");
            Checks.atLeast(steps, 0L, "steps");
        }
    }
}
