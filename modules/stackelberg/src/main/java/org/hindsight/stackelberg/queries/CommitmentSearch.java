// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import org.hindsight.core.Checks;

/**
 * A leader who asks queries, one a round, and then commits for good.
 *
 * <p>While it searches, the commitment is the query and the response its answer. When it has finished, the commitment is the result, and
 * further responses are ignored. The search ends with its last answer: the next commitment is the result already.
 */
public interface CommitmentSearch extends SteadyLeader {
    /**
     * Returns whether all queries have been asked and answered.
     *
     * @return true if the commitment is the result
     */
    boolean isFinished();

    /**
     * Returns how many queries have been answered.
     *
     * @return at least 0
     */
    long queries();

    @Override
    default boolean isListening() {
        return !isFinished();
    }

    @Override
    default long steadyRounds() {
        return isFinished() ? Long.MAX_VALUE : 1;
    }

    @Override
    default void skip(long rounds) {
        Checks.atLeast(rounds, 0L, "rounds");
        if (rounds > 0 && !isFinished()) {
            throw new IllegalStateException("a search that has not finished listens to every round");
        }
    }

    @Override
    CommitmentSearch fork();
}
