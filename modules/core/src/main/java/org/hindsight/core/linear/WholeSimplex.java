// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The primal simplex method on a {@link WholeProgram} from a basis that the caller has, exactly.
 *
 * <p>A basis is a set of rows that hold with equality and as many columns that may be positive, with a regular matrix where
 * they meet. Nothing is carried over from pivot to pivot but the two sets: values, prices and directions are solved for
 * anew by {@link PadicSystem}, so that numbers depend on the basis and not on the way to it. The entering variable has the
 * largest price after a pivot that improved the objective and the lowest index after one that did not (R. Bland, 1977),
 * so that the method ends.
 */
final class WholeSimplex {
    private static final int NONE = -1;

    private final WholeProgram program;
    private final int width;
    private final int height;
    private final boolean[] tight;
    private final boolean[] basic;
    private int[] rows = {};
    private int[] columns = {};
    private PadicSystem system;
    /** Numerators of all columns, then of all slacks. */
    private BigInteger[] values = {};

    private BigInteger valueUnit = BigInteger.ONE;
    private BigInteger[] multipliers = {};
    private BigInteger multiplierUnit = BigInteger.ONE;
    private BigInteger[] ray = {};
    private BigInteger rayUnit = BigInteger.ONE;
    private int pivots;

    WholeSimplex(WholeProgram program, int[] rows, int[] columns) {
        this.program = program;
        this.width = program.width();
        this.height = program.height();
        this.tight = new boolean[height];
        this.basic = new boolean[width];
        for (int i : rows) {
            tight[i] = true;
        }
        for (int j : columns) {
            basic[j] = true;
        }
        this.system = solveForValues();
    }

    private PadicSystem solveForValues() {
        rows = places(tight);
        columns = places(basic);
        system = new PadicSystem(meeting(rows, columns, true), meeting(columns, rows, false));
        BigInteger[] sides = new BigInteger[rows.length];
        Arrays.setAll(sides, a -> program.side(rows[a]));
        PadicSystem.Fractions solved = system.solve(sides);
        values = new BigInteger[width + height];
        Arrays.fill(values, BigInteger.ZERO);
        for (int b = 0; b < columns.length; b++) {
            values[columns[b]] = solved.numerators()[b];
        }
        valueUnit = solved.denominator();
        for (int i = 0; i < height; i++) {
            if (!tight[i]) {
                values[width + i] = program.side(i)
                        .multiply(valueUnit)
                        .subtract(program.row(i).times(values));
            }
        }
        return system;
    }

    private static int[] places(boolean... flags) {
        int[] places = new int[flags.length];
        int size = 0;
        for (int k = 0; k < flags.length; k++) {
            if (flags[k]) {
                places[size++] = k;
            }
        }
        return Arrays.copyOf(places, size);
    }

    /** The part of some lines that meets the lines across. */
    private WholeProgram.Line[] meeting(int[] lines, int[] across, boolean ofRows) {
        int[] place = new int[ofRows ? width : height];
        Arrays.fill(place, NONE);
        for (int k = 0; k < across.length; k++) {
            place[across[k]] = k;
        }
        WholeProgram.Line[] parts = new WholeProgram.Line[lines.length];
        for (int k = 0; k < lines.length; k++) {
            WholeProgram.Line line = ofRows ? program.row(lines[k]) : program.column(lines[k]);
            int[] at = new int[line.at().length];
            BigInteger[] numbers = new BigInteger[at.length];
            int size = 0;
            for (int q = 0; q < at.length; q++) {
                if (place[line.at()[q]] != NONE) {
                    at[size] = place[line.at()[q]];
                    numbers[size++] = line.numbers()[q];
                }
            }
            parts[k] = new WholeProgram.Line(Arrays.copyOf(at, size), Arrays.copyOf(numbers, size));
        }
        return parts;
    }

    private void solveForMultipliers() {
        BigInteger[] costs = new BigInteger[columns.length];
        Arrays.setAll(costs, b -> program.objective(columns[b]));
        PadicSystem.Fractions solved = system.solveTransposed(costs);
        multipliers = new BigInteger[height];
        Arrays.fill(multipliers, BigInteger.ZERO);
        for (int a = 0; a < rows.length; a++) {
            multipliers[rows[a]] = solved.numerators()[a];
        }
        multiplierUnit = solved.denominator();
    }

    /** The slack or column of most negative value, or -1 if the point is feasible. */
    int mostViolated() {
        int worst = NONE;
        for (int v = 0; v < values.length; v++) {
            if (values[v].signum() < 0 && (worst == NONE || values[v].compareTo(values[worst]) < 0)) {
                worst = v;
            }
        }
        return worst;
    }

    boolean isFeasible() {
        return mostViolated() == NONE;
    }

    /** Whether no variable would improve the objective by entering. */
    boolean isDualFeasible() {
        solveForMultipliers();
        return entering(true) == NONE;
    }

    /**
     * A program with one more column, and a feasible basis of it, whose optimum has that column at zero if this program is
     * feasible. The column repairs all violated variables at the same rate and enters for the most violated one.
     */
    WholeSimplex repairing() {
        BigInteger[] column = new BigInteger[height];
        Arrays.fill(column, BigInteger.ZERO);
        for (int v = 0; v < values.length; v++) {
            if (values[v].signum() < 0 && v < width) {
                WholeProgram.Line line = program.column(v);
                for (int q = 0; q < line.at().length; q++) {
                    column[line.at()[q]] = column[line.at()[q]].subtract(line.numbers()[q]);
                }
            } else if (values[v].signum() < 0) {
                column[v - width] = column[v - width].subtract(BigInteger.ONE);
            }
        }
        int worst = mostViolated();
        boolean[] stillBasic = Arrays.copyOf(basic, width + 1);
        boolean[] nowTight = tight.clone();
        stillBasic[width] = true;
        if (worst < width) {
            stillBasic[worst] = false;
        } else {
            nowTight[worst - width] = true;
        }
        return new WholeSimplex(program.shrinking(column), places(nowTight), places(stillBasic));
    }

    /** Pivots from a feasible basis until there is no improvement; returns whether that was reached, or a ray found. */
    boolean climb() {
        return climb(NONE);
    }

    /** Pivots until the last column has left the basis, or cannot; returns whether it has. */
    boolean expelLast() {
        climb(width - 1);
        return !basic[width - 1];
    }

    private boolean climb(int unwanted) {
        boolean stalled = false;
        while (unwanted == NONE || basic[unwanted]) {
            solveForMultipliers();
            int entering = entering(stalled);
            if (entering == NONE) {
                return true;
            }
            BigInteger[] rates = rates(entering);
            int leaving = leaving(rates, unwanted);
            if (leaving == NONE) {
                ray = new BigInteger[width];
                Arrays.setAll(ray, j -> rates[j].negate());
                if (entering < width) {
                    ray[entering] = rayUnit;
                }
                return false;
            }
            stalled = values[leaving].signum() == 0;
            exchange(entering);
            exchange(leaving);
            pivots++;
            solveForValues();
        }
        return true;
    }

    private void exchange(int variable) {
        if (variable < width) {
            basic[variable] = !basic[variable];
        } else {
            tight[variable - width] = !tight[variable - width];
        }
    }

    private int entering(boolean lowestIndex) {
        int best = NONE;
        BigInteger bestPrice = BigInteger.ZERO;
        for (int v = 0; v < width + height; v++) {
            BigInteger price = BigInteger.ZERO;
            if (v < width && !basic[v]) {
                price = program.column(v)
                        .times(multipliers)
                        .subtract(program.objective(v).multiply(multiplierUnit));
            } else if (v >= width && tight[v - width]) {
                price = multipliers[v - width];
            }
            if (price.compareTo(bestPrice) < 0) {
                best = v;
                bestPrice = price;
                if (lowestIndex) {
                    return best;
                }
            }
        }
        return best;
    }

    /** How fast each basic variable falls while one enters; fills the unit of these numbers. */
    private BigInteger[] rates(int entering) {
        BigInteger[] sides = new BigInteger[rows.length];
        Arrays.fill(sides, BigInteger.ZERO);
        BigInteger[] full = new BigInteger[height];
        Arrays.fill(full, BigInteger.ZERO);
        if (entering < width) {
            WholeProgram.Line column = program.column(entering);
            for (int q = 0; q < column.at().length; q++) {
                full[column.at()[q]] = column.numbers()[q];
            }
        } else {
            full[entering - width] = BigInteger.ONE;
        }
        Arrays.setAll(sides, a -> full[rows[a]]);
        PadicSystem.Fractions solved = system.solve(sides);
        rayUnit = solved.denominator();
        BigInteger[] rates = new BigInteger[width + height];
        Arrays.fill(rates, BigInteger.ZERO);
        for (int b = 0; b < columns.length; b++) {
            rates[columns[b]] = solved.numerators()[b];
        }
        for (int i = 0; i < height; i++) {
            if (!tight[i]) {
                rates[width + i] =
                        full[i].multiply(rayUnit).subtract(program.row(i).times(rates));
            }
        }
        return rates;
    }

    /** The variable that first falls to zero; of several the unwanted one, or else that of lowest index. */
    private int leaving(BigInteger[] rates, int unwanted) {
        int best = NONE;
        for (int v = 0; v < rates.length; v++) {
            if (rates[v].signum() > 0) {
                int order = -1;
                if (best != NONE) {
                    order = values[v].multiply(rates[best]).compareTo(values[best].multiply(rates[v]));
                }
                if (order < 0 || (order == 0 && v == unwanted)) {
                    best = v;
                }
            }
        }
        return best;
    }

    PadicSystem.Fractions point() {
        return new PadicSystem.Fractions(Arrays.copyOf(values, width), valueUnit);
    }

    PadicSystem.Fractions multipliers() {
        return new PadicSystem.Fractions(multipliers, multiplierUnit);
    }

    /** The direction that {@link #climb} found, up to a positive factor. */
    PadicSystem.Fractions ray() {
        return new PadicSystem.Fractions(ray, rayUnit);
    }

    int[] tightRows() {
        return rows;
    }

    /** The columns that may be positive, among the first so many. */
    int[] basicColumns() {
        return columns;
    }

    int pivots() {
        return pivots;
    }
}
