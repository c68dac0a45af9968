// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * All extreme equilibria of a small bimatrix game, by brute force in exact arithmetic: every basis of both best-response
 * polytopes, every pair of vertices. Complete for degenerate games too; shares nothing with any solver.
 */
public final class ExtremeEquilibria {
    private record Vertex(List<BigFraction> point, BitSet labels) {}

    private ExtremeEquilibria() {}

    /** The extreme equilibria, in the order of the vertices of the row player's polytope. */
    public static List<RationalProfile> of(RationalGame game) {
        int m = game.actions(0);
        int n = game.actions(1);
        BigFraction[][] a = positive(game, 0, m, n);
        BigFraction[][] b = positive(game, 1, m, n);
        BigFraction[][] transposed = new BigFraction[n][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j][i] = b[i][j];
            }
        }
        // Labels: rows 0 .. m-1, then columns.
        List<Vertex> first = vertices(transposed, 0, m);
        List<Vertex> second = vertices(a, m, 0);
        List<RationalProfile> equilibria = new ArrayList<>();
        for (Vertex x : first) {
            for (Vertex y : second) {
                BitSet union = (BitSet) x.labels().clone();
                union.or(y.labels());
                if (union.cardinality() == m + n) {
                    equilibria.add(RationalProfile.of(List.of(normalised(x.point()), normalised(y.point()))));
                }
            }
        }
        return equilibria;
    }

    private static BigFraction[][] positive(RationalGame game, int player, int m, int n) {
        BigFraction least = game.payoffAt(player, 0);
        for (int index = 1; index < m * n; index++) {
            BigFraction u = game.payoffAt(player, index);
            least = u.compareTo(least) < 0 ? u : least;
        }
        BigFraction[][] matrix = new BigFraction[m][n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = game.payoff(player, i, j).subtract(least).add(1);
            }
        }
        return matrix;
    }

    /** Non-zero vertices of {x >= 0, M x <= 1}; x_k = 0 has label zeroLabel + k, row r tight has tightLabel + r. */
    private static List<Vertex> vertices(BigFraction[][] matrix, int zeroLabel, int tightLabel) {
        int rows = matrix.length;
        int d = matrix[0].length;
        List<Vertex> vertices = new ArrayList<>();
        for (int support = 1; support < 1 << d; support++) {
            int size = Integer.bitCount(support);
            for (int tight = 1; tight < 1 << rows; tight++) {
                if (Integer.bitCount(tight) == size) {
                    solve(matrix, support, tight)
                            .map(x -> vertex(matrix, x, zeroLabel, tightLabel))
                            .filter(vertex -> !vertex.labels().isEmpty() && !vertices.contains(vertex))
                            .ifPresent(vertices::add);
                }
            }
        }
        return vertices;
    }

    private static Vertex vertex(BigFraction[][] matrix, BigFraction[] x, int zeroLabel, int tightLabel) {
        BitSet labels = new BitSet();
        for (int k = 0; k < x.length; k++) {
            if (x[k].signum() < 0) {
                return new Vertex(List.of(), new BitSet());
            }
            labels.set(zeroLabel + k, x[k].signum() == 0);
        }
        for (int r = 0; r < matrix.length; r++) {
            BigFraction sum = BigFraction.ZERO;
            for (int k = 0; k < x.length; k++) {
                sum = sum.add(matrix[r][k].multiply(x[k]));
            }
            int sign = sum.compareTo(BigFraction.ONE);
            if (sign > 0) {
                return new Vertex(List.of(), new BitSet());
            }
            labels.set(tightLabel + r, sign == 0);
        }
        return new Vertex(List.of(x), labels);
    }

    /** The x supported in a set with M x = 1 in as many rows, if there is exactly one. */
    private static Optional<BigFraction[]> solve(BigFraction[][] matrix, int support, int tight) {
        int size = Integer.bitCount(support);
        int d = matrix[0].length;
        BigFraction[][] system = new BigFraction[size][size + 1];
        int row = 0;
        for (int r = 0; r < matrix.length; r++) {
            if ((tight >> r & 1) == 1) {
                int column = 0;
                for (int k = 0; k < d; k++) {
                    if ((support >> k & 1) == 1) {
                        system[row][column++] = matrix[r][k];
                    }
                }
                system[row++][size] = BigFraction.ONE;
            }
        }
        for (int c = 0; c < size; c++) {
            int pivot = c;
            while (pivot < size && system[pivot][c].signum() == 0) {
                pivot++;
            }
            if (pivot == size) {
                return Optional.empty();
            }
            BigFraction[] swap = system[pivot];
            system[pivot] = system[c];
            system[c] = swap;
            for (int r = 0; r < size; r++) {
                if (r != c && system[r][c].signum() != 0) {
                    BigFraction factor = system[r][c].divide(system[c][c]);
                    for (int k = c; k <= size; k++) {
                        system[r][k] = system[r][k].subtract(factor.multiply(system[c][k]));
                    }
                }
            }
        }
        BigFraction[] x = new BigFraction[d];
        int column = 0;
        for (int k = 0; k < d; k++) {
            boolean inside = (support >> k & 1) == 1;
            x[k] = inside ? system[column][size].divide(system[column][column]) : BigFraction.ZERO;
            column += inside ? 1 : 0;
        }
        return Optional.of(x);
    }

    private static List<BigFraction> normalised(List<BigFraction> point) {
        BigFraction sum = BigFraction.ZERO;
        for (BigFraction x : point) {
            sum = sum.add(x);
        }
        BigFraction total = sum;
        return point.stream().map(x -> x.divide(total)).toList();
    }
}
