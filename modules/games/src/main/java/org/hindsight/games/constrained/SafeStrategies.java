// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The vertices of a player's set of safe strategies: the simplex cut by one half-space for each cost.
 *
 * <p>A vertex has t + 1 actions and spends t budgets exactly, for some t of at most the number k of costs, so there are at most
 * {@code sum_t C(n, t + 1) C(k, t)} of them. All of these are tried: with one cost, actions within budget and mixtures of two that
 * spend it. Numbers are compared to within {@value #TOLERANCE} of the largest distance from the budget. Immutable.
 */
public final class SafeStrategies {
    /** The largest number of candidates. */
    public static final int MAX_CANDIDATES = 500_000;

    private static final double TOLERANCE = 1e-12;

    private final int actions;
    private final List<int[]> supports;
    private final List<double[]> shares;

    private SafeStrategies(int actions, List<int[]> supports, List<double[]> shares) {
        this.actions = actions;
        this.supports = supports;
        this.shares = shares;
    }

    /**
     * Finds a player's safe vertices.
     *
     * @param game the game
     * @param player in 0 .. players - 1
     * @return the vertices, by size of support, then by support
     * @throws IllegalArgumentException if there are more than {@value #MAX_CANDIDATES} candidates
     */
    public static SafeStrategies of(BudgetedGame game, int player) {
        Objects.requireNonNull(game, "game");
        int n = game.game().actions(Checks.index(player, game.game().players(), "player"));
        List<double[]> rows = new ArrayList<>();
        for (int r = 0; r < game.costs(player); r++) {
            double scale = game.scale(player, r);
            double[] row = new double[n];
            boolean binds = false;
            for (int k = 0; k < n; k++) {
                row[k] = scale > 0 ? game.excess(player, r, k) / scale : 0;
                binds |= row[k] > 0;
            }
            if (binds) {
                rows.add(row);
            }
        }
        double candidates = 0;
        for (int t = 0; t <= Math.min(rows.size(), n - 1); t++) {
            candidates += choose(n, t + 1) * choose(rows.size(), t);
        }
        if (candidates > MAX_CANDIDATES) {
            throw new IllegalArgumentException("player " + player + " must have at most " + MAX_CANDIDATES
                    + " candidate vertices, had " + candidates + " with " + n + " actions and " + rows.size()
                    + " costs");
        }
        List<int[]> supports = new ArrayList<>();
        List<double[]> shares = new ArrayList<>();
        double[][] costs = rows.toArray(new double[0][]);
        for (int t = 0; t <= Math.min(costs.length, n - 1); t++) {
            int[] support = first(t + 1);
            do {
                int before = shares.size();
                int[] tight = first(t);
                do {
                    double[] x = mixture(costs, support, tight);
                    if (x != null && isSafe(costs, support, x) && isNew(shares, before, x)) {
                        supports.add(support.clone());
                        shares.add(x);
                    }
                } while (next(tight, costs.length));
            } while (next(support, n));
        }
        if (supports.isEmpty()) {
            throw new IllegalStateException("no vertex found in " + game + " for player " + player);
        }
        return new SafeStrategies(n, supports, shares);
    }

    private static double choose(int n, int k) {
        double product = 1;
        for (int l = 0; l < k; l++) {
            product = product * (n - l) / (l + 1);
        }
        return product;
    }

    private static int[] first(int size) {
        int[] set = new int[size];
        for (int l = 0; l < size; l++) {
            set[l] = l;
        }
        return set;
    }

    /** Moves on to the next subset of the same size in lexicographic order; false after the last. */
    private static boolean next(int[] set, int n) {
        int at = set.length - 1;
        while (at >= 0 && set[at] == n - set.length + at) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        set[at]++;
        for (int l = at + 1; l < set.length; l++) {
            set[l] = set[l - 1] + 1;
        }
        return true;
    }

    /** The mixture on a support that spends some budgets exactly; null if it is not unique or has an entry that is not positive. */
    private static double @Nullable [] mixture(double[][] costs, int[] support, int[] tight) {
        int size = support.length;
        double[][] system = new double[size][size + 1];
        Arrays.fill(system[0], 1);
        for (int row = 1; row < size; row++) {
            for (int l = 0; l < size; l++) {
                system[row][l] = costs[tight[row - 1]][support[l]];
            }
        }
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                pivot = Math.abs(system[i][k]) > Math.abs(system[pivot][k]) ? i : pivot;
            }
            double[] swap = system[k];
            system[k] = system[pivot];
            system[pivot] = swap;
            if (Math.abs(system[k][k]) < TOLERANCE) {
                return null;
            }
            for (int i = 0; i < size; i++) {
                double factor = i == k ? 0 : system[i][k] / system[k][k];
                for (int l = k; factor != 0 && l <= size; l++) {
                    system[i][l] -= factor * system[k][l];
                }
            }
        }
        double[] x = new double[size];
        double sum = 0;
        for (int k = 0; k < size; k++) {
            x[k] = system[k][size] / system[k][k];
            if (!(x[k] > TOLERANCE)) {
                return null;
            }
            sum += x[k];
        }
        for (int k = 0; k < size; k++) {
            x[k] /= sum;
        }
        return x;
    }

    private static boolean isSafe(double[][] costs, int[] support, double[] x) {
        for (double[] cost : costs) {
            double spent = 0;
            for (int l = 0; l < x.length; l++) {
                spent += x[l] * cost[support[l]];
            }
            if (!(spent <= TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    /** Whether none of the shares found on this support, from a position on, is the same. */
    private static boolean isNew(List<double[]> shares, int from, double[] x) {
        for (int v = from; v < shares.size(); v++) {
            double distance = 0;
            for (int l = 0; l < x.length; l++) {
                distance = Math.max(distance, Math.abs(x[l] - shares.get(v)[l]));
            }
            if (distance <= TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the number of vertices.
     *
     * @return at least 1
     */
    public int count() {
        return shares.size();
    }

    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    public int actions() {
        return actions;
    }

    /**
     * Returns a vertex.
     *
     * @param vertex in 0 .. count - 1
     * @return a new array, a probability for each action
     */
    public double[] vertex(int vertex) {
        double[] strategy = new double[actions];
        addTo(Checks.index(vertex, count(), "vertex"), 1, strategy);
        return strategy;
    }

    /**
     * Returns the largest expectation of a function of the action under a safe strategy.
     *
     * @param values a number for each action
     * @return the largest expectation
     */
    public double largest(double... values) {
        Checks.length(values.length, actions, "values");
        double largest = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < shares.size(); v++) {
            largest = Math.max(largest, expectation(v, values));
        }
        return largest;
    }

    double expectation(int vertex, double[] values) {
        int[] support = supports.get(vertex);
        double[] share = shares.get(vertex);
        double sum = 0;
        for (int l = 0; l < share.length; l++) {
            sum += share[l] * values[support[l]];
        }
        return sum;
    }

    void addTo(int vertex, double weight, double[] sum) {
        int[] support = supports.get(vertex);
        double[] share = shares.get(vertex);
        for (int l = 0; l < share.length; l++) {
            sum[support[l]] += weight * share[l];
        }
    }

    @Override
    public String toString() {
        return count() + " safe vertices over " + actions + " actions";
    }
}
