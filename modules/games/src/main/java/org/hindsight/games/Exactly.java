// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** The two ways between a double and a fraction: exactly there, and to the nearest back. */
final class Exactly {
    private static final int EXACT_BITS = 53;
    /** More than the 55 that rounding twice needs. */
    private static final int QUOTIENT_BITS = 64;

    private Exactly() {}

    /** A number exactly as it is; Hipparchus would give zero a denominator of 2^1074. */
    static BigFraction of(double number) {
        return number == 0 ? BigFraction.ZERO : new BigFraction(number);
    }

    /** The nearest double, ties to even; infinite if there is none. */
    static double nearest(BigFraction fraction) {
        BigInteger p = fraction.getNumerator();
        BigInteger q = fraction.getDenominator();
        if (p.bitLength() <= EXACT_BITS && q.bitLength() <= EXACT_BITS) {
            return p.doubleValue() / q.doubleValue();
        }
        // Round to odd with bits to spare: rounding once more then gives the nearest.
        int shift = QUOTIENT_BITS + q.bitLength() - p.bitLength();
        BigInteger[] division = shift >= 0
                ? p.abs().shiftLeft(shift).divideAndRemainder(q)
                : p.abs().divideAndRemainder(q.shiftLeft(-shift));
        BigInteger quotient = division[1].signum() == 0 ? division[0] : division[0].setBit(0);
        BigDecimal scaled = new BigDecimal(quotient);
        BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(shift)));
        double magnitude = (shift >= 0
                        ? scaled.multiply(new BigDecimal(BigInteger.valueOf(5).pow(shift)).scaleByPowerOfTen(-shift))
                        : scaled.multiply(power))
                .doubleValue();
        return p.signum() < 0 ? -magnitude : magnitude;
    }

    /** The nearest double, which is zero only if the fraction is. */
    static double nearestNonZero(BigFraction fraction) {
        double nearest = nearest(fraction);
        return nearest == 0 && fraction.signum() != 0 ? fraction.signum() * Double.MIN_VALUE : nearest;
    }
}
