// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class BoundedTableauProperties {
    private static BigInteger[] matrix(int size, long largest, RandomGenerator random) {
        BigInteger[] matrix = new BigInteger[size];
        Arrays.setAll(matrix, k -> BigInteger.valueOf(1 + random.nextLong(largest)));
        return matrix;
    }

    private static int[] labels(int from, int count) {
        int[] labels = new int[count];
        Arrays.setAll(labels, k -> from + k);
        return labels;
    }

    /** On a random walk of pivots in both; payoffs of a few values have many ties, those beyond 2^53 are no doubles. */
    @Property(tries = 300)
    void boundsHoldAndCertainAnswersAreRight(
            @ForAll @IntRange(min = 2, max = 7) int rows,
            @ForAll @IntRange(min = 2, max = 7) int columns,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        long largest = new long[] {2, 10, 100_000, 1L << 60}[kind];
        BigInteger[] matrix = matrix(rows * columns, largest, random);
        int[] slacks = labels(columns, rows);
        int[] variables = labels(0, columns);
        BoundedTableau doubles = new BoundedTableau(matrix, slacks, variables);
        WholeTableau whole = new WholeTableau(matrix, slacks, variables);
        for (int step = 0; step < 30; step++) {
            int column = random.nextInt(columns);
            int leaving = whole.leavingRow(column);
            int guess = doubles.leavingRow(column);
            if (!doubles.guessed()) {
                assertThat(guess).isEqualTo(leaving);
            }
            for (int r = 0; r < rows; r++) {
                boolean zero = doubles.isZero(r);
                if (!doubles.guessed()) {
                    assertThat(zero).isEqualTo(whole.isZero(r));
                }
                for (int c = 0; c <= columns; c++) {
                    BigDecimal denominator = new BigDecimal(whole.denominator());
                    BigDecimal distance = new BigDecimal(doubles.cell(r, c))
                            .multiply(denominator)
                            .subtract(new BigDecimal(whole.entry(r, c)))
                            .abs();
                    assertThat(distance).isLessThanOrEqualTo(new BigDecimal(doubles.error(r, c)).multiply(denominator));
                }
            }
            int row = random.nextInt(4) == 0 ? random.nextInt(rows) : leaving;
            if (whole.pivotQuality(row, column) > 0 && doubles.pivotQuality(row, column) > 0) {
                whole.pivot(row, column);
                doubles.pivot(row, column);
            }
        }
    }

    /** Small whole numbers leave no doubt, ties included. */
    @Property(tries = 100)
    void decidesSmallGamesAlone(@ForAll @IntRange(min = 1, max = 5) int n, @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        BigInteger[] matrix = matrix(n * n, 3, random);
        BoundedTableau doubles = new BoundedTableau(matrix, labels(n, n), labels(0, n));
        for (int step = 0; step < 8; step++) {
            int column = random.nextInt(n);
            int row = doubles.leavingRow(column);
            assertThat(doubles.guessed()).isFalse();
            doubles.pivot(row, column);
        }
    }

    /** Any basis can be reached from any other, also over negative pivots, and the same entries are found there. */
    @Property(tries = 200)
    void movesToTheSameTableauByEveryWay(
            @ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 6) int columns,
            @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        BigInteger[] matrix = matrix(rows * columns, random.nextBoolean() ? 9 : 1L << 40, random);
        WholeTableau walked = new WholeTableau(matrix, labels(columns, rows), labels(0, columns));
        WholeTableau moved = new WholeTableau(matrix, labels(columns, rows), labels(0, columns));
        for (int visit = 0; visit < 6; visit++) {
            for (int step = 0; step < 1 + visit; step++) {
                int column = random.nextInt(columns);
                walked.pivot(walked.leavingRow(column), column);
            }
            long[] basis = new long[LabelSets.words(rows + columns)];
            for (int r = 0; r < rows; r++) {
                LabelSets.add(basis, 0, walked.rowLabel(r));
            }
            assertThat(moved.moveTo(basis)).isTrue();
            assertThat(moved.denominator()).isEqualTo(walked.denominator()).isPositive();
            for (int label = 0; label < rows + columns; label++) {
                assertThat(moved.isBasic(label)).isEqualTo(walked.isBasic(label));
                assertThat(moved.numerator(label)).isEqualTo(walked.numerator(label));
            }
        }
    }
}
