// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import org.hindsight.core.Checks;

/**
 * Finds the equilibrium of a preference game by Nash mirror prox, to any gap that doubles can tell from zero.
 *
 * <p>About {@code ln(1 / gap) / ln(1 + 2 beta)} steps of two products with the matrix. The gap does not see the
 * logarithms of actions that are hardly played, which are the last to converge; so the best response to what was found is
 * returned instead, if it is certified as well. Immutable.
 *
 * <pre>{@code
 * PreferenceEquilibrium answer = EquilibriumSearch.toGap(1e-12).solve(game);
 * }</pre>
 */
public final class EquilibriumSearch {
    /** The number of steps after which a search gives up, unless said otherwise. */
    public static final long DEFAULT_STEPS = 1_000_000;

    /** Steps between two looks at the gap, each of which costs half a step. */
    private static final int STRIDE = 8;

    private final double tolerance;
    private final long steps;

    private EquilibriumSearch(double tolerance, long steps) {
        this.tolerance = tolerance;
        this.steps = steps;
    }

    /**
     * Creates a search.
     *
     * @param tolerance the largest duality gap that is accepted, positive; gaps down to about 1e-24 can be reached
     * @return the search, with {@value #DEFAULT_STEPS} steps at most
     */
    public static EquilibriumSearch toGap(double tolerance) {
        return new EquilibriumSearch(Checks.positive(tolerance, "tolerance"), DEFAULT_STEPS);
    }

    /**
     * Returns this search with another limit.
     *
     * @param mostSteps at least 1
     * @return a search with the same tolerance
     */
    public EquilibriumSearch within(long mostSteps) {
        return new EquilibriumSearch(tolerance, Checks.atLeast(mostSteps, 1L, "mostSteps"));
    }

    /**
     * Finds the equilibrium.
     *
     * @param game the game
     * @return the equilibrium
     * @throws UncertifiedEquilibriumException if the limit is reached first
     */
    public PreferenceEquilibrium solve(PreferenceGame game) {
        NashMirrorProx prox = NashMirrorProx.of(game);
        PreferenceCertificate certificate = PreferenceCertificate.of(game, prox.policy());
        while (!certificate.holdsWithin(tolerance)) {
            if (prox.steps() >= steps) {
                throw new UncertifiedEquilibriumException(
                        "Nash mirror prox, after " + steps + " steps,", tolerance, certificate);
            }
            for (int k = 0; k < STRIDE && prox.steps() < steps; k++) {
                prox.step();
            }
            certificate = PreferenceCertificate.of(game, prox.policy());
        }
        PreferenceCertificate response = PreferenceCertificate.of(game, game.bestResponse(certificate.policy()));
        if (response.holdsWithin(tolerance)) {
            certificate = response;
        }
        return new PreferenceEquilibrium(
                certificate.policy(), certificate, "Nash mirror prox", tolerance, prox.queries());
    }
}
