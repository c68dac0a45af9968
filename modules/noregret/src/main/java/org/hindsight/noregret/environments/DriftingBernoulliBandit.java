// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.environments;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * Bernoulli arms whose means move as independent Gaussian random walks, reflected at 0 and 1.
 *
 * <p>The restless bandit of A. Slivkins and E. Upfal (2008). Regret is charged by the means of the round. A round costs O(K).
 * Mutable, not thread-safe.
 */
public final class DriftingBernoulliBandit implements AdversarialBandit {
    private final double[] start;
    private final double step;
    private final double[] means;
    private final double[] lastMeans;
    private boolean played;

    private DriftingBernoulliBandit(double[] start, double step) {
        this.start = start;
        this.step = step;
        this.means = start.clone();
        this.lastMeans = start.clone();
    }

    /**
     * Creates the environment.
     *
     * @param step the standard deviation of the change of a mean in a round, in [0, 1]
     * @param means the mean of each arm in the first round, in [0, 1]; at least one; copied
     * @return the environment
     */
    public static DriftingBernoulliBandit withStep(double step, double... means) {
        Checks.inUnitInterval(step, "step");
        Checks.inUnitInterval(means, "means");
        Checks.atLeast(means.length, 1, "means.length");
        return new DriftingBernoulliBandit(means.clone(), step);
    }

    @Override
    public int arms() {
        return means.length;
    }

    @Override
    public double reward(int arm, RandomGenerator random) {
        Checks.index(arm, means.length, "arm");
        double reward = random.nextDouble() < means[arm] ? 1 : 0;
        for (int i = 0; i < means.length; i++) {
            lastMeans[i] = means[i];
            means[i] = reflected(means[i] + step * random.nextGaussian());
        }
        played = true;
        return reward;
    }

    /** The point of [0, 1] that mirrors at 0 and at 1 bring a real number to. */
    private static double reflected(double x) {
        double period = Math.abs(x) % 2;
        return period <= 1 ? period : 2 - period;
    }

    @Override
    public void lossesOfLastRound(double[] out) {
        Checks.length(out.length, means.length, "out");
        if (!played) {
            throw new IllegalStateException("no round has been played");
        }
        for (int arm = 0; arm < out.length; arm++) {
            out[arm] = 1 - lastMeans[arm];
        }
    }

    @Override
    public void reset() {
        System.arraycopy(start, 0, means, 0, means.length);
        played = false;
    }

    @Override
    public String toString() {
        return "DriftingBernoulliBandit[step=" + step + ", start=" + Arrays.toString(start) + "]";
    }
}
