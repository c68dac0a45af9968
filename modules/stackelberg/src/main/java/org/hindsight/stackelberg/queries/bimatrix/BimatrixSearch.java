// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries.bimatrix;

import org.hindsight.stackelberg.Leader;

/**
 * A leader in a bimatrix game who asks queries, one a round, and then commits for good.
 *
 * <p>While it searches, the commitment is the query and the response its answer. When it has finished, the commitment is the result, and further responses
 * change nothing. A search allocates when it works out a query.
 */
public interface BimatrixSearch extends Leader {
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

    /**
     * Returns the response that the result is meant to induce.
     *
     * @return a response
     * @throws IllegalStateException if the search has not finished
     */
    int inducedResponse();

    @Override
    BimatrixSearch fork();
}
