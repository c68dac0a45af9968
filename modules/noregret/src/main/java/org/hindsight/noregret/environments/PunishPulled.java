// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.environments;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * The adversary that foresees the pull: the pulled arm loses 1, all others lose 0.
 *
 * <p>A deterministic learner can be foreseen, so against it this is an ordinary adversary, and the reason why it has
 * none but linear regret: the learner loses T, and the arm it pulled least loses at most T / K. A randomised learner
 * is not bound by its guarantees here, because this adversary sees the draw. Mutable, not thread-safe.
 */
public final class PunishPulled implements AdversarialBandit {
    private final int arms;
    private int last = -1;

    private PunishPulled(int arms) {
        this.arms = arms;
    }

    /**
     * Creates the adversary.
     *
     * @param arms at least 1
     * @return the adversary
     */
    public static PunishPulled of(int arms) {
        return new PunishPulled(Checks.atLeast(arms, 1, "arms"));
    }

    @Override
    public int arms() {
        return arms;
    }

    @Override
    public double reward(int arm, RandomGenerator random) {
        last = Checks.index(arm, arms, "arm");
        return 0;
    }

    @Override
    public void lossesOfLastRound(double[] out) {
        Checks.length(out.length, arms, "out");
        if (last < 0) {
            throw new IllegalStateException("no round has been played");
        }
        Arrays.fill(out, 0);
        out[last] = 1;
    }

    @Override
    public void reset() {
        last = -1;
    }
}
