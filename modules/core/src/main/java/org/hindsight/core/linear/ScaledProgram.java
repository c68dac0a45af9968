// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;

/**
 * A program in units in which its numbers are near one, and the way back.
 *
 * <p>Constraints and variables are multiplied by powers of two, so that nothing is rounded: first so that the geometric
 * mean of the entries of each is near one, which settles the units, then so that the largest is. One power of two brings
 * the right-hand sides near one, another the objective. Empty constraints are left out.
 *
 * <p>Both steps matter to ojAlgo. Without the first, the program of a matrix game with payoffs of 1e-6 stays as it is,
 * because the largest entry of each row and column is 1 already; without the second, games of 260 by 260 fail. Source of
 * the second: D. Ruiz (2001), "A scaling algorithm to equilibrate both rows and columns norms in matrices".
 */
final class ScaledProgram {
    private static final int PASSES = 4;
    /** Keeps products of powers within the range of double. */
    private static final int LARGEST_POWER = 400;

    private final LinearProgram original;
    private final LinearProgram scaled;
    /** The original number of each scaled constraint. */
    private final int[] kept;
    /** Variable j is 2^variablePower[j] times scaled variable j. */
    private final int[] variablePower;
    /** The multiplier of kept constraint i is 2^multiplierPower[i] times the scaled one. */
    private final int[] multiplierPower;

    private ScaledProgram(
            LinearProgram original, LinearProgram scaled, int[] kept, int[] variablePower, int[] multiplierPower) {
        this.original = original;
        this.scaled = scaled;
        this.kept = kept;
        this.variablePower = variablePower;
        this.multiplierPower = multiplierPower;
    }

    /** The program as it is. */
    static ScaledProgram unscaled(LinearProgram program) {
        int[] all = new int[program.constraints()];
        Arrays.setAll(all, i -> i);
        return new ScaledProgram(program, program, all, new int[program.variables()], new int[all.length]);
    }

    static ScaledProgram of(LinearProgram program) {
        int n = program.variables();
        int[] kept = new int[program.constraints()];
        int m = 0;
        for (int i = 0; i < kept.length; i++) {
            if (program.entries(i) > 0) {
                kept[m++] = i;
            }
        }
        kept = Arrays.copyOf(kept, m);
        double[] rowLog = new double[m];
        double[] columnLog = new double[n];
        for (int pass = 0; pass < PASSES; pass++) {
            average(program, kept, rowLog, columnLog, true);
            average(program, kept, rowLog, columnLog, false);
        }
        for (int pass = 0; pass < PASSES; pass++) {
            balance(program, kept, rowLog, columnLog);
        }
        int[] columnPower = new int[n];
        for (int j = 0; j < n; j++) {
            columnPower[j] = power(columnLog[j]);
        }
        int[] rowPower = new int[m];
        double rightHandSideLog = 0;
        int constants = 0;
        for (int i = 0; i < m; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < program.entries(kept[i]); k++) {
                double size = log(program.entryCoefficient(kept[i], k));
                largest = Math.max(largest, size + columnPower[program.entryVariable(kept[i], k)]);
            }
            rowPower[i] = power(-largest);
            double b = program.rightHandSide(kept[i]);
            if (b != 0) {
                rightHandSideLog += log(b) + rowPower[i];
                constants++;
            }
        }
        if (constants == 0) {
            for (int j = 0; j < n; j++) {
                for (double bound : new double[] {program.lower(j), program.upper(j)}) {
                    if (bound != 0 && !Double.isInfinite(bound)) {
                        rightHandSideLog += log(bound) - columnPower[j];
                        constants++;
                    }
                }
            }
        }
        int constantPower = constants == 0 ? 0 : power(-rightHandSideLog / constants);
        double largestCost = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            if (program.objective(j) != 0) {
                largestCost = Math.max(largestCost, log(program.objective(j)) + columnPower[j]);
            }
        }
        int objectivePower = Double.isInfinite(largestCost) ? 0 : power(-largestCost);

        double[] objective = new double[n];
        double[] lower = new double[n];
        double[] upper = new double[n];
        int[] variablePower = new int[n];
        for (int j = 0; j < n; j++) {
            objective[j] = Math.scalb(program.objective(j), columnPower[j] + objectivePower);
            variablePower[j] = columnPower[j] - constantPower;
            lower[j] = Math.scalb(program.lower(j), -variablePower[j]);
            upper[j] = Math.scalb(program.upper(j), -variablePower[j]);
        }
        Relation[] relations = new Relation[m];
        double[] rightHandSides = new double[m];
        int[] multiplierPower = new int[m];
        int[] start = new int[m + 1];
        for (int i = 0; i < m; i++) {
            relations[i] = program.relation(kept[i]);
            rightHandSides[i] = Math.scalb(program.rightHandSide(kept[i]), rowPower[i] + constantPower);
            multiplierPower[i] = rowPower[i] - objectivePower;
            start[i + 1] = start[i] + program.entries(kept[i]);
        }
        int[] variables = new int[start[m]];
        double[] coefficients = new double[start[m]];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < program.entries(kept[i]); k++) {
                int j = program.entryVariable(kept[i], k);
                variables[start[i] + k] = j;
                coefficients[start[i] + k] =
                        Math.scalb(program.entryCoefficient(kept[i], k), rowPower[i] + columnPower[j]);
            }
        }
        LinearProgram scaled = new LinearProgram(
                program.isMaximisation(),
                objective,
                lower,
                upper,
                relations,
                rightHandSides,
                start,
                variables,
                coefficients);
        return new ScaledProgram(program, scaled, kept, variablePower, multiplierPower);
    }

    /** Divides every row, or every column, by the geometric mean of its entries. */
    private static void average(LinearProgram program, int[] kept, double[] rowLog, double[] columnLog, boolean rows) {
        double[] own = rows ? rowLog : columnLog;
        double[] sum = new double[own.length];
        int[] count = new int[own.length];
        for (int i = 0; i < kept.length; i++) {
            for (int k = 0; k < program.entries(kept[i]); k++) {
                int j = program.entryVariable(kept[i], k);
                double size = log(program.entryCoefficient(kept[i], k));
                sum[rows ? i : j] += size + (rows ? columnLog[j] : rowLog[i]);
                count[rows ? i : j]++;
            }
        }
        for (int k = 0; k < own.length; k++) {
            own[k] = count[k] == 0 ? 0 : -sum[k] / count[k];
        }
    }

    /** Divides every row and every column by the square root of its largest entry. */
    private static void balance(LinearProgram program, int[] kept, double[] rowLog, double[] columnLog) {
        double[] rowLargest = new double[rowLog.length];
        double[] columnLargest = new double[columnLog.length];
        Arrays.fill(rowLargest, Double.NEGATIVE_INFINITY);
        Arrays.fill(columnLargest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < kept.length; i++) {
            for (int k = 0; k < program.entries(kept[i]); k++) {
                int j = program.entryVariable(kept[i], k);
                double size = log(program.entryCoefficient(kept[i], k)) + rowLog[i] + columnLog[j];
                rowLargest[i] = Math.max(rowLargest[i], size);
                columnLargest[j] = Math.max(columnLargest[j], size);
            }
        }
        for (int i = 0; i < rowLog.length; i++) {
            rowLog[i] -= rowLargest[i] / 2;
        }
        for (int j = 0; j < columnLog.length; j++) {
            // A variable that no constraint mentions keeps its unit.
            columnLog[j] -= Double.isInfinite(columnLargest[j]) ? 0 : columnLargest[j] / 2;
        }
    }

    /** The binary logarithm of a number's size, to within one: good enough, and the same on every machine. */
    private static double log(double number) {
        return Math.getExponent(number);
    }

    private static int power(double logarithm) {
        return (int) Math.rint(Math.max(-LARGEST_POWER, Math.min(LARGEST_POWER, logarithm)));
    }

    LinearProgram program() {
        return scaled;
    }

    /** A point of the original program, each variable that is within a distance of a bound moved onto it. */
    double[] point(double[] scaledPoint, double snap) {
        double reach = snap * Math.max(1, size(scaledPoint));
        double[] point = new double[scaledPoint.length];
        for (int j = 0; j < point.length; j++) {
            double x = scaledPoint[j];
            double lower = scaled.lower(j);
            double upper = scaled.upper(j);
            if (x <= lower + reach) {
                point[j] = original.lower(j);
            } else if (x >= upper - reach) {
                point[j] = original.upper(j);
            } else {
                point[j] = Math.abs(x) <= reach ? 0 : Math.scalb(x, variablePower[j]);
            }
        }
        return point;
    }

    /** A direction of the original program, entries within a distance of zero and those against a bound dropped. */
    double[] ray(double[] scaledRay, double snap) {
        double reach = snap * size(scaledRay);
        double[] ray = new double[scaledRay.length];
        for (int j = 0; j < ray.length; j++) {
            double r = scaledRay[j];
            double ahead = r > 0 ? original.upper(j) : original.lower(j);
            ray[j] = Math.abs(r) > reach && Double.isInfinite(ahead) ? Math.scalb(r, variablePower[j]) : 0;
        }
        return ray;
    }

    /**
     * Multipliers of the original program, those within a distance of zero and those of the wrong sign dropped.
     *
     * @param sense 1 if "at most" asks for a non-negative multiplier, -1 if for a non-positive one
     */
    double[] multipliers(double[] scaledMultipliers, double snap, int sense) {
        double reach = snap * Math.max(Double.MIN_VALUE, size(scaledMultipliers));
        double[] multipliers = new double[original.constraints()];
        for (int i = 0; i < kept.length; i++) {
            double y = scaledMultipliers[i];
            if (Math.abs(y) > reach && scaled.relation(i).allowsMultiplier(sense * y)) {
                multipliers[kept[i]] = Math.scalb(y, multiplierPower[i]);
            }
        }
        return multipliers;
    }

    private static double size(double[] vector) {
        double size = 0;
        for (double entry : vector) {
            size = Math.max(size, Math.abs(entry));
        }
        return size;
    }
}
