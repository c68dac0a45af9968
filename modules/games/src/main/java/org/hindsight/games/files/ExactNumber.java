// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.files;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Numbers as text: integers, decimals, scientific notation and fractions, without loss in either direction. */
final class ExactNumber {
    /** Beyond this a few characters would stand for millions of digits. */
    static final int MAX_EXPONENT = 9999;

    /** The most digits a double's shortest decimal has; longer ones are written as fractions. */
    private static final int MAX_DIGITS = 17;

    private static final int MAX_PLAIN_SCALE = 20;
    private static final int MAX_POWER = 400;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)(?:([0-9]+)/([0-9]+)|([0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE]([+-]?[0-9]{1,9}))?)");

    private ExactNumber() {}

    /** The number, or null if the text is none, has a denominator of zero, or too large an exponent. */
    static @Nullable BigFraction parse(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        BigFraction magnitude;
        if (matcher.group(2) != null) {
            BigInteger denominator = new BigInteger(matcher.group(3));
            if (denominator.signum() == 0) {
                return null;
            }
            magnitude = new BigFraction(new BigInteger(matcher.group(2)), denominator);
        } else {
            String exponent = matcher.group(5);
            int power = exponent == null ? 0 : Integer.parseInt(exponent);
            if (Math.abs(power) > MAX_EXPONENT) {
                return null;
            }
            magnitude = decimal(new BigDecimal(matcher.group(4)).scaleByPowerOfTen(power));
        }
        return matcher.group(1).equals("-") ? magnitude.negate() : magnitude;
    }

    static BigFraction decimal(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new BigFraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /** An integer or a short decimal where the number is one, otherwise a fraction in lowest terms. */
    static String format(BigFraction number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigInteger denominator = number.getDenominator();
        int twos = denominator.getLowestSetBit();
        BigInteger rest = denominator.shiftRight(twos);
        int fives = 0;
        while (fives <= MAX_POWER && rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
            fives++;
        }
        int scale = Math.max(twos, fives);
        if (rest.equals(BigInteger.ONE) && scale <= MAX_POWER) {
            BigInteger unscaled =
                    number.getNumerator().multiply(BigInteger.TEN.pow(scale)).divide(denominator);
            BigDecimal decimal = new BigDecimal(unscaled, scale).stripTrailingZeros();
            if (decimal.precision() <= MAX_DIGITS) {
                boolean plain = Math.abs(decimal.scale()) <= MAX_PLAIN_SCALE;
                return plain ? decimal.toPlainString() : decimal.toString();
            }
        }
        return denominator.equals(BigInteger.ONE)
                ? number.getNumerator().toString()
                : number.getNumerator() + "/" + denominator;
    }
}
