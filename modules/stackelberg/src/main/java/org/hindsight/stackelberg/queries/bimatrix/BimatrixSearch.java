// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries.bimatrix;

import org.hindsight.stackelberg.queries.CommitmentSearch;

/** A search for the best commitment in a bimatrix game. It allocates when it works out a query. */
public interface BimatrixSearch extends CommitmentSearch {
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
