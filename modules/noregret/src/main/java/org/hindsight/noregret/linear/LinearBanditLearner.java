// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import java.util.random.RandomGenerator;

/**
 * A learner that chooses one of the feature vectors that a round offers and sees the reward of the chosen one.
 *
 * <p>A set of actions is a row-major array of their features: with d features, action a is the d entries from a d on. Sets
 * may differ from round to round, also in size. Features and rewards are finite and at most {@link
 * RidgeEstimate#LARGEST_ENTRY} in size; ties go to the lowest action. Learners are mutable and not thread-safe. After
 * construction, {@link #select} and {@link #observe} allocate nothing.
 */
public interface LinearBanditLearner {
    /**
     * Returns the number d of features.
     *
     * @return at least 1
     */
    int dimension();

    /**
     * Chooses an action of this round. What the learner does later does not depend on having been asked.
     *
     * @param features the action set, row-major, of a length that is a positive multiple of {@link #dimension()}; read,
     *     not kept
     * @param random the learner's own randomness; deterministic learners do not read it
     * @return the action, from 0
     * @throws IllegalArgumentException if the length or a feature is out of range
     */
    int select(double[] features, RandomGenerator random);

    /**
     * Tells the learner the reward of the action it chose.
     *
     * @param features the action set of the round, as it was given to {@link #select}; read, not kept
     * @param action the chosen action
     * @param reward the reward
     * @throws IllegalArgumentException if an argument is out of range; the learner is then unchanged
     */
    void observe(double[] features, int action, double reward);

    /** Returns the learner to its initial state, without allocation. */
    void reset();

    /**
     * Returns an independent learner in the same state.
     *
     * @return the copy
     */
    LinearBanditLearner fork();
}
