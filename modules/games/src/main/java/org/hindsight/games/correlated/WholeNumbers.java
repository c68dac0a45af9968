// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Fractions multiplied by one positive number so that doubles hold them without rounding. */
final class WholeNumbers {
    private static final int BITS_OF_A_DOUBLE = 53;
    private static final int LARGEST_EXPONENT = 1000;

    private WholeNumbers() {}

    /** The smallest positive number whose products with the fractions are whole. */
    static BigFraction multiplier(BigFraction... fractions) {
        BigInteger multiple = BigInteger.ONE;
        for (BigFraction fraction : fractions) {
            BigInteger d = fraction.getDenominator();
            multiple = multiple.multiply(d.divide(multiple.gcd(d)));
        }
        BigInteger common = BigInteger.ZERO;
        for (BigFraction fraction : fractions) {
            common = common.gcd(fraction.multiply(multiple).getNumerator());
        }
        return new BigFraction(multiple, common.signum() == 0 ? BigInteger.ONE : common);
    }

    /** The product, which must be whole. */
    static double times(BigFraction multiplier, BigFraction fraction) {
        BigInteger whole = fraction.multiply(multiplier).getNumerator();
        int bits = whole.signum() == 0 ? 0 : whole.bitLength() - whole.getLowestSetBit();
        if (bits > BITS_OF_A_DOUBLE || whole.bitLength() > LARGEST_EXPONENT) {
            throw new IllegalArgumentException("the payoffs must fit an exact program; " + fraction + " times "
                    + multiplier + " needs " + bits + " bits, more than " + BITS_OF_A_DOUBLE);
        }
        return whole.doubleValue();
    }
}
