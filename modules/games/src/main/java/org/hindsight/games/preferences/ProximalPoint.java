// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import org.hindsight.core.Checks;

/**
 * The proximal point method: the equilibrium of each regularised game becomes the reference of the next.
 *
 * <p>The policies approach an equilibrium without regularisation, a maximal lottery, whatever the temperature: the divergence
 * KL(q || policy) of every maximal lottery q never grows. Mutable, not thread-safe. Source: R. T. Rockafellar (1976), "Monotone
 * operators and the proximal point algorithm", SIAM Journal on Control and Optimization 14, with the Kullback-Leibler divergence
 * for a distance; proof in {@code proofs-notes/preference-games.md}.
 */
public final class ProximalPoint {
    private final EquilibriumSearch search;
    private final SoftmaxPolicy start;
    private final PreferenceGame game;
    private SoftmaxPolicy policy;
    private long steps;
    private long queries;

    private ProximalPoint(PreferenceGame game, EquilibriumSearch search) {
        this.search = search;
        this.start = game.reference();
        this.game = game;
        this.policy = start;
    }

    /**
     * Creates the method.
     *
     * @param game the preferences, the first reference and the temperature
     * @param tolerance the duality gap to which each regularised game is solved, positive
     * @return the method, at the reference
     */
    public static ProximalPoint of(PreferenceGame game, double tolerance) {
        return new ProximalPoint(game, EquilibriumSearch.toGap(Checks.positive(tolerance, "tolerance")));
    }

    /**
     * Solves the game whose reference is the current policy, and moves there.
     *
     * @throws UncertifiedEquilibriumException if it cannot be solved; the method is then unchanged
     */
    public void step() {
        PreferenceEquilibrium next = search.solve(game.withReference(policy));
        policy = next.policy();
        queries += next.queries();
        steps++;
    }

    /**
     * Returns the current policy.
     *
     * @return the reference of the next game
     */
    public SoftmaxPolicy policy() {
        return policy;
    }

    /**
     * Returns the duality gap of the current policy without regularisation.
     *
     * @return {@code 2 (max_y (P p)_y - 1/2)}
     */
    public double dualityGap() {
        return game.preferences().dualityGap(policy.toStrategy());
    }

    /**
     * Returns the number of games solved since the start.
     *
     * @return at least zero
     */
    public long steps() {
        return steps;
    }

    /**
     * Returns the number of products with the preference matrix since the start.
     *
     * @return at least zero
     */
    public long queries() {
        return queries;
    }

    /** Goes back to the first reference. */
    public void reset() {
        policy = start;
        steps = 0;
        queries = 0;
    }
}
