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

    private static final double FEASIBLE = 1e-12;
    /** A violation below this that no pivot can mend is rounding. */
    private static final double ROUNDING = 1e-10;
    private static final double OPTIMAL = 1e-10;
    private static final double SMALLEST_PIVOT = 1e-9;
    private static final double HARRIS = 1e-9;
    private static final double TIE = 1e-12;
    /** Below this, an entry of the pivot row counts as zero. */
    private static final double NEGLIGIBLE = 1e-14;

    private static final double PERTURBATION = 1e-6;
    private static final double LARGEST_PERTURBATION = 1.5 * PERTURBATION;
    private static final int EXACT_WEIGHTS_EVERY = 64;
    /** With fewer than one entry in this many, a line is walked by its list of entries. */
    private static final int SPARSE = 5;
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
    private int[] lineRows = {};
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
            lineRows = new int[height];
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
        // Four rows a pass write half cache lines of the columns and add up their own weights.
        int k = 0;
        for (; k + 3 < kept; k += 4) {
            fillFour(coefficients, k);
        }
        for (; k < kept; k++) {
            fillOne(coefficients, k);
        }
        for (k = 0; k < kept; k++) {
            rightHandSide[k] = -entry(program, k, vertex);
            basic[k] = n + k;
        }
        for (int j = 0; j < width; j++) {
            columns[j][kept] = 1;
        }
        weights[kept] = n;
        rightHandSide[kept] = 1;
        basic[kept] = vertex;
        sinceExactWeights = 0;
    }

    private void fillFour(double[] coefficients, int k) {
        int fromA = rowOf[k] * n;
        int fromB = rowOf[k + 1] * n;
        int fromC = rowOf[k + 2] * n;
        int fromD = rowOf[k + 3] * n;
        double atA = coefficients[fromA + vertex];
        double atB = coefficients[fromB + vertex];
        double atC = coefficients[fromC + vertex];
        double atD = coefficients[fromD + vertex];
        double factorA = rowFactor[k];
        double factorB = rowFactor[k + 1];
        double factorC = rowFactor[k + 2];
        double factorD = rowFactor[k + 3];
        double weightA = 1;
        double weightB = 1;
        double weightC = 1;
        double weightD = 1;
        for (int j = 0; j < width; j++) {
            double[] column = columns[j];
            int x = nonbasic[j];
            double a = (coefficients[fromA + x] - atA) * factorA;
            double b = (coefficients[fromB + x] - atB) * factorB;
            double c = (coefficients[fromC + x] - atC) * factorC;
            double d = (coefficients[fromD + x] - atD) * factorD;
            column[k] = a;
            column[k + 1] = b;
            column[k + 2] = c;
            column[k + 3] = d;
            weightA += a * a;
            weightB += b * b;
            weightC += c * c;
            weightD += d * d;
        }
        weights[k] = weightA;
        weights[k + 1] = weightB;
        weights[k + 2] = weightC;
        weights[k + 3] = weightD;
    }

    private void fillOne(double[] coefficients, int k) {
        int from = rowOf[k] * n;
        double weight = 1;
        for (int j = 0; j < width; j++) {
            double entry = (coefficients[from + nonbasic[j]] - coefficients[from + vertex]) * rowFactor[k];
            columns[j][k] = entry;
            weight += entry * entry;
        }
        weights[k] = weight;
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
            if (entering < 0 && rightHandSide[leaving] > -ROUNDING) {
                rightHandSide[leaving] = 0;
                continue;
            }
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
        double inverse = 1 / pivotRow[e];
        double perturbedCost = perturbedCosts[e];
        double cost = costs[e];
        int touchedColumns = 0;
        double rowWeight = 1 + inverse * inverse;
        for (int j = 0; j < width; j++) {
            double f = Math.abs(pivotRow[j]) < NEGLIGIBLE ? 0 : pivotRow[j] * inverse;
            pivotRow[j] = f;
            if (f != 0) {
                touchedColumns++;
                rowWeight += j == e ? 0 : f * f;
                perturbedCosts[j] -= perturbedCost * f;
                costs[j] -= cost * f;
            }
        }
        pivotRow[e] = 0;
        perturbedCosts[e] = -perturbedCost * inverse;
        costs[e] = -cost * inverse;
        int touchedRows = takeLine(columns[e], r);
        boolean anew = sinceExactWeights >= EXACT_WEIGHTS_EVERY
                || (2 * touchedColumns > width && SPARSE * touchedRows > height);
        if (anew) {
            Arrays.fill(weights, 0, height, 1);
        }
        double[] entering = columns[e];
        for (int i = 0; i < height; i++) {
            double before = line[i];
            double after = -before * inverse;
            entering[i] = after;
            weights[i] += anew ? after * after : after * after - before * before;
        }
        entering[r] = inverse;
        if (anew) {
            addAnew(e);
        } else if (SPARSE * touchedRows <= height) {
            addSparsely(touchedRows);
        } else {
            addDensely();
        }
        for (int j = 0; j < width; j++) {
            if (j != e) {
                columns[j][r] = pivotRow[j];
            }
        }
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

    /** Copies the entering column without the pivot, and lists its non-zero entries; returns their number. */
    private int takeLine(double[] entering, int r) {
        int touched = 0;
        for (int i = 0; i < height; i++) {
            double each = Math.abs(entering[i]) < NEGLIGIBLE || i == r ? 0 : entering[i];
            line[i] = each;
            if (each != 0) {
                lineRows[touched++] = i;
            }
        }
        return touched;
    }

    /** Two columns a pass halve the traffic for the line and the weights. */
    private void addAnew(int e) {
        int waiting = -1;
        for (int j = 0; j < width; j++) {
            if (j == e) {
                continue;
            }
            if (waiting < 0) {
                waiting = j;
            } else {
                addTwoAnew(columns[waiting], columns[j], pivotRow[waiting], pivotRow[j], line, weights, height);
                waiting = -1;
            }
        }
        if (waiting >= 0) {
            addOneAnew(columns[waiting], pivotRow[waiting], line, weights, height);
        }
    }

    private void addDensely() {
        int waiting = -1;
        for (int j = 0; j < width; j++) {
            if (pivotRow[j] == 0) {
                continue;
            }
            if (waiting < 0) {
                waiting = j;
            } else {
                addTwo(columns[waiting], columns[j], pivotRow[waiting], pivotRow[j], line, weights, height);
                waiting = -1;
            }
        }
        if (waiting >= 0) {
            addOne(columns[waiting], pivotRow[waiting], line, weights, height);
        }
    }

    private void addSparsely(int touched) {
        for (int j = 0; j < width; j++) {
            double f = pivotRow[j];
            if (f == 0) {
                continue;
            }
            double[] column = columns[j];
            for (int q = 0; q < touched; q++) {
                int i = lineRows[q];
                double before = column[i];
                double step = f * line[i];
                double after = before - step;
                column[i] = after;
                weights[i] -= step * (after + before);
            }
        }
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
