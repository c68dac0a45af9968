// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import org.hindsight.core.Bound;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;

/**
 * The extragradient method on policies, EGPO: {@code theta := base + eta P softmax(base + eta P pi)}.
 *
 * <p>Converges to the equilibrium itself, geometrically, for every step size up to 1 / (beta + 1/2). Two queries a step. Equal to
 * {@link NashMirrorProx} with eta' = eta / (1 - eta beta). Source: R. Zhou and others (2025), "Extragradient preference
 * optimization", arXiv:2503.08942; the step size and the rate are derived in {@code proofs-notes/preference-games.md}.
 */
public final class PolicyExtragradient extends TabularUpdate {
    /** The divergence from the equilibrium after one step. */
    public static final Bound<Step> CONTRACTION = Bound.<Step>stating(
                    "KL(p* || pi_{t+1}) <= (1 - eta beta) KL(p* || pi_t)")
            .derivedFrom(new Source("Zhou et al.", 2025, "Algorithm 1", "arXiv:2503.08942"))
            .assuming("Win rates are exact.")
            .assuming("eta <= 1 / (beta + 1/2).")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(step -> step.learningRate() <= largestRate(step.temperature())
                    ? (1 - step.learningRate() * step.temperature()) * step.divergence()
                    : Double.POSITIVE_INFINITY);

    private final double rate;
    private final double[] logHalf;
    private final double[] half;

    private PolicyExtragradient(PreferenceGame game, WinRates oracle, double rate) {
        super(game, oracle);
        this.rate = rate;
        this.logHalf = new double[game.actions()];
        this.half = new double[game.actions()];
    }

    /**
     * Returns the largest step size for which convergence is proven, 1 / (beta + 1/2).
     *
     * @param temperature beta
     * @return eta
     */
    public static double largestRate(double temperature) {
        return 1 / (temperature + 0.5);
    }

    /**
     * Creates the algorithm with exact win rates.
     *
     * @param game the game
     * @param learningRate eta, positive, at most 1 / beta
     * @return the algorithm, at the reference
     */
    public static PolicyExtragradient of(PreferenceGame game, double learningRate) {
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
    public static PolicyExtragradient of(PreferenceGame game, WinRates oracle, double learningRate) {
        return new PolicyExtragradient(game, oracle, checkedRate(learningRate, game));
    }

    @Override
    void update() {
        pull(rate * game().temperature(), logPolicy);
        System.arraycopy(logPolicy, 0, logHalf, 0, half.length);
        ascend(logHalf, rate, policy);
        normalise(logHalf, half);
        ascend(logPolicy, rate, half);
        normalise(logPolicy, policy);
    }
}
