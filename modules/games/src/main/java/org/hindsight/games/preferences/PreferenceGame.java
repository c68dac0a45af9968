// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.MixedStrategy;

/**
 * Two policies are compared, and each pays for moving away from a reference.
 *
 * <p>With preferences P, reference policy mu and temperature beta, a policy p scores against q
 *
 * <pre>    P_beta(p over q) = p^T P q - beta KL(p || mu) + beta KL(q || mu),</pre>
 *
 * and q the rest to one. The game is symmetric, of constant sum 1, strictly concave-convex, and has one equilibrium, in which
 * both play p* = softmax(log mu + P p* / beta). All logarithms are kept as such, so that temperatures of 1e-3 and below, at
 * which probabilities underflow, lose nothing. Immutable.
 *
 * <p>Source: R. Munos and others (2024), "Nash learning from human feedback", arXiv:2312.00886; the closed forms are derived in
 * {@code proofs-notes/preference-games.md}.
 */
public final class PreferenceGame {
    private final PreferenceMatrix preferences;
    private final SoftmaxPolicy reference;
    private final double temperature;

    private PreferenceGame(PreferenceMatrix preferences, SoftmaxPolicy reference, double temperature) {
        this.preferences = preferences;
        this.reference = reference;
        this.temperature = temperature;
    }

    /**
     * Creates a game.
     *
     * @param preferences P
     * @param reference mu, with as many actions
     * @param temperature beta, positive and finite
     * @return the game
     */
    public static PreferenceGame of(PreferenceMatrix preferences, SoftmaxPolicy reference, double temperature) {
        Objects.requireNonNull(preferences, "preferences");
        Objects.requireNonNull(reference, "reference");
        Checks.length(reference.actions(), preferences.actions(), "reference");
        return new PreferenceGame(preferences, reference, Checks.positive(temperature, "temperature"));
    }

    /**
     * Returns this game with another reference policy.
     *
     * @param newReference mu, with as many actions
     * @return the game
     */
    public PreferenceGame withReference(SoftmaxPolicy newReference) {
        return of(preferences, newReference, temperature);
    }

    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    public int actions() {
        return preferences.actions();
    }

    /**
     * Returns the preferences.
     *
     * @return P
     */
    public PreferenceMatrix preferences() {
        return preferences;
    }

    /**
     * Returns the reference policy.
     *
     * @return mu
     */
    public SoftmaxPolicy reference() {
        return reference;
    }

    /**
     * Returns the temperature.
     *
     * @return beta, positive
     */
    public double temperature() {
        return temperature;
    }

    /**
     * Returns the score of one policy against another.
     *
     * @param policy p
     * @param other q
     * @return p^T P q - beta KL(p || mu) + beta KL(q || mu)
     */
    public double score(SoftmaxPolicy policy, SoftmaxPolicy other) {
        MixedStrategy p = policy.toStrategy();
        return preferences.preference(p, other.toStrategy())
                - temperature * (policy.divergenceFrom(reference) - other.divergenceFrom(reference));
    }

    /**
     * Returns the policy that scores most against another.
     *
     * @param policy q
     * @return softmax(log mu + P q / beta)
     */
    public SoftmaxPolicy bestResponse(SoftmaxPolicy policy) {
        Checks.length(policy.actions(), actions(), "policy");
        double[] logits = new double[actions()];
        preferences.winRates(policy.raw(), logits);
        for (int y = 0; y < logits.length; y++) {
            logits[y] = reference.rawLogs()[y] + (logits[y] - 0.5) / temperature;
        }
        return SoftmaxPolicy.ofLogits(logits);
    }

    /**
     * Returns the largest score against a policy, {@code max_p P_beta(p over q)}.
     *
     * @param policy q
     * @return 1/2 + beta KL(q || best response to q), which is at least 1/2
     */
    public double bestScore(SoftmaxPolicy policy) {
        return 0.5 + exploitability(policy);
    }

    /**
     * Returns by how much a policy can be beaten: {@code max_p P_beta(p over q) - 1/2}.
     *
     * <p>At least beta KL(q || p*), with p* the equilibrium.
     *
     * @param policy q
     * @return beta KL(q || best response to q): at least zero, and zero only at the equilibrium, rounding aside
     */
    public double exploitability(SoftmaxPolicy policy) {
        return temperature * policy.divergenceFrom(bestResponse(policy));
    }

    /**
     * Returns the duality gap of a policy that plays against itself.
     *
     * @param policy q
     * @return twice the exploitability
     */
    public double dualityGap(SoftmaxPolicy policy) {
        return 2 * exploitability(policy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PreferenceGame that
                && preferences.equals(that.preferences)
                && reference.equals(that.reference)
                && temperature == that.temperature;
    }

    @Override
    public int hashCode() {
        return Objects.hash(preferences, reference, temperature);
    }

    @Override
    public String toString() {
        return preferences + ", reference " + reference + ", temperature " + temperature;
    }
}
