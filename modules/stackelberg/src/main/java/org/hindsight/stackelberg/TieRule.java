// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

import java.util.random.RandomGenerator;

/** What a follower does who has several best responses; {@link TieBreaking} holds the usual rules. */
@FunctionalInterface
public interface TieRule {
    /**
     * Chooses one of the tied responses.
     *
     * @param game the game
     * @param commitment x
     * @param tied the tied responses in increasing order, in its first entries; not to be changed
     * @param count the number of tied responses, at least 1
     * @param random the randomness of the rule
     * @return one of {@code tied[0] .. tied[count - 1]}
     */
    int choose(StackelbergGame game, double[] commitment, int[] tied, int count, RandomGenerator random);
}
