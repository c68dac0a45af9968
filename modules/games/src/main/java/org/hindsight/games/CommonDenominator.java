// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * Fractions as integers over their least common denominator, so that sums need no greatest common divisor.
 *
 * @param numerators one an entry; owned by whoever made this and written to by nobody
 * @param denominator positive
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record CommonDenominator(BigInteger[] numerators, BigInteger denominator) {
    static CommonDenominator of(List<BigFraction> fractions) {
        BigInteger denominator = BigInteger.ONE;
        for (BigFraction fraction : fractions) {
            BigInteger own = denominator(fraction);
            if (!own.equals(BigInteger.ONE) && denominator.mod(own).signum() != 0) {
                denominator = denominator.multiply(own.divide(denominator.gcd(own)));
            }
        }
        BigInteger[] numerators = new BigInteger[fractions.size()];
        for (int k = 0; k < numerators.length; k++) {
            BigFraction fraction = fractions.get(k);
            numerators[k] = fraction.getNumerator().multiply(denominator.divide(denominator(fraction)));
        }
        return new CommonDenominator(numerators, denominator);
    }

    /** Hipparchus keeps a zero that came from a double over 2^1074. */
    private static BigInteger denominator(BigFraction fraction) {
        return fraction.signum() == 0 ? BigInteger.ONE : fraction.getDenominator();
    }

    BigFraction get(int k) {
        return new BigFraction(numerators[k], denominator);
    }
}
