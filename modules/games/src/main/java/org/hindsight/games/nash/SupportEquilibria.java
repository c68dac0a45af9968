// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.List;

/**
 * What support enumeration found.
 *
 * <p>If no support is {@linkplain #undecided() undecided}, these are all equilibria. An equilibrium whose supports are
 * undecided is one of infinitely many, or cannot be told from such by the indifferences alone; {@link VertexEnumeration}
 * finds those.
 *
 * @param <S> the kind of solution, in doubles or exact
 * @param equilibria those that are the only ones with their supports, in the order of the search
 * @param undecided the pairs of supports whose indifferences have more than one solution and that nothing else rules out
 * @param work the number of pairs of supports that were not pruned
 */
public record SupportEquilibria<S>(List<S> equilibria, List<SupportPair> undecided, long work) {
    /**
     * The actions that each of two players plays.
     *
     * @param rows the row player's, increasing
     * @param columns the column player's, increasing
     */
    public record SupportPair(List<Integer> rows, List<Integer> columns) {
        /**
         * Copies its lists.
         *
         * @param rows the row player's actions
         * @param columns the column player's actions
         */
        public SupportPair {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /**
     * Copies its lists.
     *
     * @param equilibria the equilibria
     * @param undecided the pairs of supports left open
     * @param work the number of pairs of supports that were not pruned
     */
    public SupportEquilibria {
        equilibria = List.copyOf(equilibria);
        undecided = List.copyOf(undecided);
    }
}
