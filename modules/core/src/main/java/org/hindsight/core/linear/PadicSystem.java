// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Linear equations with a regular matrix of whole numbers, solved exactly.
 *
 * <p>The matrix is inverted modulo a prime of 31 bits; the inverse gives the solution digit by digit in base of the prime,
 * the fractions are reconstructed from their digits, and what comes out is multiplied by the matrix to see that it is the
 * solution. The number of digits follows the size of the solution, not the largest determinant there might be. Complexity:
 * O(k^3) word operations for the inverse of a k by k matrix and O(k^2) for each digit. Source: J. Dixon (1982), "Exact
 * solution of linear equations using p-adic expansions".
 */
final class PadicSystem {
    /** Whole numbers over one positive denominator. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Fractions(BigInteger[] numerators, BigInteger denominator) {}

    private static final long LARGEST_ROW_SUM = 1L << 61;
    private static final int LARGEST_BITS = 60;
    private static final int FIRST_DIGITS = 4;

    private final int size;
    private final WholeProgram.Line[] rows;
    private final WholeProgram.Line[] columns;
    private long prime;
    private int[][] inverse = {};
    /** The numbers of rows and columns as longs, or null if they are too large for sums in longs. */
    private final long @Nullable [][] shortRows;

    private final long @Nullable [][] shortColumns;

    /**
     * Takes the matrix.
     *
     * @param rows by rows, with places in 0 .. size - 1
     * @param columns the same by columns
     */
    PadicSystem(WholeProgram.Line[] rows, WholeProgram.Line[] columns) {
        this.size = rows.length;
        this.rows = rows;
        this.columns = columns;
        this.shortRows = shortened(rows);
        this.shortColumns = shortened(columns);
        this.prime = ModularArithmetic.FIRST_PRIME;
        // The determinant is not zero, so only finitely many primes divide it.
        while (!invert()) {
            prime = ModularArithmetic.nextPrime(prime);
        }
    }

    private static long @Nullable [][] shortened(WholeProgram.Line[] lines) {
        long[][] shortened = new long[lines.length][];
        for (int i = 0; i < lines.length; i++) {
            BigInteger[] numbers = lines[i].numbers();
            shortened[i] = new long[numbers.length];
            long sum = 0;
            for (int q = 0; q < numbers.length; q++) {
                if (numbers[q].bitLength() > LARGEST_BITS) {
                    return null;
                }
                shortened[i][q] = numbers[q].longValue();
                sum += Math.abs(shortened[i][q]);
                if (sum > LARGEST_ROW_SUM) {
                    return null;
                }
            }
        }
        return shortened;
    }

    /** Inverts the matrix modulo the prime by elimination; returns whether that is possible. */
    private boolean invert() {
        long p = prime;
        long[][] work = new long[size][2 * size];
        for (int i = 0; i < size; i++) {
            for (int q = 0; q < rows[i].at().length; q++) {
                work[i][rows[i].at()[q]] = ModularArithmetic.residue(rows[i].numbers()[q], p);
            }
            work[i][size + i] = 1;
        }
        for (int c = 0; c < size; c++) {
            int pivot = c;
            while (pivot < size && work[pivot][c] == 0) {
                pivot++;
            }
            if (pivot == size) {
                return false;
            }
            long[] swapped = work[pivot];
            work[pivot] = work[c];
            work[c] = swapped;
            long factor = ModularArithmetic.inverse(swapped[c], p);
            for (int j = c; j < 2 * size; j++) {
                swapped[j] = swapped[j] * factor % p;
            }
            for (int i = 0; i < size; i++) {
                if (i != c && work[i][c] != 0) {
                    ModularArithmetic.subtract(work[i], swapped, work[i][c], c, p);
                }
            }
        }
        inverse = new int[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                inverse[i][j] = (int) work[i][size + j];
            }
        }
        return true;
    }

    /** Solves "matrix times x = side". */
    Fractions solve(BigInteger... side) {
        return solve(side, rows, shortRows, inverse);
    }

    /** Solves "transposed matrix times x = side". */
    Fractions solveTransposed(BigInteger... side) {
        int[][] transposed = new int[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                transposed[j][i] = inverse[i][j];
            }
        }
        return solve(side, columns, shortColumns, transposed);
    }

    private Fractions solve(
            BigInteger[] side, WholeProgram.Line[] lines, long @Nullable [][] shortened, int[][] inverted) {
        BigInteger base = BigInteger.valueOf(prime);
        boolean fits = shortened != null;
        for (BigInteger each : side) {
            fits &= each.bitLength() <= LARGEST_BITS;
        }
        Residual residual = fits && shortened != null
                ? new ShortResidual(lines, shortened, side)
                : new LongResidual(lines, side, base);
        BigInteger[] expansion = new BigInteger[size];
        Arrays.fill(expansion, BigInteger.ZERO);
        BigInteger modulus = BigInteger.ONE;
        int digits = FIRST_DIGITS;
        while (true) {
            long[][] block = new long[digits][size];
            for (long[] digit : block) {
                residual.next(inverted, digit);
            }
            for (int i = 0; i < size; i++) {
                BigInteger number = BigInteger.ZERO;
                for (int d = digits - 1; d >= 0; d--) {
                    number = number.multiply(base).add(BigInteger.valueOf(block[d][i]));
                }
                expansion[i] = expansion[i].add(modulus.multiply(number));
            }
            modulus = modulus.multiply(base.pow(digits));
            Fractions fractions = reconstructed(expansion, modulus);
            if (fractions != null && solves(fractions, lines, side)) {
                return fractions;
            }
            digits = Math.max(FIRST_DIGITS, residual.taken() / 2);
        }
    }

    private static @Nullable Fractions reconstructed(BigInteger[] expansion, BigInteger modulus) {
        int half = modulus.bitLength() / 2;
        BigInteger denominator = BigInteger.ONE;
        BigInteger[] numerators = new BigInteger[expansion.length];
        for (BigInteger each : expansion) {
            BigInteger number = nearZero(each.multiply(denominator), modulus);
            if (number.bitLength() >= half) {
                denominator = denominator.multiply(denominator(number.mod(modulus), modulus, half));
                if (denominator.bitLength() > half) {
                    return null;
                }
            }
        }
        for (int i = 0; i < numerators.length; i++) {
            numerators[i] = nearZero(expansion[i].multiply(denominator), modulus);
        }
        return new Fractions(numerators, denominator);
    }

    /** The representative of least absolute value. */
    private static BigInteger nearZero(BigInteger number, BigInteger modulus) {
        BigInteger least = number.mod(modulus);
        return least.shiftLeft(1).compareTo(modulus) > 0 ? least.subtract(modulus) : least;
    }

    /** A denominator that makes the number small, by Euclid's algorithm stopped half way. */
    private static BigInteger denominator(BigInteger number, BigInteger modulus, int half) {
        BigInteger remainder = modulus;
        BigInteger next = number;
        BigInteger factor = BigInteger.ZERO;
        BigInteger nextFactor = BigInteger.ONE;
        while (next.bitLength() >= half) {
            BigInteger[] division = remainder.divideAndRemainder(next);
            BigInteger older = factor.subtract(division[0].multiply(nextFactor));
            remainder = next;
            next = division[1];
            factor = nextFactor;
            nextFactor = older;
        }
        return nextFactor.abs();
    }

    private static boolean solves(Fractions fractions, WholeProgram.Line[] lines, BigInteger... side) {
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].times(fractions.numerators()).equals(side[i].multiply(fractions.denominator()))) {
                return false;
            }
        }
        return true;
    }

    /** What is left of the right-hand side after the digits so far, divided by the power of the prime. */
    private abstract class Residual {
        private int taken;

        /** Writes the next digit of every unknown. */
        final void next(int[][] inverted, long[] digit) {
            long[] remainders = remainders();
            for (int i = 0; i < size; i++) {
                digit[i] = ModularArithmetic.dot(inverted[i], remainders, prime);
            }
            subtract(digit);
            taken++;
        }

        final int taken() {
            return taken;
        }

        abstract long[] remainders();

        abstract void subtract(long[] digit);
    }

    private final class ShortResidual extends Residual {
        private final WholeProgram.Line[] lines;
        private final long[][] numbers;
        private final long[] left;
        private final long[] remainders;
        /** The inverse of the prime modulo 2^64. */
        private final long quotient;

        ShortResidual(WholeProgram.Line[] lines, long[][] numbers, BigInteger... side) {
            this.lines = lines;
            this.numbers = numbers;
            this.left = Arrays.stream(side).mapToLong(BigInteger::longValue).toArray();
            this.remainders = new long[left.length];
            this.quotient = BigInteger.valueOf(prime)
                    .modInverse(BigInteger.ONE.shiftLeft(Long.SIZE))
                    .longValue();
        }

        @Override
        long[] remainders() {
            for (int i = 0; i < left.length; i++) {
                remainders[i] = Math.floorMod(left[i], prime);
            }
            return remainders;
        }

        @Override
        void subtract(long[] digit) {
            for (int i = 0; i < left.length; i++) {
                // The sum is known modulo 2^64 only. So is its quotient by the prime, but that has less than 64 bits.
                long sum = left[i];
                int[] at = lines[i].at();
                long[] line = numbers[i];
                for (int q = 0; q < at.length; q++) {
                    sum -= line[q] * digit[at[q]];
                }
                left[i] = sum * quotient;
            }
        }
    }

    private final class LongResidual extends Residual {
        private final WholeProgram.Line[] lines;
        private final BigInteger[] left;
        private final BigInteger base;
        private final long[] remainders;

        LongResidual(WholeProgram.Line[] lines, BigInteger[] side, BigInteger base) {
            this.lines = lines;
            this.left = side.clone();
            this.base = base;
            this.remainders = new long[side.length];
        }

        @Override
        long[] remainders() {
            for (int i = 0; i < left.length; i++) {
                remainders[i] = left[i].mod(base).longValue();
            }
            return remainders;
        }

        @Override
        void subtract(long[] digit) {
            BigInteger[] factors = new BigInteger[digit.length];
            Arrays.setAll(factors, j -> BigInteger.valueOf(digit[j]));
            for (int i = 0; i < left.length; i++) {
                left[i] = left[i].subtract(lines[i].times(factors)).divide(base);
            }
        }
    }
}
