// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import org.hindsight.core.Bound;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;

/**
 * Online mirror descent, which is also what {@link OnlineIpo} does with even pairs: {@code theta := base + eta P pi}.
 *
 * <p>At a fixed step size it approaches a neighbourhood of the equilibrium alone, and may circle in it. One query a step.
 * Source: R. Munos and others (2024), "Nash learning from human feedback", arXiv:2312.00886, section 6.
 */
public final class OnlineMirrorDescent extends TabularUpdate {
    /** The divergence from the equilibrium after one step. */
    public static final Bound<Step> CONTRACTION = Bound.<Step>stating(
                    "KL(p* || pi_{t+1}) <= (1 - eta beta) KL(p* || pi_t) + eta^2 (1/8 + 1 / (2 (1 - eta beta)))")
            .derivedFrom(new Source("Munos et al.", 2024, "section 6", "arXiv:2312.00886"))
            .assuming("Win rates are exact.")
            .assuming("eta beta < 1.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(OnlineMirrorDescent::afterStep);

    private final double rate;

    private OnlineMirrorDescent(PreferenceGame game, WinRates oracle, double rate) {
        super(game, oracle);
        this.rate = rate;
    }

    /**
     * Creates the algorithm with exact win rates.
     *
     * @param game the game
     * @param learningRate eta, positive, at most 1 / beta
     * @return the algorithm, at the reference
     */
    public static OnlineMirrorDescent of(PreferenceGame game, double learningRate) {
        return of(game, game.preferences(), learningRate);
    }

    /**
     * Creates the algorithm with win rates of one's own.
     *
     * @param game the game
     * @param oracle where win rates come from
     * @param learningRate eta, positive, at most 1 / beta
     * @return the algorithm, at the reference
     */
    public static OnlineMirrorDescent of(PreferenceGame game, WinRates oracle, double learningRate) {
        return new OnlineMirrorDescent(game, oracle, checkedRate(learningRate, game));
    }

    @Override
    void update() {
        pull(rate * game().temperature(), logPolicy);
        // The probabilities are still those of pi_t.
        ascend(logPolicy, rate, policy);
        normalise(logPolicy, policy);
    }

    private static double afterStep(Step step) {
        double eta = step.learningRate();
        double kept = 1 - eta * step.temperature();
        if (!(kept > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return kept * step.divergence() + eta * eta * (0.125 + 0.5 / kept);
    }
}
