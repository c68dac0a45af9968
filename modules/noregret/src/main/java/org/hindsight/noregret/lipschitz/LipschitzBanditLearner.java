// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.lipschitz;

import java.util.random.RandomGenerator;

/**
 * A learner that plays one point of [0, 1] a round and sees its reward.
 *
 * <p>Rewards lie in [0, 1]; ties go to the lowest point. Learners are mutable and not thread-safe.
 */
public interface LipschitzBanditLearner {
    /**
     * Chooses the point of this round. The learner's state does not change until it observes.
     *
     * @param random the learner's own randomness; deterministic learners do not read it
     * @return the point, in [0, 1]
     */
    double select(RandomGenerator random);

    /**
     * Tells the learner the reward of a point it played.
     *
     * @param point the point, as {@link #select} returned it
     * @param reward the reward, in [0, 1]
     * @throws IllegalArgumentException if the point is none that the learner plays, or the reward is out of range; the
     *     learner is then unchanged
     */
    void observe(double point, double reward);

    /** Returns the learner to its initial state, without allocation. */
    void reset();

    /**
     * Returns an independent learner in the same state.
     *
     * @return the copy
     */
    LipschitzBanditLearner fork();
}
