// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A basis of a {@link WholeProgram} near a point and multipliers in doubles.
 *
 * <p>Let Z be the columns of positive value or without reduced cost and R the rows that are tight or have a multiplier. A
 * maximal independent set of rows of A_RZ, those with multipliers first, and one of columns, those with values first, meet
 * in a regular matrix. If the point and the multipliers are optimal vertices, the two sets contain all their positive
 * entries, and the basis has exactly that point and those multipliers. Independence is decided modulo a prime, so the matrix
 * is regular whatever the doubles say.
 */
final class StartingBasis {
    private static final double NEGLIGIBLE = 1e-9;
    private static final double NOISE = 1e-12;

    private final WholeProgram program;
    private final int[] rows;
    private final int[] columns;

    private StartingBasis(WholeProgram program, int[] rows, int[] columns) {
        this.program = program;
        this.rows = independent(rows, columns, true);
        this.columns = independent(columns, rows, false);
    }

    /** The basis of all slacks. */
    static StartingBasis ofSlacks(WholeProgram program) {
        return new StartingBasis(program, new int[0], new int[0]);
    }

    /** A basis near an optimum. */
    static StartingBasis nearOptimum(WholeProgram program, double[] point, double[] multipliers) {
        double[] x = withoutNoise(point);
        double[] y = withoutNoise(multipliers);
        int[] r = IntStream.range(0, program.height())
                .filter(i -> y[i] > 0 || vanishes(program.side(i), program.row(i), x))
                .toArray();
        int[] z = IntStream.range(0, program.width())
                .filter(j -> x[j] > 0 || vanishes(program.objective(j), program.column(j), y))
                .toArray();
        return new StartingBasis(program, descending(r, y), descending(z, x));
    }

    /** A basis in which one row contradicts the rest, near the multipliers that show it. */
    static StartingBasis nearContradiction(WholeProgram program, double[] multipliers) {
        double[] y = withoutNoise(multipliers);
        int[] r = IntStream.range(0, program.height()).filter(i -> y[i] > 0).toArray();
        int[] z = IntStream.range(0, program.width())
                .filter(j -> vanishes(BigInteger.ZERO, program.column(j), y))
                .toArray();
        return new StartingBasis(program, descending(r, y), z);
    }

    /** A basis near a point from which a ray starts. */
    static StartingBasis nearRay(WholeProgram program, double[] point, double[] ray) {
        double[] x = withoutNoise(point);
        double[] d = withoutNoise(ray);
        int[] r = IntStream.range(0, program.height())
                .filter(i -> vanishes(program.side(i), program.row(i), x))
                .toArray();
        int[] z = IntStream.range(0, program.width())
                .filter(j -> x[j] > 0 || d[j] > 0)
                .toArray();
        return new StartingBasis(program, r, descending(z, x));
    }

    /** The tight rows. */
    int[] rows() {
        return rows;
    }

    /** The columns that may be positive, as many. */
    int[] columns() {
        return columns;
    }

    private static double[] withoutNoise(double... values) {
        double largest = Arrays.stream(values).max().orElse(0);
        return Arrays.stream(values).map(v -> v > NOISE * largest ? v : 0).toArray();
    }

    /** Whether a product is a number, nearly. */
    private static boolean vanishes(BigInteger number, WholeProgram.Line line, double... vector) {
        double difference = number.doubleValue();
        double largest = Math.abs(difference);
        for (int q = 0; q < line.at().length; q++) {
            double factor = vector[line.at()[q]];
            if (factor != 0) {
                double term = line.numbers()[q].doubleValue() * factor;
                difference -= term;
                largest = Math.max(largest, Math.abs(term));
            }
        }
        return Math.abs(difference) <= NEGLIGIBLE * largest;
    }

    private static int[] descending(int[] places, double... values) {
        return Arrays.stream(places)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -values[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The lines, in their order, that do not depend on earlier ones. */
    private int[] independent(int[] lines, int[] across, boolean ofRows) {
        long p = ModularArithmetic.FIRST_PRIME;
        int[] place = new int[ofRows ? program.width() : program.height()];
        Arrays.fill(place, -1);
        for (int k = 0; k < across.length; k++) {
            place[across[k]] = k;
        }
        long[][] reduced = new long[Math.min(lines.length, across.length)][];
        int[] leading = new int[reduced.length];
        int[] kept = new int[reduced.length];
        int rank = 0;
        for (int k = 0; k < lines.length && rank < reduced.length; k++) {
            WholeProgram.Line line = ofRows ? program.row(lines[k]) : program.column(lines[k]);
            long[] residues = new long[across.length];
            for (int q = 0; q < line.at().length; q++) {
                if (place[line.at()[q]] >= 0) {
                    residues[place[line.at()[q]]] = ModularArithmetic.residue(line.numbers()[q], p);
                }
            }
            for (int e = 0; e < rank; e++) {
                long factor = residues[leading[e]];
                if (factor != 0) {
                    ModularArithmetic.subtract(residues, reduced[e], factor, leading[e], p);
                }
            }
            int first = 0;
            while (first < residues.length && residues[first] == 0) {
                first++;
            }
            if (first < residues.length) {
                long inverse = ModularArithmetic.inverse(residues[first], p);
                for (int j = first; j < residues.length; j++) {
                    residues[j] = residues[j] * inverse % p;
                }
                reduced[rank] = residues;
                leading[rank] = first;
                kept[rank++] = lines[k];
            }
        }
        return Arrays.copyOf(kept, rank);
    }
}
