// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ShortestDecimalProperties {
    @Property(tries = 2000)
    void readsBackAsTheSameBits(@ForAll long bits) {
        double number = Double.longBitsToDouble(bits);
        Assume.that(Double.isFinite(number) && number != 0);
        assertThat(Double.parseDouble(ShortestDecimal.of(number))).isEqualTo(number);
    }

    @Property
    void writesDecimalsOfFifteenDigitsAsTheyWere(@ForAll("decimals") String text) {
        assertThat(ShortestDecimal.of(Double.parseDouble(text))).isEqualTo(text);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> decimals() {
        return net.jqwik.api.Arbitraries.integers().between(1, 999_999).map(i -> new java.math.BigDecimal(i)
                .movePointLeft(6)
                .stripTrailingZeros()
                .toPlainString());
    }
}
