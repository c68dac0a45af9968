// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import java.util.Objects;
import org.hindsight.core.Certificate;

/**
 * A policy with by how much it can be beaten: the proof that it is the equilibrium, or how far from it.
 *
 * <p>The gap is the duality gap of the policy against itself, {@code 2 beta KL(p || best response to p)}. Preferences have
 * range one, so it is relative already. It bounds the distance: beta KL(p || p*) is at most half of it. Complexity: one
 * product with the matrix.
 */
public final class PreferenceCertificate implements Certificate {
    private final PreferenceGame game;
    private final SoftmaxPolicy policy;
    private final double gap;

    private PreferenceCertificate(PreferenceGame game, SoftmaxPolicy policy) {
        this.game = Objects.requireNonNull(game, "game");
        this.policy = Objects.requireNonNull(policy, "policy");
        this.gap = game.dualityGap(policy);
    }

    /**
     * Measures a policy.
     *
     * @param game the game
     * @param policy a policy with as many actions
     * @return the certificate, whose gap says whether it proves anything
     */
    public static PreferenceCertificate of(PreferenceGame game, SoftmaxPolicy policy) {
        return new PreferenceCertificate(game, policy);
    }

    /**
     * Returns the policy.
     *
     * @return the policy that is claimed to be the equilibrium
     */
    public SoftmaxPolicy policy() {
        return policy;
    }

    @Override
    public double gap() {
        return gap;
    }

    /**
     * Returns a bound on the divergence from the equilibrium.
     *
     * @return a number that KL(p || p*) does not exceed
     */
    public double divergenceBound() {
        return gap / 2 / game.temperature();
    }

    @Override
    public String claim() {
        return "No policy beats " + policy + " at temperature " + game.temperature() + ".";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
