// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PadicSystemTest {
    private static WholeProgram.Line[] lines(BigInteger[][] matrix) {
        WholeProgram.Line[] lines = new WholeProgram.Line[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            lines[i] = new WholeProgram.Line(new int[] {0, 1}, matrix[i]);
        }
        return lines;
    }

    private static void solves(BigInteger a, BigInteger b, BigInteger c, BigInteger d) {
        PadicSystem system =
                new PadicSystem(lines(new BigInteger[][] {{a, b}, {c, d}}), lines(new BigInteger[][] {{a, c}, {b, d}}));
        BigInteger determinant = a.multiply(d).subtract(b.multiply(c));
        // Cramer's rule for the right-hand side (1, 0), and for the transposed matrix.
        same(system.solve(BigInteger.ONE, BigInteger.ZERO), determinant, d, c.negate());
        same(system.solveTransposed(BigInteger.ONE, BigInteger.ZERO), determinant, d, b.negate());
    }

    private static void same(PadicSystem.Fractions actual, BigInteger determinant, BigInteger... numerators) {
        assertThat(actual.denominator()).isPositive();
        for (int k = 0; k < numerators.length; k++) {
            assertThat(actual.numerators()[k].multiply(determinant))
                    .isEqualTo(numerators[k].multiply(actual.denominator()));
        }
    }

    @Test
    void solvesSmallAndHugeNumbers() {
        BigInteger two = BigInteger.TWO;
        solves(two, BigInteger.ONE, BigInteger.ONE.negate(), BigInteger.TEN);
        // At the limit of sums in longs, and beyond it.
        for (int bits : new int[] {59, 60, 61, 62, 300}) {
            BigInteger large = two.pow(bits).subtract(BigInteger.ONE);
            solves(large, large.negate(), large.subtract(BigInteger.TEN), BigInteger.valueOf(-3));
        }
    }

    /** The determinant is a multiple of the first two primes, which therefore cannot be used. */
    @Test
    void turnsToOtherPrimes() {
        BigInteger first = BigInteger.valueOf(ModularArithmetic.FIRST_PRIME);
        BigInteger second = BigInteger.valueOf(ModularArithmetic.nextPrime(ModularArithmetic.FIRST_PRIME));
        solves(first, BigInteger.ZERO, BigInteger.ONE, second);
    }
}
