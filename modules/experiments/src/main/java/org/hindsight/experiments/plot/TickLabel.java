// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/** The text of a tick: at most six significant digits, large and small powers of ten with a superscript. */
final class TickLabel {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private TickLabel() {}

    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal decimal = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= -3 && exponent < 5) {
            return decimal.toPlainString().replace('-', '−');
        }
        String mantissa =
                decimal.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        String power = "10" + superscript(exponent);
        return (mantissa.equals("1") ? power : mantissa + "·" + power).replace('-', '−');
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return text.toString();
    }
}
