// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.random.RandomGenerator;

/**
 * A learner that pulls one arm a round and sees each reward some rounds later, or never.
 *
 * <p>Rounds are numbered from 0. In each round the learner is asked for an arm; then it is told the rewards that have arrived
 * by the end of the round, any number of them, in the order of arrival. Arms are numbered from 0; rewards lie in [0, 1] unless
 * the implementation says otherwise. Learners are mutable and not thread-safe.
 */
public interface DelayedBanditLearner {
    /**
     * Returns the number of arms.
     *
     * @return at least 1
     */
    int arms();

    /**
     * Chooses an arm for a round. Asked again before anything was observed, it answers the same.
     *
     * @param round the round: 0 at first, then the last one again or the next one
     * @param random the learner's own randomness; deterministic learners do not read it
     * @return the arm, in 0 .. arms - 1
     * @throws IllegalStateException if rounds are skipped or repeated out of order
     */
    int select(long round, RandomGenerator random);

    /**
     * Tells the learner a reward that has arrived.
     *
     * @param round the round that it is the reward of; each at most once
     * @param arm the arm pulled in that round, in 0 .. arms - 1
     * @param reward the reward
     * @throws IllegalArgumentException if the round has not been played, or the arm or the reward is out of range; the
     *     learner is then unchanged
     */
    void observe(long round, int arm, double reward);

    /** Returns the learner to its initial state, without allocation. */
    void reset();

    /**
     * Returns an independent learner in the same state.
     *
     * @return the copy
     */
    DelayedBanditLearner fork();
}
