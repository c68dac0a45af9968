// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hipparchus.fraction.BigFraction;

/**
 * All extreme equilibria of a game of two players, degenerate or not, in exact arithmetic.
 *
 * <p>Enumerates the vertices of both best-reply polytopes and pairs those that have all labels between them. Payoffs in
 * doubles are taken for exactly what they are. A vertex without degeneracies has only one possible partner without, which is
 * looked up; the others are tried. The equilibria in turn are grouped into maximal Nash subsets and components. The search
 * pivots in doubles with error bounds, and in whole numbers where these leave a doubt, so that nothing is rounded in the end.
 *
 * <p>Complexity: a polytope of dimension d with f facets has at most C(f - ceil(d/2), floor(d/2)) + C(f - 1 - ceil((d-1)/2),
 * floor((d-1)/2)) vertices (P. McMullen, 1970), which is 4,004 for 10 actions each, 24,752 for 12 and 155,040 for 14. Each
 * costs two or three pivots and takes a set of labels, some ten bytes. Games beyond the basis limit are refused with an
 * exception. Immutable and thread-safe.
 *
 * <p>Sources: O. Mangasarian (1964), "Equilibrium points of bimatrix games"; D. Avis, G. Rosenberg, R. Savani and B. von
 * Stengel (2010), "Enumeration of Nash equilibria for two-player games". See {@code proofs-notes/vertex-enumeration.md}.
 */
public final class VertexEnumeration {
    /** The basis limit of {@link #standard()}. */
    public static final long DEFAULT_BASIS_LIMIT = 2_000_000;

    private static final String METHOD = "vertex enumeration";

    private static final VertexEnumeration STANDARD = new VertexEnumeration(DEFAULT_BASIS_LIMIT, 1);

    private static final Comparator<List<BigFraction>> EARLY_ACTIONS_FIRST = (x, y) -> {
        for (int a = 0; a < x.size(); a++) {
            int order = y.get(a).compareTo(x.get(a));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private final long basisLimit;
    private final int threads;

    private VertexEnumeration(long basisLimit, int threads) {
        this.basisLimit = basisLimit;
        this.threads = threads;
    }

    /**
     * Returns the solver that visits at most {@value #DEFAULT_BASIS_LIMIT} bases of each polytope.
     *
     * @return the solver
     */
    public static VertexEnumeration standard() {
        return STANDARD;
    }

    /**
     * Returns the solver with another limit on the work.
     *
     * @param bases the largest number of bases to visit in each polytope, at least 1
     * @return a solver
     */
    public VertexEnumeration withBasisLimit(long bases) {
        if (!(bases >= 1)) {
            throw new IllegalArgumentException("basisLimit must be at least 1, was " + bases);
        }
        return new VertexEnumeration(bases, threads);
    }

    /**
     * Returns the solver that divides the work among threads of the common pool, which changes no result.
     *
     * @param count the number of parts, at least 1; worth more than 1 from about 14 actions each
     * @return a solver
     */
    public VertexEnumeration withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + count);
        }
        return new VertexEnumeration(basisLimit, count);
    }

    /**
     * Returns all extreme equilibria of a game in doubles, which are taken for exactly what they are.
     *
     * @param game the game
     * @return the equilibria, at least one
     * @throws EquilibriumException if a polytope has more bases than the limit
     */
    public ExtremeEquilibria solve(BimatrixGame game) {
        return solve(RationalGame.exactly(game.toNormalForm()));
    }

    /**
     * Returns all extreme equilibria.
     *
     * @param game a game of two players
     * @return the equilibria, at least one
     * @throws IllegalArgumentException if the game does not have two players
     * @throws EquilibriumException if a polytope has more bases than the limit
     */
    public ExtremeEquilibria solve(RationalGame game) {
        BestReplyPolytopes polytopes = BestReplyPolytopes.of(game.form());
        PolytopeVertices rowPlayer = polytopes.verticesOfRowPlayer(game, basisLimit, threads);
        PolytopeVertices columnPlayer = polytopes.verticesOfColumnPlayer(game, basisLimit, threads);
        List<int[]> pairs = completelyLabelled(rowPlayer.vertices(), columnPlayer.vertices(), polytopes);

        Strategies rows = new Strategies(rowPlayer, pairs, 0);
        Strategies columns = new Strategies(columnPlayer, pairs, 1);
        List<int[]> edges = new ArrayList<>();
        for (int[] pair : pairs) {
            edges.add(new int[] {rows.rank(pair[0]), columns.rank(pair[1])});
        }
        edges.sort(Comparator.<int[]>comparingInt(edge -> edge[0]).thenComparingInt(edge -> edge[1]));

        long work = rowPlayer.basesVisited() + columnPlayer.basesVisited();
        List<ExactNashSolution> equilibria = new ArrayList<>();
        for (int[] edge : edges) {
            RationalProfile profile =
                    RationalProfile.of(List.of(rows.sorted.get(edge[0]), columns.sorted.get(edge[1])));
            equilibria.add(ExactNashSolution.of(game, profile, METHOD, work));
        }
        EquilibriumGraph graph = EquilibriumGraph.of(rows.sorted.size(), columns.sorted.size(), edges);
        return new ExtremeEquilibria(
                equilibria,
                rows.sorted,
                columns.sorted,
                graph.maximalBicliques(),
                graph.components(),
                rowPlayer.isDegenerate() || columnPlayer.isDegenerate(),
                work);
    }

    /** The pairs of vertices that have all labels between them. */
    private static List<int[]> completelyLabelled(LabelSets xs, LabelSets ys, BestReplyPolytopes polytopes) {
        int[] degenerate = IntStream.range(0, ys.size())
                .filter(y -> ys.count(y) > polytopes.columns)
                .toArray();
        List<int[]> pairs = new ArrayList<>();
        long[] own = new long[LabelSets.words(polytopes.labels())];
        long[] missing = new long[own.length];
        for (int x = 0; x < xs.size(); x++) {
            xs.get(x, own);
            Arrays.fill(missing, 0);
            for (int label = 0; label < polytopes.labels(); label++) {
                if (!LabelSets.contains(own, label)) {
                    LabelSets.add(missing, 0, label);
                }
            }
            if (xs.count(x) == polytopes.rows) {
                int partner = ys.indexOf(missing);
                if (partner >= 0) {
                    pairs.add(new int[] {x, partner});
                }
                for (int y : degenerate) {
                    if (ys.covers(y, missing)) {
                        pairs.add(new int[] {x, y});
                    }
                }
            } else {
                for (int y = 0; y < ys.size(); y++) {
                    if (ys.covers(y, missing)) {
                        pairs.add(new int[] {x, y});
                    }
                }
            }
        }
        return pairs;
    }

    /** The strategies of one player that occur in pairs, sorted. */
    private static final class Strategies {
        private final List<List<BigFraction>> sorted = new ArrayList<>();
        /** The place of each vertex among them. */
        private final int[] ranks;

        Strategies(PolytopeVertices vertices, List<int[]> pairs, int player) {
            ranks = new int[vertices.vertices().size()];
            BitSet used = new BitSet();
            for (int[] pair : pairs) {
                used.set(pair[player]);
            }
            List<Numbered> strategies = new ArrayList<>();
            used.stream()
                    .forEach(vertex -> strategies.add(
                            new Numbered(vertex, BestReplyPolytopes.normalised(vertices.numerators(vertex)))));
            strategies.sort(Comparator.comparing(Numbered::strategy, EARLY_ACTIONS_FIRST));
            for (Numbered next : strategies) {
                ranks[next.vertex()] = sorted.size();
                sorted.add(next.strategy());
            }
        }

        int rank(int vertex) {
            return ranks[vertex];
        }

        private record Numbered(int vertex, List<BigFraction> strategy) {}
    }
}
