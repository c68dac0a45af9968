// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.learning;

import java.util.random.RandomGenerator;

/**
 * A learner that pulls one arm a round and sees that arm's reward.
 *
 * <p>Arms are numbered from 0; rewards lie in [0, 1] unless the implementation says otherwise; ties go to the lowest
 * arm. Learners are mutable and not thread-safe. After construction, {@link #select} and {@link #observe} allocate
 * nothing.
 */
public interface BanditLearner {
    /**
     * Returns the number of arms.
     *
     * @return at least 1
     */
    int arms();

    /**
     * Chooses an arm for this round. The learner's state does not change until it observes.
     *
     * @param random the learner's own randomness; deterministic learners do not read it
     * @return the arm, in 0 .. arms - 1
     */
    int select(RandomGenerator random);

    /**
     * Tells the learner the reward of an arm it pulled.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param reward the reward
     * @throws IllegalArgumentException if the arm or the reward is out of range; the learner is then unchanged
     */
    void observe(int arm, double reward);

    /** Returns the learner to its initial state, without allocation. */
    void reset();

    /**
     * Returns an independent learner in the same state.
     *
     * @return the copy
     */
    BanditLearner fork();
}
