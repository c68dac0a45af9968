// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * The tableau simplex method in exact rational arithmetic, for small programs: what {@link RationalSimplex} is compared with.
 *
 * <p>Every number of the program is taken for exactly what it is, a whole number times a power of two. The two-phase
 * tableau method pivots whole numbers without fractions: all entries share one denominator, the last pivot, by which each
 * update divides without remainder. The entering variable has the largest coefficient after a pivot that improved the
 * objective and the lowest index after one that did not (Bland's rule), so that the method always ends.
 *
 * <p>The tableau has a row for each constraint and each variable with two finite bounds, and about a column for each
 * variable and two for each row; programs with more than {@value #MAX_CELLS} cells are refused. Numbers grow with the
 * number of pivots, so a pivot costs the number of cells times the cost of multiplying numbers of up to (53 or more) times
 * (rows) bits. Sources: R. Bland (1977), "New finite pivoting rules for the simplex method"; E. Bareiss (1968),
 * "Sylvester's identity and multistep integer-preserving Gaussian elimination".
 */
public final class ExactSimplex {
    /** The largest tableau, in cells. */
    public static final int MAX_CELLS = 2_500;

    private final LinearProgram program;
    private final boolean[] mirrored;
    /** Column of each variable; the negative part of a free one is next to it; -1 if the variable is fixed. */
    private final int[] column;

    private final BigFraction[] anchor;
    private final int rows;
    private final int structural;
    private final int width;
    private final BigInteger[][] cells;
    private final BigInteger[] phaseOne;
    private final BigInteger[] phaseTwo;
    private final int[] basis;
    /** Column that held the unit vector of each row at the start, for reading off multipliers. */
    private final int[] unitColumn;

    private final boolean[] artificial;
    private final BigFraction[] rowScale;
    private final BigFraction objectiveScale;
    private BigInteger denominator = BigInteger.ONE;
    private int pivots;

    private ExactSimplex(LinearProgram program) {
        this.program = program;
        int n = program.variables();
        int m = program.constraints();
        this.mirrored = new boolean[n];
        this.column = new int[n];
        this.anchor = new BigFraction[n];
        int next = 0;
        int boxed = 0;
        for (int j = 0; j < n; j++) {
            double lower = program.lower(j);
            double upper = program.upper(j);
            boolean free = Double.isInfinite(lower) && Double.isInfinite(upper);
            mirrored[j] = Double.isInfinite(lower) && !free;
            anchor[j] = free ? BigFraction.ZERO : exact(mirrored[j] ? upper : lower);
            column[j] = lower == upper ? -1 : next;
            next += lower == upper ? 0 : free ? 2 : 1;
            boxed += isBoxed(j) ? 1 : 0;
        }
        this.structural = next;
        this.rows = m + boxed;
        // Columns: structural, one slack or surplus a row (idle for equalities), one artificial a row, right-hand side.
        this.width = structural + 2 * rows + 1;
        this.cells = new BigInteger[rows][];
        this.basis = new int[rows];
        this.unitColumn = new int[rows];
        this.artificial = new boolean[width];
        this.rowScale = new BigFraction[rows];
        for (int i = 0; i < m; i++) {
            BigFraction[] row = zeros(structural + 1);
            row[structural] = exact(program.rightHandSide(i));
            for (int k = 0; k < program.entries(i); k++) {
                addTerm(row, program.entryVariable(i, k), exact(program.entryCoefficient(i, k)));
            }
            fillRow(i, row, program.relation(i));
        }
        int box = m;
        for (int j = 0; j < n; j++) {
            if (isBoxed(j)) {
                BigFraction[] row = zeros(structural + 1);
                row[column[j]] = BigFraction.ONE;
                row[structural] = exact(program.upper(j)).subtract(exact(program.lower(j)));
                fillRow(box++, row, Relation.AT_MOST);
            }
        }
        BigFraction[] objective = zeros(structural + 1);
        for (int j = 0; j < n; j++) {
            double c = program.objective(j);
            addTerm(objective, j, exact(program.isMaximisation() ? c : -c));
        }
        objective[structural] = BigFraction.ZERO;
        this.objectiveScale = scaleToIntegers(objective);
        this.phaseTwo = new BigInteger[width];
        Arrays.fill(phaseTwo, BigInteger.ZERO);
        for (int j = 0; j < structural; j++) {
            phaseTwo[j] = objective[j].multiply(objectiveScale).getNumerator().negate();
        }
        this.phaseOne = new BigInteger[width];
        Arrays.fill(phaseOne, BigInteger.ZERO);
        for (int i = 0; i < rows; i++) {
            if (artificial[basis[i]]) {
                for (int j = 0; j < width; j++) {
                    phaseOne[j] = artificial[j] ? BigInteger.ZERO : phaseOne[j].subtract(cells[i][j]);
                }
            }
        }
    }

    /**
     * Returns whether a program is small enough.
     *
     * @param program the program
     * @return whether its tableau has at most {@value #MAX_CELLS} cells
     */
    public static boolean fits(LinearProgram program) {
        long rows = program.constraints();
        long columns = program.variables() + 1L;
        for (int j = 0; j < program.variables(); j++) {
            boolean lower = !Double.isInfinite(program.lower(j));
            boolean upper = !Double.isInfinite(program.upper(j));
            rows += lower && upper && program.lower(j) < program.upper(j) ? 1 : 0;
            columns += lower || upper ? 0 : 1;
        }
        return rows * (columns + 2 * rows) <= MAX_CELLS;
    }

    /**
     * Solves a program exactly.
     *
     * @param program a program that {@link #fits}
     * @return an optimum, or a proof that there is none
     * @throws IllegalArgumentException if the program is too large
     */
    public static ExactOutcome solve(LinearProgram program) {
        if (!fits(program)) {
            throw new IllegalArgumentException("program with " + program.variables() + " variables and "
                    + program.constraints() + " constraints must fit a tableau of " + MAX_CELLS + " cells");
        }
        return new ExactSimplex(program).run();
    }

    private boolean isBoxed(int variable) {
        double lower = program.lower(variable);
        double upper = program.upper(variable);
        return !Double.isInfinite(lower) && !Double.isInfinite(upper) && lower < upper;
    }

    /** Adds coefficient times variable to a row over the structural columns, its constant to the right-hand side. */
    private void addTerm(BigFraction[] row, int variable, BigFraction coefficient) {
        row[structural] = row[structural].subtract(coefficient.multiply(anchor[variable]));
        int at = column[variable];
        if (at < 0) {
            return;
        }
        row[at] = mirrored[variable] ? coefficient.negate() : coefficient;
        if (isFree(variable)) {
            row[at + 1] = coefficient.negate();
        }
    }

    private boolean isFree(int variable) {
        return Double.isInfinite(program.lower(variable)) && Double.isInfinite(program.upper(variable));
    }

    private void fillRow(int i, BigFraction[] row, Relation relation) {
        BigFraction scale = scaleToIntegers(row);
        boolean flip = row[structural].signum() < 0;
        scale = flip ? scale.negate() : scale;
        rowScale[i] = scale;
        cells[i] = new BigInteger[width];
        Arrays.fill(cells[i], BigInteger.ZERO);
        for (int j = 0; j < structural; j++) {
            cells[i][j] = row[j].multiply(scale).getNumerator();
        }
        cells[i][width - 1] = row[structural].multiply(scale).getNumerator();
        int slack = structural + i;
        int unit = structural + rows + i;
        artificial[unit] = true;
        if (relation != Relation.EQUAL) {
            boolean positive = (relation == Relation.AT_MOST) != flip;
            cells[i][slack] = positive ? BigInteger.ONE : BigInteger.ONE.negate();
            unit = positive ? slack : unit;
        }
        cells[i][unit] = BigInteger.ONE;
        basis[i] = unit;
        unitColumn[i] = unit;
    }

    /** The smallest positive number that makes every entry whole, up to common factors. */
    private static BigFraction scaleToIntegers(BigFraction[] row) {
        BigInteger multiple = BigInteger.ONE;
        for (BigFraction entry : row) {
            BigInteger d = entry.getDenominator();
            multiple = multiple.multiply(d.divide(multiple.gcd(d)));
        }
        BigInteger common = BigInteger.ZERO;
        for (BigFraction entry : row) {
            common = common.gcd(entry.multiply(multiple).getNumerator());
        }
        return new BigFraction(multiple, common.signum() == 0 ? BigInteger.ONE : common);
    }

    private ExactOutcome run() {
        int blocked = improve(phaseOne);
        if (blocked >= 0) {
            throw new AssertionError("phase one is bounded");
        }
        if (phaseOne[width - 1].signum() < 0) {
            return new ExactOutcome.Infeasible(multipliers(phaseOne, true), pivots);
        }
        expelArtificials();
        int entering = improve(phaseTwo);
        List<BigFraction> point = point();
        if (entering >= 0) {
            return new ExactOutcome.Unbounded(point, ray(entering), pivots);
        }
        BigFraction value = BigFraction.ZERO;
        for (int j = 0; j < point.size(); j++) {
            value = value.add(point.get(j).multiply(exact(program.objective(j))));
        }
        return new ExactOutcome.Optimal(value, point, multipliers(phaseTwo, false), pivots);
    }

    /** Pivots until an objective row is optimal; returns -1, or the column along which it grows without limit. */
    private int improve(BigInteger[] objective) {
        boolean stalled = false;
        while (true) {
            int entering = entering(objective, stalled);
            if (entering < 0) {
                return -1;
            }
            int leaving = leaving(entering);
            if (leaving < 0) {
                return entering;
            }
            stalled = cells[leaving][width - 1].signum() == 0;
            pivot(leaving, entering);
        }
    }

    private int entering(BigInteger[] objective, boolean lowestIndex) {
        int best = -1;
        for (int j = 0; j < width - 1; j++) {
            if (!artificial[j] && objective[j].signum() < 0) {
                if (lowestIndex) {
                    return j;
                }
                best = best < 0 || objective[j].compareTo(objective[best]) < 0 ? j : best;
            }
        }
        return best;
    }

    private int leaving(int entering) {
        int best = -1;
        for (int i = 0; i < rows; i++) {
            if (cells[i][entering].signum() <= 0) {
                continue;
            }
            int order = -1;
            if (best >= 0) {
                order = cells[i][width - 1]
                        .multiply(cells[best][entering])
                        .compareTo(cells[best][width - 1].multiply(cells[i][entering]));
            }
            if (order < 0 || (order == 0 && basis[i] < basis[best])) {
                best = i;
            }
        }
        return best;
    }

    /** After a successful phase one, lets no artificial variable stay where it could become positive. */
    private void expelArtificials() {
        for (int i = 0; i < rows; i++) {
            if (!artificial[basis[i]]) {
                continue;
            }
            for (int j = 0; j < width - 1; j++) {
                if (!artificial[j] && cells[i][j].signum() != 0) {
                    pivot(i, j);
                    break;
                }
            }
            // A row without an entry is redundant and stays as it is under every pivot.
        }
    }

    private void pivot(int row, int entering) {
        BigInteger[] pivotRow = cells[row];
        BigInteger pivot = pivotRow[entering];
        for (BigInteger[] other : cells) {
            if (other != pivotRow) {
                eliminate(other, pivotRow, pivot, entering);
            }
        }
        eliminate(phaseOne, pivotRow, pivot, entering);
        eliminate(phaseTwo, pivotRow, pivot, entering);
        basis[row] = entering;
        denominator = pivot;
        if (pivot.signum() < 0) {
            for (BigInteger[] each : cells) {
                negate(each);
            }
            negate(phaseOne);
            negate(phaseTwo);
            denominator = pivot.negate();
        }
        pivots++;
    }

    private void eliminate(BigInteger[] row, BigInteger[] pivotRow, BigInteger pivot, int entering) {
        BigInteger factor = row[entering];
        for (int j = 0; j < width; j++) {
            BigInteger scaled = row[j].signum() == 0 ? BigInteger.ZERO : row[j].multiply(pivot);
            if (factor.signum() != 0 && pivotRow[j].signum() != 0) {
                scaled = scaled.subtract(factor.multiply(pivotRow[j]));
            }
            row[j] = scaled.signum() == 0 ? BigInteger.ZERO : scaled.divide(denominator);
        }
    }

    private static void negate(BigInteger[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = row[j].negate();
        }
    }

    private List<BigFraction> point() {
        BigFraction[] values = zeros(structural);
        for (int i = 0; i < rows; i++) {
            if (basis[i] < structural) {
                values[basis[i]] = new BigFraction(cells[i][width - 1], denominator);
            }
        }
        return toVariables(values, true);
    }

    private List<BigFraction> ray(int entering) {
        BigFraction[] values = zeros(structural);
        if (entering < structural) {
            values[entering] = BigFraction.ONE;
        }
        for (int i = 0; i < rows; i++) {
            if (basis[i] < structural) {
                values[basis[i]] = new BigFraction(cells[i][entering].negate(), denominator);
            }
        }
        return toVariables(values, false);
    }

    private List<BigFraction> toVariables(BigFraction[] values, boolean anchored) {
        List<BigFraction> result = new ArrayList<>(program.variables());
        for (int j = 0; j < program.variables(); j++) {
            BigFraction offset = BigFraction.ZERO;
            if (column[j] >= 0) {
                offset = values[column[j]];
                offset = isFree(j) ? offset.subtract(values[column[j] + 1]) : offset;
                offset = mirrored[j] ? offset.negate() : offset;
            }
            result.add(anchored ? anchor[j].add(offset) : offset);
        }
        return result;
    }

    /** Reads the multipliers of the program's constraints off an objective row. */
    private List<BigFraction> multipliers(BigInteger[] objective, boolean ofPhaseOne) {
        List<BigFraction> result = new ArrayList<>(program.constraints());
        for (int i = 0; i < program.constraints(); i++) {
            BigFraction multiplier = new BigFraction(objective[unitColumn[i]], denominator);
            if (ofPhaseOne && artificial[unitColumn[i]]) {
                // Phase one charges 1 for each artificial variable.
                multiplier = multiplier.subtract(BigFraction.ONE);
            }
            multiplier = multiplier.multiply(rowScale[i]);
            if (!ofPhaseOne) {
                multiplier = multiplier.divide(objectiveScale);
                multiplier = program.isMaximisation() ? multiplier : multiplier.negate();
            }
            result.add(multiplier);
        }
        return result;
    }

    private static BigFraction[] zeros(int length) {
        BigFraction[] zeros = new BigFraction[length];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }

    /** A number exactly as it is; Hipparchus would give zero a denominator of 2^1074. */
    private static BigFraction exact(double number) {
        return number == 0 ? BigFraction.ZERO : new BigFraction(number);
    }
}
