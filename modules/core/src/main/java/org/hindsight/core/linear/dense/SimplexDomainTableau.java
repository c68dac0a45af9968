// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/**
 * The condensed tableau of "maximise c.x over the simplex subject to G x at most 0", the dual simplex method with exact
 * dual steepest edge on a perturbed objective, and the primal simplex method on the true one.
 *
 * <p>G is D - d 1' with rows scaled by powers of two to entries of about one. The tableau has a row for the simplex and one
 * for each constraint that some point on the way has violated, added when it did: a dual feasible basis stays one when
 * constraints join, and most never do. Row i is the equation of its basic variable; variables 0 .. n - 1 are the x, n + k
 * is the slack of the k-th constraint that joined.
 *
 * <p>The tableau is stored by columns, one array for each non-basic variable, so that a pivot adds multiples of one column
 * to the others and the weights 1 + sum_j T_ij^2 of all rows come out of the same vectorised pass. Columns that a pivot
 * leaves alone are skipped; then the weights change by the difference of squares, and are added up anew now and then.
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
    /** An excess below this part of its terms is rounding. */
    private static final double NEGLIGIBLE = 1e-14;

    private static final double PERTURBATION = 1e-6;
    private static final double LARGEST_PERTURBATION = 1.5 * PERTURBATION;
    /** Returned by {@link #join} instead of a number of constraints. */
    static final int IMPOSSIBLE = -1;

    /** So many constraints join at once, and room for so many rows is made at first. */
    private static final int BATCH = 32;

    private static final int FIRST_CAPACITY = 64;
    private static final long SEED = 0x73696d706c650001L;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(SEED);
    private double[] draws = {};

    private int n;
    private int width;
    private int height;
    /** The number of constraints that joined, the program's number of each, and the power of two it is multiplied by. */
    private int joined;

    private int[] rowOf = {};
    private double[] rowFactor = {};
    /** Of each of the program's constraints: whether it joined, and its norm, zero as long as nobody asked. */
    private boolean[] hasJoined = {};

    private double[] norm = {};
    private double[] largest = {};
    /** The constraints that join next, the most violated first. */
    private final int[] candidates = new int[BATCH];

    private final double[] scores = new double[BATCH];
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
    /** Rows of basic x, with their coefficients in the line. */
    private int[] lineRows = {};

    private double[] pivotRow = {};
    private int pivots;
    private int infeasibleRow;
    private int impossibleRow;

    /** Starts at the vertex with the best perturbed objective, with no constraint but the simplex. */
    void begin(SimplexDomainProgram program) {
        n = program.variables();
        width = n - 1;
        pivots = 0;
        joined = 0;
        double[] c = program.objective();
        double least = c[0];
        double most = c[0];
        for (double each : c) {
            least = each < least ? each : least;
            most = each > most ? each : most;
        }
        objectiveBase = most;
        objectiveFactor = most == least ? 1 : Math.scalb(1.0, -Math.getExponent(most - least));
        reserve(program.constraints());
        vertex = 0;
        for (int j = 1; j < n; j++) {
            vertex = perturbed(program, j) > perturbed(program, vertex) ? j : vertex;
        }
        fill(program);
        for (int j = 0; j < width; j++) {
            perturbedCosts[j] = perturbed(program, vertex) - perturbed(program, nonbasic[j]);
        }
        perturbedValue = perturbed(program, vertex);
    }

    private void reserve(int constraints) {
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
        if (hasJoined.length < constraints) {
            hasJoined = new boolean[constraints];
            norm = new double[constraints];
            largest = new double[constraints];
            rowOf = new int[constraints];
            rowFactor = new double[constraints];
        }
        Arrays.fill(hasJoined, 0, constraints, false);
        Arrays.fill(norm, 0, constraints, 0);
        if (columns.length < width) {
            columns = new double[width][Math.max(FIRST_CAPACITY, rightHandSide.length)];
        }
        grow(FIRST_CAPACITY, 0);
    }

    /** Makes room for rows, keeping those there are. */
    private void grow(int rows, int used) {
        int capacity = rightHandSide.length;
        if (capacity >= rows) {
            return;
        }
        capacity = Math.max(rows, 2 * capacity);
        rightHandSide = Arrays.copyOf(rightHandSide, capacity);
        weights = Arrays.copyOf(weights, capacity);
        basic = Arrays.copyOf(basic, capacity);
        line = new double[capacity];
        lineRows = new int[capacity];
        for (int j = 0; j < columns.length; j++) {
            double[] larger = new double[capacity];
            System.arraycopy(columns[j], 0, larger, 0, used);
            columns[j] = larger;
        }
    }

    /**
     * Lets the constraints join that the current point violates most; returns how many, or {@link #IMPOSSIBLE} if no point
     * of the simplex satisfies one of them, which is then {@link #impossibleRow()}.
     */
    int join(SimplexDomainProgram program) {
        int size = 0;
        for (int i = 0; i < height; i++) {
            if (basic[i] < n && rightHandSide[i] != 0) {
                lineRows[size++] = i;
            }
        }
        double[] coefficients = program.coefficients();
        double[] rightHandSides = program.rightHandSides();
        int found = 0;
        for (int k = 0; k < rightHandSides.length; k++) {
            if (hasJoined[k]) {
                continue;
            }
            double excess = 0;
            double terms = 0;
            double d = rightHandSides[k];
            for (int q = 0; q < size; q++) {
                int i = lineRows[q];
                double term = (coefficients[k * n + basic[i]] - d) * rightHandSide[i];
                excess += term;
                terms += Math.abs(term);
            }
            if (!(excess > NEGLIGIBLE * terms)) {
                continue;
            }
            if (norm[k] == 0 && !measure(coefficients, k, d)) {
                impossibleRow = k;
                return IMPOSSIBLE;
            }
            if (excess > FEASIBLE * largest[k]) {
                found = enlist(k, excess / norm[k], found);
            }
        }
        grow(height + found, height);
        for (int c = 0; c < found; c++) {
            join(program, candidates[c]);
        }
        return found;
    }

    /** Measures a constraint's row; returns whether some vertex satisfies it. */
    private boolean measure(double[] coefficients, int k, double d) {
        double squares = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int j = k * n; j < (k + 1) * n; j++) {
            double each = coefficients[j] - d;
            low = each < low ? each : low;
            high = each > high ? each : high;
        }
        double size = Math.max(-low, high);
        for (int j = k * n; j < (k + 1) * n; j++) {
            double each = (coefficients[j] - d) / size;
            squares += each * each;
        }
        largest[k] = size;
        norm[k] = size * Math.sqrt(squares);
        return low <= 0;
    }

    /** Keeps the candidates of highest score, in order. */
    private int enlist(int k, double score, int found) {
        if (found == BATCH && !(score > scores[BATCH - 1])) {
            return found;
        }
        int at = Math.min(found, BATCH - 1);
        while (at > 0 && scores[at - 1] < score) {
            scores[at] = scores[at - 1];
            candidates[at] = candidates[at - 1];
            at--;
        }
        scores[at] = score;
        candidates[at] = k;
        return Math.min(found + 1, BATCH);
    }

    /** Adds a constraint's row, solved for the current basis. */
    private void join(SimplexDomainProgram program, int row) {
        int k = joined++;
        hasJoined[row] = true;
        rowOf[k] = row;
        rowFactor[k] = Math.scalb(1.0, -Math.getExponent(largest[row]));
        int size = 0;
        double side = 0;
        for (int i = 0; i < height; i++) {
            double each = basic[i] < n ? entry(program, k, basic[i]) : 0;
            if (each != 0) {
                lineRows[size] = i;
                line[size++] = each;
                side -= each * rightHandSide[i];
            }
        }
        double weight = 1;
        for (int j = 0; j < width; j++) {
            double[] column = columns[j];
            double each = nonbasic[j] < n ? entry(program, k, nonbasic[j]) : 0;
            for (int q = 0; q < size; q++) {
                each -= line[q] * column[lineRows[q]];
            }
            column[height] = each;
            weight += each * each;
        }
        basic[height] = n + k;
        rightHandSide[height] = side;
        weights[height] = weight;
        height++;
    }

    private double cost(SimplexDomainProgram program, int j) {
        return (program.objective()[j] - objectiveBase) * objectiveFactor;
    }

    private double perturbed(SimplexDomainProgram program, int j) {
        return cost(program, j) - PERTURBATION * draws[j];
    }

    /** The scaled entry of a constraint that joined. */
    double entry(SimplexDomainProgram program, int k, int j) {
        int row = rowOf[k];
        return (program.coefficients()[row * n + j] - program.rightHandSides()[row]) * rowFactor[k];
    }

    double scaledCost(SimplexDomainProgram program, int j) {
        return cost(program, j);
    }

    /** The tableau of the vertex without constraints, with the true reduced costs. */
    private void fill(SimplexDomainProgram program) {
        for (int j = 0; j < width; j++) {
            nonbasic[j] = j < vertex ? j : j + 1;
            costs[j] = cost(program, vertex) - cost(program, nonbasic[j]);
            columns[j][0] = 1;
        }
        height = 1;
        basic[0] = vertex;
        rightHandSide[0] = 1;
        weights[0] = n;
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
            takePivotRow(leaving);
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

    /** The infeasible row of steepest ascent; -1 if there is none. */
    private int dualLeaving() {
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
        return best;
    }

    private void takePivotRow(int r) {
        for (int j = 0; j < width; j++) {
            pivotRow[j] = columns[j][r];
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
            takePivotRow(leaving);
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
        double[] entering = columns[e];
        System.arraycopy(entering, 0, line, 0, height);
        line[r] = 0;
        Arrays.fill(weights, 0, height, 1);
        for (int i = 0; i < height; i++) {
            double each = -line[i] * inverse;
            entering[i] = each;
            weights[i] += each * each;
        }
        entering[r] = inverse;
        double perturbedCost = perturbedCosts[e];
        double cost = costs[e];
        double rowWeight = 1 + inverse * inverse;
        // Two columns a pass halve the traffic for the line and the weights.
        int waiting = -1;
        for (int j = 0; j < width; j++) {
            if (j == e) {
                continue;
            }
            double f = pivotRow[j] * inverse;
            pivotRow[j] = f;
            rowWeight += f * f;
            perturbedCosts[j] -= perturbedCost * f;
            costs[j] -= cost * f;
            if (waiting < 0) {
                waiting = j;
            } else {
                eliminateTwo(columns[waiting], columns[j], pivotRow[waiting], f, line, weights, height);
                columns[waiting][r] = pivotRow[waiting];
                columns[j][r] = f;
                waiting = -1;
            }
        }
        if (waiting >= 0) {
            eliminateOne(columns[waiting], pivotRow[waiting], line, weights, height);
            columns[waiting][r] = pivotRow[waiting];
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
        int out = basic[r];
        basic[r] = nonbasic[e];
        nonbasic[e] = out;
        pivots++;
    }

    private static void eliminateTwo(
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

    private static void eliminateOne(double[] a, double f, double[] line, double[] weights, int length) {
        for (int i = 0; i < length; i++) {
            double u = a[i] - f * line[i];
            a[i] = u;
            weights[i] += u * u;
        }
    }

    /**
     * Starts again from the program and pivots straight to the basis that was reached, in the order of the largest
     * pivots, with an objective that makes it dual feasible; returns whether that basis is regular.
     */
    boolean refactor(SimplexDomainProgram program) {
        boolean[] wanted = new boolean[n + joined];
        for (int i = 0; i < height; i++) {
            wanted[basic[i]] = true;
        }
        fill(program);
        int rows = joined;
        joined = 0;
        for (int k = 0; k < rows; k++) {
            join(program, rowOf[k]);
        }
        Arrays.fill(perturbedCosts, 0, width, 0);
        perturbedValue = Double.POSITIVE_INFINITY;
        while (true) {
            double pivot = 0;
            int r = -1;
            int e = -1;
            boolean done = true;
            for (int j = 0; j < width; j++) {
                if (!wanted[nonbasic[j]]) {
                    continue;
                }
                done = false;
                for (int i = 0; i < height; i++) {
                    if (!wanted[basic[i]] && Math.abs(columns[j][i]) > pivot) {
                        pivot = Math.abs(columns[j][i]);
                        r = i;
                        e = j;
                    }
                }
            }
            if (done) {
                break;
            }
            if (pivot < SMALLEST_PIVOT) {
                return false;
            }
            takePivotRow(r);
            pivot(r, e);
        }
        perturbAgain();
        return true;
    }

    /** Makes the basis dual feasible by another perturbed objective, whose value bounds nothing. */
    void perturbAgain() {
        perturbedValue = Double.POSITIVE_INFINITY;
        for (int j = 0; j < width; j++) {
            perturbedCosts[j] = Math.max(0, costs[j]) + PERTURBATION * draws[j];
        }
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

    /** The number of constraints that joined. */
    int joined() {
        return joined;
    }

    int impossibleRow() {
        return impossibleRow;
    }

    int pivots() {
        return pivots;
    }
}
