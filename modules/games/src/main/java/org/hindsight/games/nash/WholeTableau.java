// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A labelled tableau in whole numbers over one common denominator, the last pivot, so that pivoting is exact.
 *
 * <p>The update divides without remainder (E. Bareiss, 1968). Entries are {@code long}s as long as they stay below 2^62 in
 * size, with products of 128 bits; where one does not, the tableau turns to {@link BigInteger} and turns back when all
 * entries are small again. The denominator is kept positive, so that an entry has the sign of its numerator.
 */
final class WholeTableau extends LabelledTableau {
    private static final long LARGEST = (1L << 62) - 1;
    private static final int LARGEST_BITS = 62;

    private final int width;
    private long[] cells;
    private long[] spare;
    private long denominator = 1;
    private BigInteger @Nullable [] big;
    private BigInteger bigDenominator = BigInteger.ONE;

    /** The matrix has one row for each slack label and positive entries. */
    WholeTableau(BigInteger[] matrix, int[] slackLabels, int[] variableLabels) {
        super(slackLabels, variableLabels);
        width = columns + 1;
        cells = new long[rows * width];
        spare = new long[rows * width];
        BigInteger[] all = new BigInteger[rows * width];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(matrix, r * columns, all, r * width, columns);
            all[r * width + columns] = BigInteger.ONE;
        }
        big = all;
        becomeSmall(all);
    }

    @Override
    boolean isPositive(int row, int column) {
        int at = row * width + column;
        return (big == null ? Long.signum(cells[at]) : big[at].signum()) > 0;
    }

    @Override
    double pivotQuality(int row, int column) {
        int at = row * width + column;
        return (big == null ? cells[at] != 0 : big[at].signum() != 0) ? 1 : 0;
    }

    /** Whether the variable in a row of the basis is zero. */
    boolean isZero(int row) {
        int at = row * width + columns;
        return (big == null ? Long.signum(cells[at]) : big[at].signum()) == 0;
    }

    /** The value of a variable, multiplied by the common denominator. */
    BigInteger numerator(int label) {
        if (!isBasic(label)) {
            return BigInteger.ZERO;
        }
        return entry(row(label), columns);
    }

    /** An entry, multiplied by the common denominator; the right-hand sides are the last column. */
    BigInteger entry(int row, int column) {
        int at = row * width + column;
        return big == null ? BigInteger.valueOf(cells[at]) : big[at];
    }

    /** The common denominator, the absolute determinant of the basis. */
    BigInteger denominator() {
        return big == null ? BigInteger.valueOf(denominator) : bigDenominator;
    }

    @Override
    int compareRatios(int first, int second, int entering, int column) {
        int a = first * width;
        int b = second * width;
        if (big != null) {
            return big[a + column].multiply(big[b + entering]).compareTo(big[b + column].multiply(big[a + entering]));
        }
        long u = cells[a + column];
        long v = cells[b + entering];
        long s = cells[b + column];
        long t = cells[a + entering];
        int high = Long.compare(Math.multiplyHigh(u, v), Math.multiplyHigh(s, t));
        return high != 0 ? high : Long.compareUnsigned(u * v, s * t);
    }

    @Override
    void exchange(int row, int column) {
        if (big == null) {
            if (exchangeSmall(row, column)) {
                return;
            }
            becomeBig();
        }
        exchangeBig(row, column);
    }

    /** Writes the new entries to the spare array, which becomes the tableau unless one of them is too large. */
    private boolean exchangeSmall(int row, int column) {
        int pivotRow = row * width;
        long pivot = cells[pivotRow + column];
        int shift = Long.numberOfTrailingZeros(denominator);
        long inverse = inverseOfOdd(denominator >> shift);
        for (int from = 0; from < cells.length; from += width) {
            if (from == pivotRow) {
                System.arraycopy(cells, from, spare, from, width);
                spare[from + column] = denominator;
                continue;
            }
            long factor = cells[from + column];
            for (int c = 0; c < width; c++) {
                long a = cells[from + c];
                long b = cells[pivotRow + c];
                // pivot a - factor b, in 128 bits
                long low = pivot * a;
                long minus = factor * b;
                long high = Math.multiplyHigh(pivot, a)
                        - Math.multiplyHigh(factor, b)
                        - (Long.compareUnsigned(low, minus) < 0 ? 1 : 0);
                low -= minus;
                // Modulo 2^64 an exact quotient is a product with the inverse; multiplying back shows whether it fits.
                long quotient = (shift == 0 ? low : (low >>> shift) | (high << (64 - shift))) * inverse;
                if (Math.multiplyHigh(quotient, denominator) != high
                        || quotient > LARGEST
                        || quotient < -LARGEST
                        || quotient * denominator != low) {
                    return false;
                }
                spare[from + c] = quotient;
            }
            spare[from + column] = -factor;
        }
        long[] old = cells;
        cells = spare;
        spare = old;
        denominator = pivot;
        if (pivot < 0) {
            denominator = -pivot;
            for (int k = 0; k < cells.length; k++) {
                cells[k] = -cells[k];
            }
        }
        return true;
    }

    /** The inverse modulo 2^64; each Newton step doubles the number of right bits, and a number is its own to three. */
    static long inverseOfOdd(long odd) {
        long x = odd;
        for (int bits = 3; bits < 64; bits *= 2) {
            x *= 2 - odd * x;
        }
        return x;
    }

    private void exchangeBig(int row, int column) {
        BigInteger[] all = big;
        if (all == null) {
            throw new AssertionError("the tableau is large");
        }
        int pivotRow = row * width;
        BigInteger pivot = all[pivotRow + column];
        for (int from = 0; from < all.length; from += width) {
            if (from == pivotRow) {
                continue;
            }
            BigInteger factor = all[from + column];
            for (int c = 0; c < width; c++) {
                if (c != column) {
                    BigInteger entry = all[from + c].multiply(pivot);
                    if (factor.signum() != 0) {
                        entry = entry.subtract(factor.multiply(all[pivotRow + c]));
                    }
                    all[from + c] = entry.divide(bigDenominator);
                }
            }
            all[from + column] = factor.negate();
        }
        all[pivotRow + column] = bigDenominator;
        bigDenominator = pivot;
        if (pivot.signum() < 0) {
            bigDenominator = pivot.negate();
            Arrays.setAll(all, k -> all[k].negate());
        }
        becomeSmall(all);
    }

    private void becomeBig() {
        BigInteger[] all = new BigInteger[cells.length];
        Arrays.setAll(all, k -> BigInteger.valueOf(cells[k]));
        big = all;
        bigDenominator = BigInteger.valueOf(denominator);
    }

    private void becomeSmall(BigInteger[] all) {
        if (bigDenominator.bitLength() > LARGEST_BITS - 1) {
            return;
        }
        for (BigInteger entry : all) {
            if (entry.bitLength() > LARGEST_BITS - 1) {
                return;
            }
        }
        for (int k = 0; k < all.length; k++) {
            cells[k] = all[k].longValue();
        }
        denominator = bigDenominator.longValue();
        big = null;
    }
}
