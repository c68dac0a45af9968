// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.List;
import org.hindsight.games.RationalProfile;
import org.hipparchus.fraction.BigFraction;

/**
 * All equilibria of a game of two players, described by finitely many.
 *
 * <p>An equilibrium is extreme if its strategies are vertices of the best-reply polytopes. The extreme ones are the edges of
 * a graph between strategies of the row player and strategies of the column player. All equilibria are the union of the
 * {@linkplain #maximalSubsets() maximal Nash subsets}, which are convex, and these fall into the topologically connected
 * {@linkplain #components() components}. In a non-degenerate game every equilibrium is extreme, a component by itself, and
 * their number is odd.
 *
 * @param equilibria the extreme equilibria, each once, those that play early actions more first; certified to be exact
 * @param rowStrategies the strategies of the row player in extreme equilibria, each once, in the same order
 * @param columnStrategies those of the column player
 * @param maximalSubsets the maximal Nash subsets, in the order of their first equilibria
 * @param components the components as increasing lists of indices into {@code equilibria}, in the order of their first
 * @param degenerate whether some strategy has more best replies than actions that it plays
 * @param work the number of bases visited
 */
public record ExtremeEquilibria(
        List<ExactNashSolution> equilibria,
        List<List<BigFraction>> rowStrategies,
        List<List<BigFraction>> columnStrategies,
        List<NashSubset> maximalSubsets,
        List<List<Integer>> components,
        boolean degenerate,
        long work) {
    /**
     * A convex set of equilibria that is part of no larger one: every mixture of its row strategies against every mixture of
     * its column strategies.
     *
     * @param rowStrategies increasing indices into the row player's strategies
     * @param columnStrategies increasing indices into the column player's strategies
     */
    public record NashSubset(List<Integer> rowStrategies, List<Integer> columnStrategies) {
        /**
         * Copies its lists.
         *
         * @param rowStrategies increasing indices, at least one
         * @param columnStrategies increasing indices, at least one
         */
        public NashSubset {
            rowStrategies = List.copyOf(rowStrategies);
            columnStrategies = List.copyOf(columnStrategies);
        }
    }

    /**
     * Copies its lists.
     *
     * @param equilibria the extreme equilibria
     * @param rowStrategies the strategies of the row player in them
     * @param columnStrategies the strategies of the column player in them
     * @param maximalSubsets the maximal Nash subsets
     * @param components the components
     * @param degenerate whether some strategy has more best replies than actions that it plays
     * @param work the number of bases visited
     */
    public ExtremeEquilibria {
        equilibria = List.copyOf(equilibria);
        rowStrategies = List.copyOf(rowStrategies);
        columnStrategies = List.copyOf(columnStrategies);
        maximalSubsets = List.copyOf(maximalSubsets);
        components = components.stream().map(List::copyOf).toList();
    }

    /**
     * Returns the profiles of the extreme equilibria.
     *
     * @return in the order of {@link #equilibria()}
     */
    public List<RationalProfile> profiles() {
        return equilibria.stream().map(ExactNashSolution::profile).toList();
    }
}
