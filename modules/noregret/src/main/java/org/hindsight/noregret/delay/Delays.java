// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.probability.Geometric;

/**
 * How late feedback arrives: that of round t at the end of round {@code t + d_t}.
 *
 * <p>Delays see the round and their own randomness, never a reward, which is what the bound of {@link QpmD} asks for.
 */
@FunctionalInterface
public interface Delays {
    /** The delay of feedback that never arrives. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Returns the delay of a round.
     *
     * @param round the round t, from 0
     * @param random the environment's randomness
     * @return d_t, at least 0, or {@link #NEVER}
     */
    long delay(long round, RandomGenerator random);

    /**
     * Returns no delay: the feedback of a round arrives at its end.
     *
     * @return the delays, which read no randomness
     */
    static Delays none() {
        return constant(0);
    }

    /**
     * Returns the same delay in all rounds.
     *
     * @param delay d, at least 0
     * @return the delays, which read no randomness
     */
    static Delays constant(long delay) {
        Checks.atLeast(delay, 0L, "delay");
        return (round, random) -> delay;
    }

    /**
     * Returns independent delays, even on 0 .. most.
     *
     * @param most the largest delay, at least 0 and less than {@link #NEVER}
     * @return the delays
     */
    static Delays uniform(long most) {
        Checks.atLeast(most, 0L, "most");
        long bound = Math.addExact(most, 1);
        return (round, random) -> random.nextLong(bound);
    }

    /**
     * Returns independent geometric delays: feedback arrives in each round with the same probability.
     *
     * @param rate the probability, in (0, 1]; the mean delay is {@code 1 / rate - 1}
     * @return the delays
     */
    static Delays geometric(double rate) {
        Geometric rounds = Geometric.of(Checks.rate(rate, "rate"));
        return (round, random) -> rounds.sample(random) - 1;
    }
}
