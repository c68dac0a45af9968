// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import org.hindsight.core.Checks;
import org.hindsight.games.MixedProfile;

/**
 * How far a profile is from an equilibrium, as zero-sum dynamics see it: the sum over players of {@code KL(x*_i || x_i)}.
 *
 * <p>In a zero-sum game with an equilibrium x* in the interior, {@linkplain Replicator replicator dynamics} leave it as it is,
 * Hedge in {@linkplain SelfPlay self-play} never decreases it, and {@linkplain
 * org.hindsight.games.zerosum.Extragradient extragradient} never increases it, whatever the equilibrium. Proof notes: {@code
 * proofs-notes/self-play.md} and {@code proofs-notes/first-order-zero-sum.md}.
 */
public final class EquilibriumDivergence {
    private EquilibriumDivergence() {}

    /**
     * Returns the sum of the relative entropies.
     *
     * @param equilibrium x*
     * @param profile x, of the same shape
     * @return at least zero but for rounding, zero if they are the same; positive infinity if x leaves out an action that x*
     *     plays
     */
    public static double of(MixedProfile equilibrium, MixedProfile profile) {
        Checks.length(profile.players(), equilibrium.players(), "profile");
        double sum = 0;
        for (int i = 0; i < equilibrium.players(); i++) {
            int n = equilibrium.strategy(i).actions();
            Checks.length(profile.strategy(i).actions(), n, "profile[" + i + "]");
            for (int a = 0; a < n; a++) {
                double p = equilibrium.strategy(i).probability(a);
                if (p > 0) {
                    sum += p * StrictMath.log(p / profile.strategy(i).probability(a));
                }
            }
        }
        return sum;
    }
}
