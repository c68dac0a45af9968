// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.nash.ExtremeEquilibria.NashSubset;

class EquilibriumGraphProperties {
    private static final int ROWS = 4;
    private static final int COLUMNS = 5;

    /** Against all pairs of sets: complete, and with no further strategy that is adjacent to all of the other side. */
    @Property(tries = 100)
    void maximalBicliquesAgreeWithBruteForce(@ForAll @IntRange(min = 1, max = 9) int density, @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        boolean[][] adjacent = new boolean[ROWS][COLUMNS];
        List<int[]> edges = new ArrayList<>();
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                // Every strategy is part of an equilibrium.
                adjacent[r][c] = random.nextInt(10) < density || c == r || (r == 0 && c == COLUMNS - 1);
                if (adjacent[r][c]) {
                    edges.add(new int[] {r, c});
                }
            }
        }
        Set<NashSubset> expected = new HashSet<>();
        for (int left = 1; left < 1 << ROWS; left++) {
            for (int right = 1; right < 1 << COLUMNS; right++) {
                if (right == commonColumns(adjacent, left) && left == commonRows(adjacent, right)) {
                    expected.add(new NashSubset(members(left), members(right)));
                }
            }
        }
        List<NashSubset> found = EquilibriumGraph.of(ROWS, COLUMNS, edges).maximalBicliques();
        assertThat(new HashSet<>(found)).hasSameSizeAs(found).isEqualTo(expected);

        List<List<Integer>> components =
                EquilibriumGraph.of(ROWS, COLUMNS, edges).components();
        assertThat(components.stream().flatMap(List::stream).sorted())
                .containsExactlyElementsOf(
                        IntStream.range(0, edges.size()).boxed().toList());
        for (int e = 0; e < edges.size(); e++) {
            for (int f = 0; f < edges.size(); f++) {
                if (edges.get(e)[0] == edges.get(f)[0] || edges.get(e)[1] == edges.get(f)[1]) {
                    assertThat(component(components, e)).isEqualTo(component(components, f));
                }
            }
        }
        // No more than by uniting edges that touch.
        int[] root = IntStream.range(0, ROWS + COLUMNS).toArray();
        for (int pass = 0; pass < ROWS + COLUMNS; pass++) {
            for (int[] edge : edges) {
                int least = Math.min(root[edge[0]], root[ROWS + edge[1]]);
                root[edge[0]] = least;
                root[ROWS + edge[1]] = least;
            }
        }
        assertThat(components).hasSize((int) IntStream.of(root).distinct().count());
    }

    private static int component(List<List<Integer>> components, int edge) {
        return IntStream.range(0, components.size())
                .filter(k -> components.get(k).contains(edge))
                .findFirst()
                .orElseThrow();
    }

    private static int commonColumns(boolean[][] adjacent, int left) {
        int common = 0;
        for (int c = 0; c < COLUMNS; c++) {
            int column = c;
            common |= members(left).stream().allMatch(r -> adjacent[r][column]) ? 1 << c : 0;
        }
        return common;
    }

    private static int commonRows(boolean[][] adjacent, int right) {
        int common = 0;
        for (int r = 0; r < ROWS; r++) {
            int row = r;
            common |= members(right).stream().allMatch(c -> adjacent[row][c]) ? 1 << r : 0;
        }
        return common;
    }

    private static List<Integer> members(int bits) {
        return IntStream.range(0, 31).filter(k -> (bits >>> k & 1) == 1).boxed().toList();
    }
}
