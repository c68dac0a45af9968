// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/**
 * The condensed tableau of "maximise c.x over the simplex subject to G x at most 0", the dual simplex method with exact
 * dual steepest edge on a perturbed objective, and the primal simplex method on the true one.
 *
 * <p>G is D - d 1' with rows scaled by powers of two to entries of about one; rows without a positive entry are left out.
 * Row i is the equation of its basic variable, the last row at the start that of the vertex's variable; variables 0 .. n -
 * 1 are the x, n + k is the slack of the k-th row kept. The tableau is stored by columns, one array for each non-basic
 * variable, so that a pivot adds multiples of one column to the others and the weights 1 + sum_j T_ij^2 of all rows come
 * out of the same vectorised pass. Columns that a pivot leaves alone are skipped; then the weights change by the
 * difference of squares, and are added up anew now and then.
 */
final class SimplexDomainTableau {
    /** How the dual simplex method ended. */
    enum Ended {
        FEASIBLE,
        INFEASIBLE,
        CUT_OFF,
        LIMIT
    }

    /** Answers whether the caller can prove that the value is below the incumbent. */
    interface CutOff {
        boolean proven();
    }

    private static final double FEASIBLE = 1e-10;
    private static final double OPTIMAL = 1e-10;
    private static final double SMALLEST_PIVOT = 1e-9;
    private static final double HARRIS = 1e-9;
    private static final double TIE = 1e-12;
    /** Below this, an entry of the pivot row counts as zero. */
    private static final double NEGLIGIBLE = 1e-14;

    private static final double PERTURBATION = 1e-6;
    private static final double LARGEST_PERTURBATION = 1.5 * PERTURBATION;
    private static final int EXACT_WEIGHTS_EVERY = 64;
    private static final long SEED = 0x73696d706c650001L;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(SEED);
    private double[] draws = {};

    private int n;
    private int kept;
    private int height;
    private int width;
    /** Row of the program of each row kept, and the power of two that it is multiplied by. */
    private int[] rowOf = {};

    private double[] rowFactor = {};
    private double objectiveBase;
    private double objectiveFactor;
    private int vertex;

    private double[][] columns = {};
    private double[] rightHandSide = {};
    private double[] weights = {};
    /** Reduced costs of the perturbed and of the true objective, and the perturbed objective's value. */
    private double[] perturbedCosts = {};

    private double[] costs = {};
    private double perturbedValue;
    private int[] basic = {};
    private int[] nonbasic = {};
    private double[] line = {};
    private double[] pivotRow = {};
    private int pivots;
    private int sinceExactWeights;
    private int infeasibleRow;

    /**
     * Scales the program; returns -1, or the number of a constraint that no point of the simplex satisfies.
     *
     * @throws IllegalArgumentException if a coefficient minus its right-hand side, or the objective's range, overflows
     */
    int begin(SimplexDomainProgram program) {
        n = program.variables();
        pivots = 0;
        double[] c = program.objective();
        double least = c[0];
        double most = c[0];
        for (double each : c) {
            least = each < least ? each : least;
            most = each > most ? each : most;
        }
        objectiveBase = most;
        if (!(most - least < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("objective must have a finite range, was " + least + " to " + most);
        }
        objectiveFactor = most == least ? 1 : Math.scalb(1.0, -Math.getExponent(most - least));
        int rows = program.constraints();
        if (rowOf.length < rows) {
            rowOf = new int[rows];
            rowFactor = new double[rows];
        }
        kept = 0;
        double[] coefficients = program.coefficients();
        for (int k = 0; k < rows; k++) {
            double low = coefficients[k * n];
            double high = low;
            for (int j = k * n + 1; j < (k + 1) * n; j++) {
                double each = coefficients[j];
                low = each < low ? each : low;
                high = each > high ? each : high;
            }
            double d = program.rightHandSides()[k];
            low -= d;
            high -= d;
            if (high <= 0) {
                continue;
            }
            if (low > 0) {
                return k;
            }
            double size = Math.max(-low, high);
            if (!(size < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("coefficient[" + k
                        + "] must have finite differences from the right-hand side " + d);
            }
            rowOf[kept] = k;
            rowFactor[kept++] = Math.scalb(1.0, -Math.getExponent(size));
        }
        height = kept + 1;
        width = n - 1;
        reserve();
        vertex = 0;
        for (int j = 1; j < n; j++) {
            vertex = perturbed(program, j) > perturbed(program, vertex) ? j : vertex;
        }
        fill(program);
        for (int j = 0; j < width; j++) {
            perturbedCosts[j] = perturbed(program, vertex) - perturbed(program, nonbasic[j]);
        }
        perturbedValue = perturbed(program, vertex);
        return -1;
    }

    private void reserve() {
        if (draws.length < n) {
            draws = new double[n];
            random.reseed(SEED);
            for (int j = 0; j < n; j++) {
                draws[j] = 0.5 + random.nextDouble();
            }
            perturbedCosts = new double[n];
            costs = new double[n];
            nonbasic = new int[n];
            pivotRow = new double[n];
        }
        if (rightHandSide.length < height) {
            rightHandSide = new double[height];
            weights = new double[height];
            basic = new int[height];
            line = new double[height];
            columns = new double[width][height];
        } else if (columns.length < width) {
            columns = new double[width][rightHandSide.length];
        }
    }

    private double cost(SimplexDomainProgram program, int j) {
        return (program.objective()[j] - objectiveBase) * objectiveFactor;
    }

    private double perturbed(SimplexDomainProgram program, int j) {
        return cost(program, j) - PERTURBATION * draws[j];
    }

    /** The scaled entry of a row kept. */
    double entry(SimplexDomainProgram program, int k, int j) {
        int row = rowOf[k];
        return (program.coefficients()[row * n + j] - program.rightHandSides()[row]) * rowFactor[k];
    }

    double scaledCost(SimplexDomainProgram program, int j) {
        return cost(program, j);
    }

    /** The tableau of the vertex, with the true reduced costs. */
    private void fill(SimplexDomainProgram program) {
        for (int j = 0; j < width; j++) {
            nonbasic[j] = j < vertex ? j : j + 1;
            costs[j] = cost(program, vertex) - cost(program, nonbasic[j]);
        }
        double[] coefficients = program.coefficients();
        // Eight rows at a time fill whole cache lines of the columns.
        for (int from = 0; from < kept; from += 8) {
            int to = Math.min(kept, from + 8);
            for (int k = from; k < to; k++) {
                rightHandSide[k] = -entry(program, k, vertex);
                basic[k] = n + k;
            }
            for (int j = 0; j < width; j++) {
                double[] column = columns[j];
                for (int k = from; k < to; k++) {
                    int row = rowOf[k];
                    column[k] = (coefficients[row * n + nonbasic[j]] - coefficients[row * n + vertex]) * rowFactor[k];
                }
            }
        }
        for (int j = 0; j < width; j++) {
            columns[j][kept] = 1;
        }
        rightHandSide[kept] = 1;
        basic[kept] = vertex;
        exactWeights();
    }

    private void exactWeights() {
        Arrays.fill(weights, 0, height, 1);
        int j = 0;
        for (; j + 1 < width; j += 2) {
            addSquares(columns[j], columns[j + 1], weights, height);
        }
        if (j < width) {
            addSquares(columns[j], weights, height);
        }
        sinceExactWeights = 0;
    }

    private static void addSquares(double[] a, double[] b, double[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += a[i] * a[i] + b[i] * b[i];
        }
    }

    private static void addSquares(double[] a, double[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += a[i] * a[i];
        }
    }

    /**
     * Pivots until the point is feasible, which makes it optimal for the perturbed objective.
     *
     * @param incumbent the incumbent in scaled units
     */
    Ended dual(int limit, double incumbent, CutOff cutOff) {
        double ask = incumbent - LARGEST_PERTURBATION;
        while (true) {
            if (perturbedValue < ask) {
                if (cutOff.proven()) {
                    return Ended.CUT_OFF;
                }
                ask = perturbedValue - LARGEST_PERTURBATION;
            }
            int leaving = dualLeaving();
            if (leaving < 0) {
                return Ended.FEASIBLE;
            }
            int entering = dualEntering();
            if (entering < 0) {
                infeasibleRow = leaving;
                return Ended.INFEASIBLE;
            }
            if (pivots >= limit) {
                return Ended.LIMIT;
            }
            pivot(leaving, entering);
            for (int j = 0; j < width; j++) {
                // The Harris test lets reduced costs fall below zero by its tolerance; the costs are shifted instead.
                perturbedCosts[j] = Math.max(0, perturbedCosts[j]);
            }
        }
    }

    /** The infeasible row of steepest ascent, its entries copied to the pivot row; -1 if there is none. */
    private int dualLeaving() {
        while (true) {
            int best = -1;
            double bestSquare = 0;
            double bestWeight = 1;
            for (int i = 0; i < height; i++) {
                double b = rightHandSide[i];
                if (b < -FEASIBLE) {
                    double square = b * b;
                    if (square * bestWeight > bestSquare * weights[i]) {
                        best = i;
                        bestSquare = square;
                        bestWeight = weights[i];
                    }
                }
            }
            if (best < 0) {
                return -1;
            }
            double exact = 1;
            for (int j = 0; j < width; j++) {
                double each = columns[j][best];
                pivotRow[j] = each;
                exact += each * each;
            }
            boolean trusted = exact <= 2 * weights[best] || exact <= 1.5;
            weights[best] = exact;
            if (trusted) {
                return best;
            }
        }
    }

    /** Harris's ratio test in two passes: of the entries within the tolerance of the smallest ratio, the largest. */
    private int dualEntering() {
        double bound = Double.POSITIVE_INFINITY;
        for (int j = 0; j < width; j++) {
            double entry = -pivotRow[j];
            if (entry > SMALLEST_PIVOT) {
                bound = Math.min(bound, (perturbedCosts[j] + HARRIS) / entry);
            }
        }
        int best = -1;
        double largest = 0;
        for (int j = 0; j < width; j++) {
            double entry = -pivotRow[j];
            if (entry > SMALLEST_PIVOT && entry > largest && perturbedCosts[j] <= bound * entry) {
                best = j;
                largest = entry;
            }
        }
        return best;
    }

    /** Pivots on the true objective until no reduced cost is negative; returns whether that was reached. */
    boolean primal(int limit) {
        while (true) {
            int entering = -1;
            double least = -OPTIMAL;
            for (int j = 0; j < width; j++) {
                if (costs[j] < least) {
                    least = costs[j];
                    entering = j;
                }
            }
            if (entering < 0) {
                return true;
            }
            int leaving = primalLeaving(columns[entering]);
            if (leaving < 0 || pivots >= limit) {
                return false;
            }
            for (int j = 0; j < width; j++) {
                pivotRow[j] = columns[j][leaving];
            }
            pivot(leaving, entering);
        }
    }

    private int primalLeaving(double[] column) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < height; i++) {
            if (column[i] > SMALLEST_PIVOT) {
                least = Math.min(least, Math.max(0, rightHandSide[i]) / column[i]);
            }
        }
        int best = -1;
        for (int i = 0; i < height; i++) {
            if (column[i] > SMALLEST_PIVOT
                    && rightHandSide[i] <= (least + TIE) * column[i]
                    && (best < 0 || column[i] > column[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Exchanges the variables of a row, whose entries are in the pivot row, and a column. */
    private void pivot(int r, int e) {
        double[] entering = columns[e];
        double inverse = 1 / pivotRow[e];
        System.arraycopy(entering, 0, line, 0, height);
        line[r] = 0;
        double perturbedCost = perturbedCosts[e];
        double cost = costs[e];
        int touched = 0;
        for (int j = 0; j < width; j++) {
            if (Math.abs(pivotRow[j]) < NEGLIGIBLE) {
                pivotRow[j] = 0;
                columns[j][r] = 0;
            } else {
                touched++;
            }
        }
        boolean anew = touched > width / 2 || sinceExactWeights >= EXACT_WEIGHTS_EVERY;
        double rowWeight = 1 + inverse * inverse;
        if (anew) {
            Arrays.fill(weights, 0, height, 1);
        }
        for (int i = 0; i < height; i++) {
            double before = line[i];
            double after = -before * inverse;
            entering[i] = after;
            weights[i] += anew ? after * after : after * after - before * before;
        }
        entering[r] = inverse;
        double[] waiting = null;
        double waitingFactor = 0;
        for (int j = 0; j < width; j++) {
            if (j == e || (pivotRow[j] == 0 && !anew)) {
                continue;
            }
            double f = pivotRow[j] * inverse;
            rowWeight += f * f;
            perturbedCosts[j] -= perturbedCost * f;
            costs[j] -= cost * f;
            double[] column = columns[j];
            if (waiting == null) {
                waiting = column;
                waitingFactor = f;
            } else {
                if (anew) {
                    addTwoAnew(waiting, column, waitingFactor, f, line, weights, height);
                } else {
                    addTwo(waiting, column, waitingFactor, f, line, weights, height);
                }
                waiting[r] = waitingFactor;
                column[r] = f;
                waiting = null;
            }
        }
        if (waiting != null) {
            if (anew) {
                addOneAnew(waiting, waitingFactor, line, weights, height);
            } else {
                addOne(waiting, waitingFactor, line, weights, height);
            }
            waiting[r] = waitingFactor;
        }
        perturbedCosts[e] = -perturbedCost * inverse;
        costs[e] = -cost * inverse;
        double step = rightHandSide[r] * inverse;
        for (int i = 0; i < height; i++) {
            rightHandSide[i] -= step * line[i];
        }
        rightHandSide[r] = step;
        perturbedValue -= perturbedCost * step;
        weights[r] = rowWeight;
        sinceExactWeights = anew ? 0 : sinceExactWeights + 1;
        int out = basic[r];
        basic[r] = nonbasic[e];
        nonbasic[e] = out;
        pivots++;
    }

    private static void addTwoAnew(
            double[] a, double[] b, double fa, double fb, double[] line, double[] weights, int length) {
        for (int i = 0; i < length; i++) {
            double p = line[i];
            double u = a[i] - fa * p;
            double v = b[i] - fb * p;
            a[i] = u;
            b[i] = v;
            weights[i] += u * u + v * v;
        }
    }

    private static void addOneAnew(double[] a, double f, double[] line, double[] weights, int length) {
        for (int i = 0; i < length; i++) {
            double u = a[i] - f * line[i];
            a[i] = u;
            weights[i] += u * u;
        }
    }

    private static void addTwo(
            double[] a, double[] b, double fa, double fb, double[] line, double[] weights, int length) {
        for (int i = 0; i < length; i++) {
            double p = line[i];
            double s = fa * p;
            double t = fb * p;
            double u = a[i] - s;
            double v = b[i] - t;
            weights[i] -= s * (u + a[i]) + t * (v + b[i]);
            a[i] = u;
            b[i] = v;
        }
    }

    private static void addOne(double[] a, double f, double[] line, double[] weights, int length) {
        for (int i = 0; i < length; i++) {
            double s = f * line[i];
            double u = a[i] - s;
            weights[i] -= s * (u + a[i]);
            a[i] = u;
        }
    }

    /**
     * Starts again from the program and pivots straight to the basis that was reached, in the order of the largest
     * pivots, with an objective that makes it dual feasible; returns whether that basis is regular.
     */
    boolean refactor(SimplexDomainProgram program) {
        boolean[] wanted = new boolean[n + kept];
        for (int i = 0; i < height; i++) {
            wanted[basic[i]] = true;
        }
        fill(program);
        Arrays.fill(perturbedCosts, 0, width, 0);
        perturbedValue = Double.POSITIVE_INFINITY;
        while (true) {
            double largest = 0;
            int r = -1;
            int e = -1;
            boolean done = true;
            for (int j = 0; j < width; j++) {
                if (!wanted[nonbasic[j]]) {
                    continue;
                }
                done = false;
                for (int i = 0; i < height; i++) {
                    if (!wanted[basic[i]] && Math.abs(columns[j][i]) > largest) {
                        largest = Math.abs(columns[j][i]);
                        r = i;
                        e = j;
                    }
                }
            }
            if (done) {
                break;
            }
            if (largest < SMALLEST_PIVOT) {
                return false;
            }
            for (int j = 0; j < width; j++) {
                pivotRow[j] = columns[j][r];
            }
            pivot(r, e);
        }
        perturbedValue = Double.POSITIVE_INFINITY;
        for (int j = 0; j < width; j++) {
            perturbedCosts[j] = Math.max(0, costs[j]) + PERTURBATION * draws[j];
        }
        return true;
    }

    /** Multipliers of the program's constraints from the reduced costs of slacks. */
    void readMultipliers(boolean ofPerturbed, double[] y) {
        Arrays.fill(y, 0);
        for (int j = 0; j < width; j++) {
            if (nonbasic[j] >= n) {
                double cost = ofPerturbed ? perturbedCosts[j] : costs[j];
                set(y, nonbasic[j] - n, cost);
            }
        }
    }

    /** Stores a scaled multiplier in the program's units. */
    void set(double[] y, int k, double scaled) {
        y[rowOf[k]] = scaled > 0 ? scaled * rowFactor[k] / objectiveFactor : 0;
    }

    /** Multipliers that contradict the constraints, up to a common factor. */
    void readFarkas(double[] y) {
        Arrays.fill(y, 0);
        if (basic[infeasibleRow] >= n) {
            int k = basic[infeasibleRow] - n;
            y[rowOf[k]] = rowFactor[k];
        }
        for (int j = 0; j < width; j++) {
            if (nonbasic[j] >= n && columns[j][infeasibleRow] > 0) {
                int k = nonbasic[j] - n;
                y[rowOf[k]] = columns[j][infeasibleRow] * rowFactor[k];
            }
        }
    }

    void readPoint(double[] x) {
        Arrays.fill(x, 0);
        for (int i = 0; i < height; i++) {
            if (basic[i] < n) {
                x[basic[i]] = rightHandSide[i];
            }
        }
    }

    /** The value of an objective in scaled units. */
    double scaledValue(double value) {
        return (value - objectiveBase) * objectiveFactor;
    }

    int height() {
        return height;
    }

    int basicVariable(int i) {
        return basic[i];
    }

    int kept() {
        return kept;
    }

    int pivots() {
        return pivots;
    }
}
