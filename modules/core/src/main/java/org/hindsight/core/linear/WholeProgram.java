// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The program "maximise c.x subject to A x at most b and x at least 0" in whole numbers, by rows and by columns.
 *
 * <p>Its dual, "maximise -b.y subject to -A'y at most -c and y at least 0", has the same form.
 */
final class WholeProgram {
    /** A list of non-zero numbers with their places. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Line(int[] at, BigInteger[] numbers) {
        /** The product with a vector given by place. */
        BigInteger times(BigInteger[] vector) {
            BigInteger sum = BigInteger.ZERO;
            for (int q = 0; q < at.length; q++) {
                BigInteger factor = vector[at[q]];
                if (factor.signum() != 0) {
                    sum = sum.add(numbers[q].multiply(factor));
                }
            }
            return sum;
        }

        private Line negated() {
            BigInteger[] opposite = new BigInteger[numbers.length];
            Arrays.setAll(opposite, q -> numbers[q].negate());
            return new Line(at, opposite);
        }
    }

    private final Line[] rows;
    private final Line[] columns;
    private final BigInteger[] sides;
    private final BigInteger[] objective;

    private WholeProgram(Line[] rows, Line[] columns, BigInteger[] sides, BigInteger[] objective) {
        this.rows = rows;
        this.columns = columns;
        this.sides = sides;
        this.objective = objective;
    }

    static WholeProgram of(Line[] rows, BigInteger[] sides, BigInteger[] objective) {
        return new WholeProgram(rows, transposed(rows, objective.length), sides, objective);
    }

    private static Line[] transposed(Line[] rows, int width) {
        int[] size = new int[width];
        for (Line row : rows) {
            for (int j : row.at()) {
                size[j]++;
            }
        }
        Line[] columns = new Line[width];
        Arrays.setAll(columns, j -> new Line(new int[size[j]], new BigInteger[size[j]]));
        int[] next = new int[width];
        for (int i = 0; i < rows.length; i++) {
            for (int q = 0; q < rows[i].at().length; q++) {
                int j = rows[i].at()[q];
                columns[j].at()[next[j]] = i;
                columns[j].numbers()[next[j]++] = rows[i].numbers()[q];
            }
        }
        return columns;
    }

    WholeProgram dual() {
        return new WholeProgram(negated(columns), negated(rows), negated(objective), negated(sides));
    }

    private static Line[] negated(Line[] lines) {
        Line[] opposite = new Line[lines.length];
        Arrays.setAll(opposite, k -> lines[k].negated());
        return opposite;
    }

    private static BigInteger[] negated(BigInteger[] numbers) {
        BigInteger[] opposite = new BigInteger[numbers.length];
        Arrays.setAll(opposite, k -> numbers[k].negate());
        return opposite;
    }

    /** The program with one more variable and, instead of its objective, the wish to have little of that variable. */
    WholeProgram shrinking(BigInteger[] column) {
        Line[] longer = new Line[rows.length];
        int last = columns.length;
        for (int i = 0; i < rows.length; i++) {
            longer[i] = rows[i];
            if (column[i].signum() != 0) {
                int size = rows[i].at().length;
                int[] at = Arrays.copyOf(rows[i].at(), size + 1);
                BigInteger[] numbers = Arrays.copyOf(rows[i].numbers(), size + 1);
                at[size] = last;
                numbers[size] = column[i];
                longer[i] = new Line(at, numbers);
            }
        }
        BigInteger[] wish = new BigInteger[last + 1];
        Arrays.fill(wish, BigInteger.ZERO);
        wish[last] = BigInteger.ONE.negate();
        return of(longer, sides, wish);
    }

    int width() {
        return columns.length;
    }

    int height() {
        return rows.length;
    }

    Line row(int i) {
        return rows[i];
    }

    Line column(int j) {
        return columns[j];
    }

    BigInteger side(int i) {
        return sides[i];
    }

    BigInteger objective(int j) {
        return objective[j];
    }
}
