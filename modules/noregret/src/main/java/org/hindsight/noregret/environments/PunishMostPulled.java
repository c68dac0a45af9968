// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.environments;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * The adaptive adversary that gives loss 1 to the arm pulled most often so far, the lowest of them on ties, and 0 to the
 * others.
 *
 * <p>It hurts learners that settle, and it chooses before the pull, so the guarantees of learners for adaptive
 * adversaries hold. A round costs O(1). Mutable, not thread-safe.
 */
public final class PunishMostPulled implements AdversarialBandit {
    private final long[] pulls;
    private int mostPulled;
    private int punished = -1;

    private PunishMostPulled(int arms) {
        this.pulls = new long[arms];
    }

    /**
     * Creates the adversary.
     *
     * @param arms at least 1
     * @return the adversary
     */
    public static PunishMostPulled of(int arms) {
        return new PunishMostPulled(Checks.atLeast(arms, 1, "arms"));
    }

    @Override
    public int arms() {
        return pulls.length;
    }

    @Override
    public double reward(int arm, RandomGenerator random) {
        Checks.index(arm, pulls.length, "arm");
        punished = mostPulled;
        long count = ++pulls[arm];
        if (count > pulls[mostPulled] || (count == pulls[mostPulled] && arm < mostPulled)) {
            mostPulled = arm;
        }
        return arm == punished ? 0 : 1;
    }

    @Override
    public void lossesOfLastRound(double[] out) {
        Checks.length(out.length, pulls.length, "out");
        if (punished < 0) {
            throw new IllegalStateException("no round has been played");
        }
        Arrays.fill(out, 0);
        out[punished] = 1;
    }

    @Override
    public void reset() {
        Arrays.fill(pulls, 0);
        mostPulled = 0;
        punished = -1;
    }
}
