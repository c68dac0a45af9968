// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.random.RandomGenerator;

/**
 * Where a bandit learner's rewards come from.
 *
 * <p>Implementations are final classes, so that a loop that sees only one of them compiles to straight code. A reward
 * allocates nothing.
 */
public interface BanditEnvironment {
    /**
     * Returns the number of arms.
     *
     * @return at least 1
     */
    int arms();

    /**
     * Pulls an arm.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param random the environment's randomness; environments that hold their own do not read it
     * @return the reward, in [0, 1]
     */
    double reward(int arm, RandomGenerator random);

    /** Returns the environment to its initial state, without allocation. */
    void reset();
}
