// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.solve;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.hindsight.core.Checks;
import org.hindsight.experiments.table.ShortestDecimal;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A number of a report: a fraction if the answer is exact, a double if it is not.
 *
 * @param number the number, or the double nearest to it
 * @param fraction the number itself, or null if it is not known exactly
 */
public record Quantity(double number, @Nullable BigFraction fraction) {
    /**
     * Creates a quantity.
     *
     * @param number finite
     * @param fraction the number itself, or null
     */
    public Quantity {
        Checks.finite(number, "number");
    }

    static Quantity of(double number) {
        return new Quantity(number, null);
    }

    static Quantity of(BigFraction fraction) {
        return new Quantity(fraction.doubleValue(), fraction);
    }

    static List<Quantity> ofDoubles(double[] numbers) {
        return DoubleStream.of(numbers).mapToObj(Quantity::of).toList();
    }

    static List<Quantity> ofFractions(List<BigFraction> fractions) {
        return fractions.stream().map(Quantity::of).toList();
    }

    /**
     * Returns the number as a reader wants it.
     *
     * @return {@code 1/3} or {@code 2} if exact, otherwise six decimals or, for small numbers, three digits and an exponent
     */
    public String text() {
        if (fraction != null) {
            return exactText(fraction);
        }
        return number == 0 || Math.abs(number) >= 1e-4
                ? String.format(Locale.ROOT, "%.6f", number)
                : String.format(Locale.ROOT, "%.2e", number);
    }

    /**
     * Returns the number as another program wants it.
     *
     * @return {@code 1/3} or {@code 2} if exact, otherwise a decimal that reads back as the same double
     */
    public String precise() {
        return fraction != null ? exactText(fraction) : ShortestDecimal.of(number);
    }

    private static String exactText(BigFraction fraction) {
        return fraction.getDenominator().equals(BigInteger.ONE)
                ? fraction.getNumerator().toString()
                : fraction.getNumerator() + "/" + fraction.getDenominator();
    }
}
