// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;
import java.util.Objects;

/**
 * Solves linear programs over the simplex, {@link SimplexDomainProgram}.
 *
 * <p>On the simplex, D x at most d says the same as (D - d 1') x at most 0. The vertex with the best objective needs no
 * first phase: it is dual feasible, and the dual simplex method goes from there, with exact dual steepest edge weights
 * and the two-pass ratio test of Harris. The objective is perturbed by fixed pseudo-random numbers of a millionth of its
 * range, because programs of games with small integers stall otherwise; the perturbation lowers every coefficient, so the
 * perturbed bound serves for pruning with a known margin. A few primal steps on the true objective remove it, and the
 * point and the multipliers are solved for again from the program's own numbers.
 *
 * <p>Every answer is measured on those numbers by code that shares nothing with the solver. {@link SolveStatus#OPTIMAL}
 * means that {@link SimplexDomainSolution#violation()} and {@link SimplexDomainSolution#gap()} are at most {@link
 * #TOLERANCE}; {@link SolveStatus#INFEASIBLE} and {@link SolveStatus#CUT_OFF} carry multipliers that prove them, rounding
 * included. What is not certified is refactored from the program at the basis that was reached and continued, twice at
 * most; then {@link SolveStatus#NUMERICAL_FAILURE} says so, and {@link
 * org.hindsight.core.linear.LinearProgramSolver#solve(SimplexDomainProgram)} turns to other solvers.
 *
 * <p>A constraint that every point of the simplex breaks by less than a billionth of its largest coefficient may count as
 * satisfied. Offsets common to a constraint's coefficients and its right-hand side, or to the objective, cost no accuracy. Numbers that
 * overflow when they are subtracted end in a failure.
 * Results depend on the program and the incumbent alone, with the same bits on every platform. A solver keeps its arrays
 * from program to program and is for one thread. Complexity: O(constraints variables) a pivot, less where the pivot row is
 * sparse, and as much memory; pivots are typically far fewer than constraints. Proof note: {@code
 * proofs-notes/linear-program-kernels.md}. Sources: J. Forrest, D. Goldfarb (1992), "Steepest-edge simplex algorithms for
 * linear programming"; P. Harris (1973), "Pivot selection methods of the Devex LP code".
 *
 * <pre>{@code
 * SimplexDomainProgram program = SimplexDomainProgram.of(
 *         new double[] {3, 1, 0}, new double[][] {{1, 0, -1}}, new double[] {0.25});
 * new SimplexDomainSolver().solve(program).value();  // 1.875: 0.625 of the first, 0.375 of the last
 * }</pre>
 */
public final class SimplexDomainSolver {
    /** The largest violation and the largest gap of an optimum; the solution's components say relative to what. */
    public static final double TOLERANCE = 1e-9;

    private static final int RESTARTS = 2;

    private final SimplexDomainTableau tableau = new SimplexDomainTableau();
    private final SimplexDomainCheck certificate = new SimplexDomainCheck();
    private final DenseLu lu = new DenseLu();
    private double[] side = {};
    private double[] solved = {};
    private int[] support = {};
    private int[] tight = {};
    private double[] x = {};
    private double[] y = {};
    private double[] bestX = {};
    private double[] bestY = {};
    private double bestError;

    /** Creates a solver without arrays, which grow with the programs it is given. */
    public SimplexDomainSolver() {}

    /**
     * Solves a program.
     *
     * @param program the program
     * @return an optimum, a proof that there is none, or a failure that says so
     */
    public SimplexDomainSolution solve(SimplexDomainProgram program) {
        return run(program, Double.NEGATIVE_INFINITY);
    }

    /**
     * Solves a program unless its value is below one that the caller already has.
     *
     * @param program the program
     * @param incumbent a value that only better programs matter for; finite, or negative infinity for no incumbent
     * @return {@link SolveStatus#CUT_OFF} only if the value is proven to be below the incumbent, and otherwise what {@link
     *     #solve(SimplexDomainProgram)} finds
     * @throws IllegalArgumentException if the incumbent is NaN or positive infinity
     */
    public SimplexDomainSolution solveAbove(SimplexDomainProgram program, double incumbent) {
        if (!(incumbent < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("incumbent must be below infinity, was " + incumbent);
        }
        return run(program, incumbent);
    }

    private SimplexDomainSolution run(SimplexDomainProgram program, double incumbent) {
        Objects.requireNonNull(program, "program");
        int n = program.variables();
        x = new double[n];
        y = new double[program.constraints()];
        bestX = x;
        bestY = y;
        bestError = Double.POSITIVE_INFINITY;
        double most = largest(program.objective());
        if (most < incumbent) {
            return new SimplexDomainSolution(
                    SolveStatus.CUT_OFF, most, most, new double[0], y, 0, 0, 0, "largest coefficient");
        }
        for (int j = 0; j < n; j++) {
            if (program.objective()[j] == most && isFeasibleVertex(program, j)) {
                x[j] = 1;
                return SimplexDomainSolution.measured(certificate, program, x, y, 0, "best vertex");
            }
        }
        tableau.begin(program);
        String method = "dual simplex, dual steepest edge";
        double scaledIncumbent = tableau.scaledValue(incumbent);
        for (int restart = 0; restart <= RESTARTS; restart++) {
            if (restart > 0 && !tableau.refactor(program)) {
                break;
            }
            switch (climb(program, incumbent, scaledIncumbent)) {
                case CUT_OFF -> {
                    double bound = certificate.boundOf(program, y);
                    return new SimplexDomainSolution(
                            SolveStatus.CUT_OFF, bound, bound, new double[0], y, 0, 0, tableau.pivots(), method);
                }
                case INFEASIBLE -> {
                    SimplexDomainSolution claim =
                            SimplexDomainSolution.infeasible(certificate, program, y, tableau.pivots(), method);
                    if (claim.status() == SolveStatus.INFEASIBLE) {
                        return claim;
                    }
                }
                default -> {
                    if (polish(program)) {
                        propose(program);
                    }
                    if (bestError > TOLERANCE) {
                        tableau.readPoint(x);
                        tableau.readMultipliers(false, y);
                        propose(program);
                    }
                }
            }
            if (bestError <= TOLERANCE) {
                break;
            }
        }
        return SimplexDomainSolution.measured(certificate, program, bestX, bestY, tableau.pivots(), method);
    }

    /** Runs both simplex methods on more and more constraints until all hold; leaves the multipliers of a proof in y. */
    private SimplexDomainTableau.Ended climb(SimplexDomainProgram program, double incumbent, double scaledIncumbent) {
        int limit = tableau.pivots() + 50 * (program.variables() + program.constraints());
        while (true) {
            int joined = tableau.join(program);
            if (joined == SimplexDomainTableau.IMPOSSIBLE) {
                Arrays.fill(y, 0);
                y[tableau.impossibleRow()] = 1;
                return SimplexDomainTableau.Ended.INFEASIBLE;
            }
            if (joined == 0) {
                int before = tableau.pivots();
                if (!tableau.primal(limit) || tableau.pivots() == before || tableau.pivots() >= limit) {
                    return SimplexDomainTableau.Ended.FEASIBLE;
                }
                if (tableau.join(program) == 0) {
                    return SimplexDomainTableau.Ended.FEASIBLE;
                }
                tableau.perturbAgain();
            }
            SimplexDomainTableau.Ended ended = tableau.dual(limit, scaledIncumbent, () -> isBelow(program, incumbent));
            if (ended == SimplexDomainTableau.Ended.INFEASIBLE) {
                tableau.readFarkas(y);
            }
            if (ended != SimplexDomainTableau.Ended.FEASIBLE) {
                return ended;
            }
        }
    }

    private static double largest(double[] numbers) {
        double most = numbers[0];
        for (double each : numbers) {
            most = each > most ? each : most;
        }
        return most;
    }

    private static boolean isFeasibleVertex(SimplexDomainProgram program, int j) {
        double[] coefficients = program.coefficients();
        double[] rightHandSides = program.rightHandSides();
        int n = program.variables();
        for (int k = 0; k < rightHandSides.length; k++) {
            if (coefficients[k * n + j] > rightHandSides[k]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the multipliers of the perturbed program prove that the value is below the incumbent. */
    private boolean isBelow(SimplexDomainProgram program, double incumbent) {
        tableau.readMultipliers(true, y);
        return certificate.boundOf(program, y) < incumbent;
    }

    /** Keeps the better of what was proposed so far and the current point and multipliers. */
    private void propose(SimplexDomainProgram program) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            x[j] = x[j] > 0 ? x[j] : 0;
            sum += x[j];
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            return;
        }
        for (int j = 0; j < x.length; j++) {
            x[j] /= sum;
        }
        certificate.optimum(program, x, y);
        double error = Math.max(certificate.violation(), certificate.gap());
        if (error < bestError) {
            bestError = error;
            bestX = x.clone();
            bestY = y.clone();
        }
    }

    /** Solves for the basis's point and multipliers from the program; returns whether the basis is regular. */
    private boolean polish(SimplexDomainProgram program) {
        int n = program.variables();
        int height = tableau.height();
        int kept = tableau.joined();
        if (support.length < height || tight.length < kept) {
            support = new int[height];
            tight = new int[height];
            side = new double[height];
            solved = new double[height];
        }
        boolean[] slack = new boolean[kept];
        int size = 0;
        for (int i = 0; i < height; i++) {
            int variable = tableau.basicVariable(i);
            if (variable < n) {
                support[size++] = variable;
            } else {
                slack[variable - n] = true;
            }
        }
        int rows = 0;
        for (int k = 0; k < kept; k++) {
            if (!slack[k]) {
                tight[rows++] = k;
            }
        }
        if (size != rows + 1) {
            return false;
        }
        lu.begin(size);
        for (int a = 0; a < rows; a++) {
            double[] row = lu.row(a);
            for (int b = 0; b < size; b++) {
                row[b] = tableau.entry(program, tight[a], support[b]);
            }
            side[a] = 0;
        }
        Arrays.fill(lu.row(rows), 0, size, 1);
        side[rows] = 1;
        if (!lu.factor()) {
            return false;
        }
        lu.solve(side, solved);
        Arrays.fill(x, 0);
        for (int b = 0; b < size; b++) {
            x[support[b]] = solved[b];
        }
        for (int b = 0; b < size; b++) {
            side[b] = tableau.scaledCost(program, support[b]);
        }
        lu.solveTransposed(side, solved);
        Arrays.fill(y, 0);
        for (int a = 0; a < rows; a++) {
            tableau.set(y, tight[a], solved[a]);
        }
        return true;
    }
}
