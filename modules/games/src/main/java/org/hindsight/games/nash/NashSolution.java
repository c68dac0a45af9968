// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NashCertificate;
import org.hindsight.games.NormalFormGame;

/**
 * An equilibrium in doubles, with its certificate. There is none whose gap exceeds its tolerance.
 *
 * @param certificate the profile and its regrets, from the game alone
 * @param method the name of the solver
 * @param tolerance the largest gap that was acceptable, relative to the payoff range
 * @param work what the solver did, in the unit that it names: pivots, steps, profiles
 */
public record NashSolution(NashCertificate certificate, String method, double tolerance, long work) {
    /**
     * Refuses a profile that is no equilibrium to within the tolerance.
     *
     * @param certificate the profile and its regrets
     * @param method the name of the solver
     * @param tolerance at least zero
     * @param work at least zero
     * @throws EquilibriumException if the gap of the certificate exceeds the tolerance
     */
    public NashSolution {
        Objects.requireNonNull(method, "method");
        Checks.nonNegative(tolerance, "tolerance");
        if (!certificate.holdsWithin(tolerance)) {
            throw new EquilibriumException(
                    method + " found a profile of gap " + certificate.gap() + ", which must be at most " + tolerance,
                    certificate.gap(),
                    work);
        }
    }

    /** Measures a profile. */
    static NashSolution of(NormalFormGame game, MixedProfile profile, String method, double tolerance, long work) {
        return new NashSolution(NashCertificate.of(game, profile), method, tolerance, work);
    }

    /**
     * Returns the equilibrium.
     *
     * @return the profile of the certificate
     */
    public MixedProfile profile() {
        return certificate.profile();
    }

    /**
     * Returns by how much the profile misses being an equilibrium.
     *
     * @return the largest regret relative to the payoff range, at most {@link #tolerance()}
     */
    public double gap() {
        return certificate.gap();
    }
}
