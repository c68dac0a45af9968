// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.Objects;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;

/**
 * An equilibrium in fractions, with its certificate. There is none whose gap is not zero.
 *
 * @param certificate the profile and its gap of zero, from the game alone
 * @param method the name of the solver
 * @param work what the solver did, in the unit that it names: pivots, bases, profiles
 */
public record ExactNashSolution(ExactNashCertificate certificate, String method, long work) {
    /**
     * Refuses a profile that is no equilibrium.
     *
     * @param certificate the profile and its gap
     * @param method the name of the solver
     * @param work at least zero
     * @throws EquilibriumException if the gap of the certificate is not zero
     */
    public ExactNashSolution {
        Objects.requireNonNull(method, "method");
        if (certificate.exactGap().signum() != 0) {
            throw new EquilibriumException(
                    method + " found a profile of gap " + certificate.exactGap() + ", which must be zero",
                    certificate.gap(),
                    work);
        }
    }

    /** Measures a profile. */
    static ExactNashSolution of(RationalGame game, RationalProfile profile, String method, long work) {
        return new ExactNashSolution(ExactNashCertificate.of(game, profile), method, work);
    }

    /**
     * Returns the equilibrium.
     *
     * @return the profile of the certificate
     */
    public RationalProfile profile() {
        return certificate.profile();
    }
}
