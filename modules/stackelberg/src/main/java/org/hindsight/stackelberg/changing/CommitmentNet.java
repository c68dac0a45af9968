// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.changing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * Finitely many commitments that stand for all.
 *
 * <p>A response profile sigma says how each type responds; the commitments that lead to it form a polytope, up to ties. The net of
 * {@link #ofVertices} holds, for each profile that some commitment leads to, the vertices of the closure of its polytope, each drawn by a
 * share delta towards the mean of the vertices, where ties are resolved as inside. Its best commitment is as good as any up to {@link
 * #LOSS}, for every sequence of types. {@link #ofGrid} is for larger games and promises nothing. Immutable.
 */
public final class CommitmentNet {
    /** What the best commitment of the net loses against any commitment; the parameter is the net. */
    public static final Bound<CommitmentNet> LOSS = Bound.<CommitmentNet>stating(
                    "sup_x sum_t u(x, y_t(x)) - max_{e in E} sum_t u(e, y_t(e)) <= T delta range(U)")
            .derivedFrom(
                    new Source("Balcan, Blum, Haghtalab, Procaccia", 2015, "Section 4", "doi:10.1145/2764468.2764478"))
            .assuming("Types respond best, to the lowest index on ties.")
            .assuming("The value is that of one round; the net is that of the vertices.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(net -> net.share <= 1 ? net.share * net.types.leaderRange() : Double.POSITIVE_INFINITY);

    /** The most rows and types for which vertices are enumerated. */
    public static final int MOST_ROWS = 5;

    /** The most types for which vertices are enumerated. */
    public static final int MOST_TYPES = 3;

    /** Two vertices closer than this are one, and constraints are met to within it. */
    private static final double TOLERANCE = 1e-9;

    private final FollowerTypes types;
    private final double share;
    private final double[][] points;

    private CommitmentNet(FollowerTypes types, double share, double[][] points) {
        this.types = types;
        this.share = share;
        this.points = points;
    }

    /**
     * Enumerates vertices. Complexity: for each of the profiles, all choices of m - 1 of its {@code m + sum (n_l - 1)} constraints.
     *
     * @param types at most {@link #MOST_TYPES}, of at most {@link #MOST_ROWS} rows
     * @param share delta, in (0, 1]; well above the 1e-9 within which payoffs count as tied
     * @return the net
     */
    public static CommitmentNet ofVertices(FollowerTypes types, double share) {
        if (Objects.requireNonNull(types, "types").dimension() > MOST_ROWS || types.size() > MOST_TYPES) {
            throw new IllegalArgumentException("types must be at most " + MOST_TYPES + " of at most " + MOST_ROWS
                    + " rows, were " + types.size() + " of " + types.dimension());
        }
        if (!(Checks.inUnitInterval(share, "share") > 0)) {
            throw new IllegalArgumentException("share must be above 0, was " + share);
        }
        List<double[]> points = new ArrayList<>();
        int[] profile = new int[types.size()];
        do {
            addProfile(types, profile, share, points);
        } while (advance(types, profile));
        return new CommitmentNet(types, share, points.toArray(double[][]::new));
    }

    /**
     * Takes all commitments whose probabilities are multiples of 1/d.
     *
     * @param types the types
     * @param divisions d, at least 1
     * @return the net, for which {@link #LOSS} promises nothing
     */
    public static CommitmentNet ofGrid(FollowerTypes types, int divisions) {
        Checks.atLeast(divisions, 1, "divisions");
        List<double[]> points = new ArrayList<>();
        addGrid(new double[types.dimension()], 0, divisions, divisions, points);
        return new CommitmentNet(types, Double.POSITIVE_INFINITY, points.toArray(double[][]::new));
    }

    private static void addGrid(double[] point, int row, int left, int divisions, List<double[]> points) {
        if (row == point.length - 1) {
            point[row] = (double) left / divisions;
            points.add(point.clone());
            return;
        }
        for (int here = left; here >= 0; here--) {
            point[row] = (double) here / divisions;
            addGrid(point, row + 1, left - here, divisions, points);
        }
    }

    private static boolean advance(FollowerTypes types, int[] profile) {
        for (int type = profile.length - 1; type >= 0; type--) {
            if (++profile[type] < types.game(type).responses()) {
                return true;
            }
            profile[type] = 0;
        }
        return false;
    }

    private static void addProfile(FollowerTypes types, int[] profile, double share, List<double[]> points) {
        List<double[]> vertices = vertices(constraints(types, profile), types.dimension());
        if (vertices.isEmpty()) {
            return;
        }
        double[] centre = new double[types.dimension()];
        for (double[] vertex : vertices) {
            for (int row = 0; row < centre.length; row++) {
                centre[row] += vertex[row] / vertices.size();
            }
        }
        for (int type = 0; type < profile.length; type++) {
            if (types.response(type, centre) != profile[type]) {
                // The closed polytope consists of ties that go to others.
                return;
            }
        }
        for (double[] vertex : vertices) {
            double[] point = new double[centre.length];
            for (int row = 0; row < centre.length; row++) {
                point[row] = (1 - share) * vertex[row] + share * centre[row];
            }
            points.add(point);
        }
    }

    /** Rows g with g.x >= 0: probabilities, then the advantages of the profile's responses, scaled to a largest entry of 1. */
    private static List<double[]> constraints(FollowerTypes types, int[] profile) {
        int m = types.dimension();
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < m; row++) {
            double[] unit = new double[m];
            unit[row] = 1;
            rows.add(unit);
        }
        for (int type = 0; type < profile.length; type++) {
            BimatrixStackelbergGame game = types.game(type);
            for (int k = 0; k < game.responses(); k++) {
                double[] advantage = new double[m];
                double largest = 0;
                for (int row = 0; row < m; row++) {
                    advantage[row] = game.followerPayoffAt(row, profile[type]) - game.followerPayoffAt(row, k);
                    largest = Math.max(largest, Math.abs(advantage[row]));
                }
                if (largest > 0) {
                    for (int row = 0; row < m; row++) {
                        advantage[row] /= largest;
                    }
                    rows.add(advantage);
                }
            }
        }
        return rows;
    }

    private static List<double[]> vertices(List<double[]> constraints, int m) {
        List<double[]> vertices = new ArrayList<>();
        int[] chosen = new int[m - 1];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = i;
        }
        double[][] system = new double[m][m + 1];
        do {
            for (int i = 0; i < chosen.length; i++) {
                System.arraycopy(constraints.get(chosen[i]), 0, system[i], 0, m);
                system[i][m] = 0;
            }
            Arrays.fill(system[m - 1], 1);
            double[] x = solve(system);
            if (x.length > 0 && isFeasible(constraints, x) && isNew(vertices, x)) {
                vertices.add(x);
            }
        } while (next(chosen, constraints.size()));
        return vertices;
    }

    /** The next choice in lexicographic order. */
    private static boolean next(int[] chosen, int size) {
        for (int i = chosen.length - 1; i >= 0; i--) {
            if (chosen[i] < size - chosen.length + i) {
                chosen[i]++;
                for (int j = i + 1; j < chosen.length; j++) {
                    chosen[j] = chosen[j - 1] + 1;
                }
                return true;
            }
        }
        return false;
    }

    /** Elimination with pivoting; an empty array if there is no single solution. Overwrites the system. */
    private static double[] solve(double[][] system) {
        int m = system.length;
        for (int column = 0; column < m; column++) {
            int pivot = column;
            for (int row = column + 1; row < m; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            double[] swapped = system[column];
            system[column] = system[pivot];
            system[pivot] = swapped;
            if (Math.abs(system[column][column]) < 1e-11) {
                return new double[0];
            }
            for (int row = 0; row < m; row++) {
                if (row != column) {
                    double factor = system[row][column] / system[column][column];
                    for (int c = column; c <= m; c++) {
                        system[row][c] -= factor * system[column][c];
                    }
                }
            }
        }
        double[] x = new double[m];
        for (int row = 0; row < m; row++) {
            x[row] = system[row][m] / system[row][row];
        }
        return x;
    }

    /** Also rounds probabilities that are negative by rounding to 0. */
    private static boolean isFeasible(List<double[]> constraints, double[] x) {
        for (double[] constraint : constraints) {
            double product = 0;
            for (int row = 0; row < x.length; row++) {
                product += constraint[row] * x[row];
            }
            if (product < -TOLERANCE) {
                return false;
            }
        }
        double sum = 0;
        for (int row = 0; row < x.length; row++) {
            x[row] = Math.max(0, x[row]);
            sum += x[row];
        }
        for (int row = 0; row < x.length; row++) {
            x[row] /= sum;
        }
        return true;
    }

    private static boolean isNew(List<double[]> vertices, double[] x) {
        for (double[] vertex : vertices) {
            double distance = 0;
            for (int row = 0; row < x.length; row++) {
                distance = Math.max(distance, Math.abs(vertex[row] - x[row]));
            }
            if (distance <= TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the types.
     *
     * @return the types
     */
    public FollowerTypes types() {
        return types;
    }

    /**
     * Returns the number of commitments.
     *
     * @return |E|, at least 1
     */
    public int size() {
        return points.length;
    }

    /**
     * Returns a commitment.
     *
     * @param index in 0 .. |E| - 1
     * @return a new array
     */
    public double[] commitment(int index) {
        return points[Checks.index(index, points.length, "index")].clone();
    }

    /**
     * Returns the best commitment of the net for given numbers of types.
     *
     * @param counts how often each type came, at least 0
     * @return its index, the lowest on ties
     */
    public int best(long... counts) {
        Checks.length(counts.length, types.size(), "counts");
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < points.length; index++) {
            double total = 0;
            for (int type = 0; type < counts.length; type++) {
                total += counts[type] * types.leaderPayoff(type, points[index]);
            }
            if (total > most) {
                most = total;
                best = index;
            }
        }
        return best;
    }
}
