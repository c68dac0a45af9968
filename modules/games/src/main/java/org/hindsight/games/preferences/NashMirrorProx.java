// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;

/**
 * Nash mirror prox: two proximal steps from the same policy, the second against the outcome of the first.
 *
 * <pre>
 *     h        := argmax over p of  eta' (p^T P pi - beta KL(p || mu)) - KL(p || pi)
 *     pi_next  := argmax over p of  eta' (p^T P h  - beta KL(p || mu)) - KL(p || pi)
 * </pre>
 *
 * <p>Converges geometrically for step sizes eta' up to 2, where the divergence is at most (1 + 2 beta)^(-N/2) of the first after N
 * queries, two a step. Source: D. Tiapkin and others (2025), "Accelerating Nash learning from human feedback via mirror prox",
 * arXiv:2505.19731; step size and proof in {@code proofs-notes/preference-games.md}.
 */
public final class NashMirrorProx extends TabularUpdate {
    /** The largest step size for which convergence is proven. */
    public static final double LARGEST_RATE = 2;

    /** The divergence from the equilibrium after one step. */
    public static final Bound<Step> CONTRACTION = Bound.<Step>stating(
                    "KL(p* || pi_{k+1}) <= KL(p* || pi_k) / (1 + eta' beta)")
            .derivedFrom(new Source("Tiapkin et al.", 2025, "abstract", "arXiv:2505.19731"))
            .assuming("Win rates are exact.")
            .assuming("eta' <= 2.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(step -> step.learningRate() <= LARGEST_RATE
                    ? step.divergence() / (1 + step.learningRate() * step.temperature())
                    : Double.POSITIVE_INFINITY);

    private final double rate;
    private final double[] logHalf;
    private final double[] half;

    private NashMirrorProx(PreferenceGame game, WinRates oracle, double rate) {
        super(game, oracle);
        this.rate = rate;
        this.logHalf = new double[game.actions()];
        this.half = new double[game.actions()];
    }

    /**
     * Creates the algorithm with exact win rates and the largest step size of the theory, 2.
     *
     * @param game the game
     * @return the algorithm, at the reference
     */
    public static NashMirrorProx of(PreferenceGame game) {
        return of(game, game.preferences(), LARGEST_RATE);
    }

    /**
     * Creates the algorithm with win rates and a step size of one's own.
     *
     * @param game the game
     * @param oracle where win rates come from
     * @param learningRate eta', positive and finite
     * @return the algorithm, at the reference
     */
    public static NashMirrorProx of(PreferenceGame game, WinRates oracle, double learningRate) {
        Checks.positive(learningRate, "learningRate");
        return new NashMirrorProx(game, oracle, learningRate);
    }

    @Override
    void update() {
        proximal(policy, logHalf, half);
        proximal(half, logPolicy, policy);
    }

    /** Maximises eta' (p^T P opponent - beta KL(p || mu)) - KL(p || pi); pi is read before it is overwritten. */
    private void proximal(double[] opponent, double[] logResult, double[] result) {
        double scale = 1 + rate * game().temperature();
        pull(rate * game().temperature() / scale, logResult);
        ascend(logResult, rate / scale, opponent);
        normalise(logResult, result);
    }
}
