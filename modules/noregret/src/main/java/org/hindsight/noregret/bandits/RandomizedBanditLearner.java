// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import org.hindsight.core.learning.BanditLearner;

/**
 * A bandit learner that draws its arm from a law it can state.
 *
 * <p>With the law, expectations over short horizons can be computed exactly, and an adversary that knows the learner's
 * distribution, but not its coins, can be played.
 */
public interface RandomizedBanditLearner extends BanditLearner {
    /**
     * Writes the law of the next {@link #select}: the probability of each arm. Takes O(K) time and leaves the learner as it
     * was.
     *
     * @param out overwritten with one probability an arm; its length must be {@link #arms}
     */
    void probabilities(double[] out);

    @Override
    RandomizedBanditLearner fork();
}
