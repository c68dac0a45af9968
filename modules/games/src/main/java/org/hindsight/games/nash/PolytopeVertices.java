// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * All vertices of a best-reply polytope but the origin, each once, in the order in which a depth-first search meets them.
 *
 * <p>The search walks along the edges of the lexicographically perturbed polytope, every vertex of which has exactly one
 * basis and whose graph is connected; each vertex of the polytope itself is the limit of at least one. Two bases of the same
 * vertex have the same tight constraints, and two vertices do not, so that sets of labels tell vertices apart.
 */
final class PolytopeVertices {
    /**
     * A vertex.
     *
     * @param labels the constraints that hold with equality
     * @param numerators its coordinates up to a common factor; written to by nobody
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Vertex(LabelSet labels, BigInteger[] numerators) {}

    private final WholeTableau tableau;
    private final Function<WholeTableau, BigInteger[]> numerators;
    private final long basisLimit;
    private final Set<LabelSet> bases = new HashSet<>();
    private final Set<LabelSet> seen = new HashSet<>();
    private final List<Vertex> vertices = new ArrayList<>();

    private PolytopeVertices(WholeTableau tableau, Function<WholeTableau, BigInteger[]> numerators, long basisLimit) {
        this.tableau = tableau;
        this.numerators = numerators;
        this.basisLimit = basisLimit;
    }

    /** Starts at the origin, where the tableau must be. */
    static PolytopeVertices search(
            WholeTableau tableau, Function<WholeTableau, BigInteger[]> numerators, long basisLimit) {
        PolytopeVertices search = new PolytopeVertices(tableau, numerators, basisLimit);
        search.run();
        return search;
    }

    List<Vertex> vertices() {
        return vertices;
    }

    long basesVisited() {
        return bases.size();
    }

    /** Whether some vertex has more labels than the polytope has dimensions. */
    boolean isDegenerate() {
        for (Vertex vertex : vertices) {
            if (vertex.labels().size() > tableau.columns) {
                return true;
            }
        }
        return false;
    }

    /** Goes back by pivoting again in the same place, for paths of the search can be too long for recursion. */
    private void run() {
        LabelSet basis = new LabelSet(tableau.rows + tableau.columns);
        for (int row = 0; row < tableau.rows; row++) {
            basis.add(tableau.rowLabel(row));
        }
        bases.add(basis);
        List<LabelSet> path = new ArrayList<>();
        List<int[]> pivots = new ArrayList<>();
        path.add(basis);
        int column = 0;
        while (true) {
            if (column == tableau.columns) {
                if (pivots.isEmpty()) {
                    return;
                }
                int[] last = pivots.remove(pivots.size() - 1);
                path.remove(path.size() - 1);
                tableau.pivot(last[0], last[1]);
                column = last[1] + 1;
                continue;
            }
            int row = tableau.leavingRow(column);
            LabelSet next = path.get(path.size() - 1).exchanging(tableau.columnLabel(column), tableau.rowLabel(row));
            if (!bases.add(next)) {
                column++;
                continue;
            }
            if (bases.size() > basisLimit) {
                throw new EquilibriumException(
                        "vertex enumeration visited more than " + basisLimit + " bases",
                        Double.POSITIVE_INFINITY,
                        basisLimit);
            }
            tableau.pivot(row, column);
            path.add(next);
            pivots.add(new int[] {row, column});
            visit();
            column = 0;
        }
    }

    private void visit() {
        LabelSet labels = new LabelSet(tableau.rows + tableau.columns);
        for (int column = 0; column < tableau.columns; column++) {
            labels.add(tableau.columnLabel(column));
        }
        for (int row = 0; row < tableau.rows; row++) {
            if (tableau.isZero(row)) {
                labels.add(tableau.rowLabel(row));
            }
        }
        if (seen.add(labels)) {
            vertices.add(new Vertex(labels, numerators.apply(tableau)));
        }
    }
}
