// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.random.CounterUniforms;

/**
 * Bernoulli arms whose rewards were all drawn in advance: the n-th pull of arm a pays X[a][n], whenever it happens.
 *
 * <p>Runs of different learners on the same stack share every reward they have in common, which is what a coupling
 * argument and a golden number need. X[a][n] = 1 when the uniform at (a, n) is less than mu_a, n counted from 0. In law
 * this is a {@link BernoulliBandit}. Mutable (it counts pulls), not thread-safe.
 */
public final class BernoulliRewardStack implements BanditEnvironment {
    private final BernoulliBandit bandit;
    private final CounterUniforms uniforms;
    private final long[] pulls;

    private BernoulliRewardStack(BernoulliBandit bandit, CounterUniforms uniforms) {
        this.bandit = Objects.requireNonNull(bandit, "bandit");
        this.uniforms = Objects.requireNonNull(uniforms, "uniforms");
        this.pulls = new long[bandit.arms()];
    }

    /**
     * Creates a stack from which nothing has been pulled.
     *
     * @param bandit the means
     * @param uniforms the coins: that of reward n of arm a is at (a, n)
     * @return the stack
     */
    public static BernoulliRewardStack of(BernoulliBandit bandit, CounterUniforms uniforms) {
        return new BernoulliRewardStack(bandit, uniforms);
    }

    @Override
    public int arms() {
        return pulls.length;
    }

    /**
     * Returns an entry X[a][n] of the stack, without pulling.
     *
     * @param arm the arm a, in 0 .. arms - 1
     * @param pull the number n of the pull, from 0, less than 2^32
     * @return 0 or 1
     */
    public double rewardOfPull(int arm, long pull) {
        return uniforms.at(arm, pull) < bandit.mean(arm) ? 1 : 0;
    }

    @Override
    public double reward(int arm, RandomGenerator random) {
        Checks.index(arm, pulls.length, "arm");
        return rewardOfPull(arm, pulls[arm]++);
    }

    @Override
    public void reset() {
        Arrays.fill(pulls, 0);
    }
}
