// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * A rational program brought to the form of {@link WholeProgram}, and the way back.
 *
 * <p>Variables are measured from a bound, free ones are the difference of two, fixed ones are left out; a second bound is a
 * row of its own, an equality is two rows. Each row is multiplied by the smallest number that makes it whole.
 */
final class WholeForm {
    private final RationalProgram program;
    private final boolean[] mirrored;
    private final boolean[] free;
    /** Column of each variable; the negative part of a free one is next to it; -1 if the variable is fixed. */
    private final int[] column;

    private final BigFraction[] anchor;
    private final int width;
    private final List<WholeProgram.Line> lines = new ArrayList<>();
    private final List<BigInteger> sides = new ArrayList<>();
    /** The constraint of each row, -1 for a bound, and what its numbers were multiplied by, negative for "at least". */
    private final List<Integer> constraint = new ArrayList<>();

    private final List<BigFraction> scale = new ArrayList<>();
    private final BigFraction objectiveScale;
    private final WholeProgram whole;

    WholeForm(RationalProgram program) {
        this.program = program;
        int n = program.variables();
        this.mirrored = new boolean[n];
        this.free = new boolean[n];
        this.column = new int[n];
        this.anchor = new BigFraction[n];
        int next = 0;
        for (int j = 0; j < n; j++) {
            BigFraction lower = program.lower(j);
            BigFraction upper = program.upper(j);
            free[j] = lower == null && upper == null;
            mirrored[j] = lower == null && upper != null;
            anchor[j] = lower != null ? lower : upper != null ? upper : BigFraction.ZERO;
            boolean fixed = lower != null && lower.equals(upper);
            column[j] = fixed ? -1 : next;
            next += fixed ? 0 : free[j] ? 2 : 1;
        }
        this.width = next;
        for (int i = 0; i < program.constraints(); i++) {
            addConstraint(i);
        }
        for (int j = 0; j < n; j++) {
            BigFraction lower = program.lower(j);
            BigFraction upper = program.upper(j);
            if (lower != null && upper != null && column[j] >= 0) {
                BigFraction room = upper.subtract(lower);
                addRow(
                        -1,
                        new int[] {column[j]},
                        new BigInteger[] {room.getDenominator()},
                        room.getNumerator(),
                        BigFraction.ONE);
            }
        }
        BigFraction[] costs = new BigFraction[n];
        Arrays.setAll(
                costs,
                j -> program.isMaximisation()
                        ? program.objective(j)
                        : program.objective(j).negate());
        BigInteger denominator = RationalProgram.commonDenominator(costs);
        BigInteger[] objective = new BigInteger[width];
        Arrays.fill(objective, BigInteger.ZERO);
        BigInteger common = BigInteger.ZERO;
        for (int j = 0; j < n; j++) {
            if (column[j] >= 0) {
                BigInteger cost = RationalProgram.numerator(costs[j], denominator);
                common = common.gcd(cost);
                objective[column[j]] = mirrored[j] ? cost.negate() : cost;
                if (free[j]) {
                    objective[column[j] + 1] = cost.negate();
                }
            }
        }
        BigInteger unit = common.signum() == 0 ? BigInteger.ONE : common;
        Arrays.setAll(objective, j -> objective[j].divide(unit));
        this.objectiveScale = new BigFraction(denominator, unit);
        this.whole =
                WholeProgram.of(lines.toArray(new WholeProgram.Line[0]), sides.toArray(new BigInteger[0]), objective);
    }

    private void addConstraint(int i) {
        RationalProgram.Row row = program.row(i);
        int entries = row.variables().length;
        BigFraction side = new BigFraction(row.rightHandSide());
        int[] at = new int[2 * entries];
        BigInteger[] numbers = new BigInteger[2 * entries];
        int size = 0;
        for (int k = 0; k < entries; k++) {
            int j = row.variables()[k];
            BigInteger number = row.numerators()[k];
            if (number.signum() == 0) {
                continue;
            }
            if (anchor[j].signum() != 0) {
                side = side.subtract(anchor[j].multiply(number));
            }
            if (column[j] >= 0) {
                at[size] = column[j];
                numbers[size++] = mirrored[j] ? number.negate() : number;
            }
            if (free[j]) {
                at[size] = column[j] + 1;
                numbers[size++] = number.negate();
            }
        }
        BigInteger factor = side.signum() == 0 ? BigInteger.ONE : side.getDenominator();
        for (int q = 0; q < size; q++) {
            numbers[q] = numbers[q].multiply(factor);
        }
        BigInteger wholeSide = side.signum() == 0 ? BigInteger.ZERO : side.getNumerator();
        BigFraction multiplier = new BigFraction(row.denominator().multiply(factor));
        at = Arrays.copyOf(at, size);
        numbers = Arrays.copyOf(numbers, size);
        if (row.relation() != Relation.AT_LEAST) {
            addRow(i, at, numbers, wholeSide, multiplier);
        }
        if (row.relation() != Relation.AT_MOST) {
            BigInteger[] opposite = new BigInteger[size];
            for (int q = 0; q < size; q++) {
                opposite[q] = numbers[q].negate();
            }
            addRow(i, at, opposite, wholeSide.negate(), multiplier.negate());
        }
    }

    private void addRow(int ofConstraint, int[] at, BigInteger[] numbers, BigInteger side, BigFraction multiplier) {
        BigInteger common = side.abs();
        for (BigInteger number : numbers) {
            common = common.gcd(number);
        }
        BigInteger unit = common.signum() == 0 ? BigInteger.ONE : common;
        BigInteger[] smallest = new BigInteger[numbers.length];
        Arrays.setAll(smallest, q -> numbers[q].divide(unit));
        lines.add(new WholeProgram.Line(at, smallest));
        sides.add(side.divide(unit));
        constraint.add(ofConstraint);
        scale.add(multiplier.divide(unit));
    }

    WholeProgram whole() {
        return whole;
    }

    /** A point of the program in the columns' own terms. */
    double[] columns(double... point) {
        double[] values = new double[width];
        for (int j = 0; j < column.length; j++) {
            if (column[j] >= 0) {
                double offset = point[j] - anchor[j].doubleValue();
                offset = mirrored[j] ? -offset : offset;
                values[column[j]] = Math.max(0, offset);
                if (free[j]) {
                    values[column[j] + 1] = Math.max(0, -offset);
                }
            }
        }
        return values;
    }

    /** A direction in the columns' own terms. */
    double[] directions(double... ray) {
        double[] values = new double[width];
        for (int j = 0; j < column.length; j++) {
            if (column[j] >= 0) {
                values[column[j]] = mirrored[j] ? -ray[j] : ray[j];
                if (free[j]) {
                    values[column[j] + 1] = -ray[j];
                }
            }
        }
        return values;
    }

    /**
     * The multipliers of an optimum in the rows' own terms, at least zero. Those of second bounds are not known and taken
     * for zero.
     *
     * @param multipliers one a constraint, positive where "at most" is paid for
     */
    double[] rows(double... multipliers) {
        return rows(objectiveScale.doubleValue(), multipliers);
    }

    /** The multipliers of a contradiction in the rows' own terms. */
    double[] farkasRows(double... multipliers) {
        return rows(1, multipliers);
    }

    private double[] rows(double unit, double... multipliers) {
        double[] values = new double[lines.size()];
        for (int r = 0; r < values.length; r++) {
            int i = constraint.get(r);
            values[r] =
                    i < 0 ? 0 : Math.max(0, unit * multipliers[i] / scale.get(r).doubleValue());
        }
        return values;
    }

    List<BigFraction> point(PadicSystem.Fractions values) {
        return variables(values, true);
    }

    List<BigFraction> ray(PadicSystem.Fractions values) {
        return variables(values, false);
    }

    private List<BigFraction> variables(PadicSystem.Fractions values, boolean anchored) {
        List<BigFraction> result = new ArrayList<>(column.length);
        for (int j = 0; j < column.length; j++) {
            BigInteger offset = BigInteger.ZERO;
            if (column[j] >= 0) {
                offset = values.numerators()[column[j]];
                offset = free[j] ? offset.subtract(values.numerators()[column[j] + 1]) : offset;
                offset = mirrored[j] ? offset.negate() : offset;
            }
            BigFraction fraction = fraction(offset, values.denominator());
            result.add(anchored ? anchor[j].add(fraction) : fraction);
        }
        return result;
    }

    /** The multipliers of an optimum. */
    List<BigFraction> dual(PadicSystem.Fractions values) {
        BigFraction unit = program.isMaximisation() ? objectiveScale : objectiveScale.negate();
        return multipliers(values, unit.reciprocal());
    }

    /** The multipliers of a contradiction. */
    List<BigFraction> farkas(PadicSystem.Fractions values) {
        return multipliers(values, BigFraction.ONE);
    }

    private List<BigFraction> multipliers(PadicSystem.Fractions values, BigFraction unit) {
        BigFraction[] result = new BigFraction[program.constraints()];
        Arrays.fill(result, BigFraction.ZERO);
        for (int r = 0; r < lines.size(); r++) {
            BigInteger value = values.numerators()[r];
            if (constraint.get(r) >= 0 && value.signum() != 0) {
                BigFraction multiplier = fraction(value, values.denominator())
                        .multiply(scale.get(r))
                        .multiply(unit);
                result[constraint.get(r)] = result[constraint.get(r)].add(multiplier);
            }
        }
        return List.of(result);
    }

    private static BigFraction fraction(BigInteger numerator, BigInteger denominator) {
        return numerator.signum() == 0 ? BigFraction.ZERO : new BigFraction(numerator, denominator);
    }
}
