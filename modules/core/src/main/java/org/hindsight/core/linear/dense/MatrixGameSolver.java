// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;
import java.util.Objects;

/**
 * Solves zero-sum matrix games: both players' optimal strategies from one run of the simplex method.
 *
 * <p>With the payoffs shifted and scaled to a positive matrix B, the column player's program is "maximise 1.y subject to
 * B y at most 1, y at least 0": the value is one over the maximum, the normalised y his strategy, the normalised
 * multipliers hers. The slack basis is feasible, so there is no first phase, and the smaller side is made the rows. The
 * primal simplex method prices by exact steepest edge, whose pivots number about 0.4 n^1.25 on uniformly random n by n
 * games (2700 at n = 1000) against ten times as many by largest reduced cost. Games in which a player has one or two
 * actions are solved by the envelope of lines.
 *
 * <p>Every answer is measured on the payoffs themselves: {@link SolveStatus#OPTIMAL} means that the duality gap is at
 * most {@link #TOLERANCE} times the payoff range. What misses a thousandth of that is first solved again from the payoffs
 * with the basis that was reached; what then misses the tolerance is refactored there and continued. What is still not
 * certified is returned as {@link SolveStatus#NUMERICAL_FAILURE}; {@link
 * org.hindsight.core.linear.LinearProgramSolver#solve(MatrixGame)} turns to other solvers then.
 *
 * <p>An offset common to all payoffs costs no more accuracy than it did when the payoffs were rounded to it. Results
 * depend on the game alone, with the same bits on every platform. A solver keeps its arrays from game to game and is for
 * one thread. Complexity: O(rows columns) a pivot and as much memory. Proof note: {@code
 * proofs-notes/linear-program-kernels.md}. Sources: G. Dantzig (1951) for the program; J. Forrest, D. Goldfarb (1992),
 * "Steepest-edge simplex algorithms for linear programming".
 *
 * <pre>{@code
 * MatrixGameSolution answer = new MatrixGameSolver().solve(MatrixGame.of(2, 2, 2, -1, -1, 1));
 * answer.value();        // 0.2
 * answer.rowStrategy();  // 0.4, 0.6
 * }</pre>
 */
public final class MatrixGameSolver {
    /** The largest duality gap of an optimum, relative to the range of the payoffs. */
    public static final double TOLERANCE = 1e-9;

    private static final double POLISH_ABOVE = 1e-12;
    private static final int RESTARTS = 2;

    private final TwoActionGame twoActions = new TwoActionGame();
    private final MatrixGameTableau tableau = new MatrixGameTableau();
    private final DualityGap certificate = new DualityGap();
    private final DenseLu lu = new DenseLu();
    private double[] ofRows = {};
    private double[] ofColumns = {};
    private double[] ones = {};
    private double[] solved = {};
    private int[] tight = {};
    private double[] bestX = {};
    private double[] bestY = {};
    private double bestGap;

    /** Creates a solver without arrays, which grow with the games it is given. */
    public MatrixGameSolver() {}

    /**
     * Solves a game.
     *
     * @param game the game
     * @return optimal strategies, or a failure that says so
     */
    public MatrixGameSolution solve(MatrixGame game) {
        Objects.requireNonNull(game, "game");
        double least = game.payoffs()[0];
        double most = least;
        for (double payoff : game.payoffs()) {
            least = payoff < least ? payoff : least;
            most = payoff > most ? payoff : most;
        }
        bestGap = Double.POSITIVE_INFINITY;
        bestX = new double[game.rows()];
        bestY = new double[game.columns()];
        if (game.rows() == 1 || game.columns() == 1 || least == most) {
            pure(game);
            return solution(game, 0, "pure strategies");
        }
        if (game.rows() == 2 || game.columns() == 2) {
            envelope(game);
            if (bestGap <= POLISH_ABOVE) {
                return solution(game, 0, "envelope of lines");
            }
        }
        simplex(game, least, most - least);
        return solution(game, tableau.pivots(), "primal simplex, steepest edge");
    }

    private MatrixGameSolution solution(MatrixGame game, int pivots, String method) {
        return MatrixGameSolution.measured(certificate, game, bestX, bestY, pivots, method);
    }

    /** Someone has one action, or no action matters: the best reply to it, or the first. */
    private void pure(MatrixGame game) {
        double[] payoffs = game.payoffs();
        int row = 0;
        int column = 0;
        for (int k = 1; k < payoffs.length; k++) {
            if (game.columns() == 1 && payoffs[k] > payoffs[row]) {
                row = k;
            }
            if (game.rows() == 1 && payoffs[k] < payoffs[column]) {
                column = k;
            }
        }
        bestX[row] = 1;
        bestY[column] = 1;
    }

    private void envelope(MatrixGame game) {
        boolean transposed = game.rows() > 2;
        twoActions.solve(game, transposed);
        double[] two = new double[2];
        two[0] = twoActions.probabilityOfFirstAction();
        two[1] = 1 - two[0];
        double[] many = new double[transposed ? game.rows() : game.columns()];
        many[twoActions.second()] = 1 - twoActions.weightOfFirst();
        many[twoActions.first()] += twoActions.weightOfFirst();
        propose(game, transposed ? many : two, transposed ? two : many);
    }

    private void simplex(MatrixGame game, double least, double range) {
        tableau.begin(game, least, range);
        int m = tableau.height();
        int n = tableau.width();
        if (ofRows.length < m || ofColumns.length < n) {
            ofRows = new double[m];
            ofColumns = new double[n];
            ones = new double[m];
            Arrays.fill(ones, 1);
            solved = new double[m];
            tight = new int[m];
        }
        int limit = 50 * (m + n);
        for (int restart = 0; restart <= RESTARTS; restart++) {
            if (restart > 0 && !tableau.refactor(game)) {
                return;
            }
            tableau.optimise((restart + 1) * limit);
            tableau.read(ofRows, ofColumns);
            proposeRead(game);
            if (bestGap > POLISH_ABOVE) {
                polish(game);
            }
            if (bestGap <= TOLERANCE) {
                return;
            }
        }
    }

    /** Solves for both strategies from the payoffs, on the actions that the basis plays. */
    private void polish(MatrixGame game) {
        int m = tableau.height();
        int n = tableau.width();
        Arrays.fill(ofRows, 0, m, 1);
        int support = 0;
        for (int i = 0; i < m; i++) {
            if (tableau.basicVariable(i) >= n) {
                ofRows[tableau.basicVariable(i) - n] = 0;
            } else {
                support++;
            }
        }
        int size = 0;
        for (int i = 0; i < m; i++) {
            if (ofRows[i] != 0) {
                tight[size++] = i;
            }
        }
        if (size != support || size == 0) {
            return;
        }
        lu.begin(size);
        for (int a = 0; a < size; a++) {
            double[] row = lu.row(a);
            int at = 0;
            for (int i = 0; i < m; i++) {
                if (tableau.basicVariable(i) < n) {
                    row[at++] = tableau.entry(game, tight[a], tableau.basicVariable(i));
                }
            }
        }
        if (!lu.factor()) {
            return;
        }
        lu.solve(ones, solved);
        Arrays.fill(ofColumns, 0, n, 0);
        int at = 0;
        for (int i = 0; i < m; i++) {
            if (tableau.basicVariable(i) < n) {
                ofColumns[tableau.basicVariable(i)] = solved[at++];
            }
        }
        lu.solveTransposed(ones, solved);
        Arrays.fill(ofRows, 0, m, 0);
        for (int a = 0; a < size; a++) {
            ofRows[tight[a]] = solved[a];
        }
        proposeRead(game);
    }

    private void proposeRead(MatrixGame game) {
        double[] x = new double[game.rows()];
        double[] y = new double[game.columns()];
        System.arraycopy(tableau.transposed() ? ofColumns : ofRows, 0, x, 0, x.length);
        System.arraycopy(tableau.transposed() ? ofRows : ofColumns, 0, y, 0, y.length);
        if (normalise(x) && normalise(y)) {
            propose(game, x, y);
        }
    }

    private static boolean normalise(double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = weights[k] > 0 ? weights[k] : 0;
            sum += weights[k];
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            return false;
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return true;
    }

    /** Keeps the better of the strategies so far and these. */
    private void propose(MatrixGame game, double[] x, double[] y) {
        double gap = certificate.measure(game, x, y);
        if (gap < bestGap) {
            bestGap = gap;
            bestX = x;
            bestY = y;
        }
    }
}
