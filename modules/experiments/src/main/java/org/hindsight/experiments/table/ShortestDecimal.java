// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.hindsight.core.Checks;

/**
 * Decimal text that reads back as the same double, the same on every JDK.
 *
 * <p>{@code Double.toString} changed its digits in JDK 19, so a table written by it would differ between JDK 17 and 25.
 */
public final class ShortestDecimal {
    private ShortestDecimal() {}

    /**
     * Returns the number rounded to 15 digits, or to 16 or 17 where fewer would not parse back to it, without trailing
     * zeros.
     *
     * @param number finite
     * @return plain notation for magnitudes in [1e-6, 1e15), otherwise scientific; {@code 0} for both zeros
     */
    public static String of(double number) {
        Checks.finite(number, "number");
        if (number == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 15; ; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return text(rounded.stripTrailingZeros());
            }
        }
    }

    private static String text(BigDecimal decimal) {
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= -6 && exponent < 15) {
            return decimal.toPlainString();
        }
        String mantissa = decimal.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + "e" + exponent;
    }
}
