// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hindsight.games.nash.ExtremeEquilibria.NashSubset;

/**
 * The bipartite graph whose edges are the extreme equilibria, between the strategies that occur in them.
 *
 * <p>Two strategies whose neighbourhoods meet can be mixed against what is common to both, so that the maximal Nash subsets
 * are the maximal complete bipartite subgraphs: their left sides are exactly the non-empty intersections of neighbourhoods
 * of strategies on the right.
 */
final class EquilibriumGraph {
    private final List<int[]> edges;
    private final BitSet[] columnsOf;
    private final BitSet[] rowsOf;

    private EquilibriumGraph(int rows, int columns, List<int[]> edges) {
        this.edges = edges;
        columnsOf = new BitSet[rows];
        rowsOf = new BitSet[columns];
        Arrays.setAll(columnsOf, row -> new BitSet());
        Arrays.setAll(rowsOf, column -> new BitSet());
        for (int[] edge : edges) {
            columnsOf[edge[0]].set(edge[1]);
            rowsOf[edge[1]].set(edge[0]);
        }
    }

    static EquilibriumGraph of(int rows, int columns, List<int[]> edges) {
        return new EquilibriumGraph(rows, columns, edges);
    }

    /** Complexity: the number of subsets times that of column strategies. */
    List<NashSubset> maximalBicliques() {
        Set<BitSet> leftSides = new LinkedHashSet<>();
        for (BitSet neighbours : rowsOf) {
            List<BitSet> additions = new ArrayList<>(List.of(neighbours));
            for (BitSet known : leftSides) {
                if (known.intersects(neighbours)) {
                    BitSet common = (BitSet) known.clone();
                    common.and(neighbours);
                    additions.add(common);
                }
            }
            leftSides.addAll(additions);
        }
        List<NashSubset> subsets = new ArrayList<>();
        for (BitSet left : leftSides) {
            BitSet right = new BitSet();
            right.set(0, rowsOf.length);
            left.stream().forEach(row -> right.and(columnsOf[row]));
            subsets.add(new NashSubset(
                    left.stream().boxed().toList(), right.stream().boxed().toList()));
        }
        subsets.sort(Comparator.comparing(NashSubset::rowStrategies, EquilibriumGraph::compare)
                .thenComparing(NashSubset::columnStrategies, EquilibriumGraph::compare));
        return subsets;
    }

    private static int compare(List<Integer> first, List<Integer> second) {
        for (int k = 0; k < Math.min(first.size(), second.size()); k++) {
            int order = Integer.compare(first.get(k), second.get(k));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.size(), second.size());
    }

    /** The components as lists of edges. */
    List<List<Integer>> components() {
        int[] component = new int[columnsOf.length];
        Arrays.fill(component, -1);
        List<List<Integer>> components = new ArrayList<>();
        for (int e = 0; e < edges.size(); e++) {
            int row = edges.get(e)[0];
            if (component[row] < 0) {
                reach(row, components.size(), component);
                components.add(new ArrayList<>());
            }
            components.get(component[row]).add(e);
        }
        return components;
    }

    private void reach(int start, int name, int[] component) {
        BitSet open = new BitSet();
        open.set(start);
        while (!open.isEmpty()) {
            int row = open.nextSetBit(0);
            open.clear(row);
            component[row] = name;
            columnsOf[row].stream().forEach(column -> rowsOf[column].stream()
                    .filter(other -> component[other] < 0)
                    .forEach(open::set));
        }
    }
}
