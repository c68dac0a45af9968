// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShortestDecimalTest {
    @Test
    void writesPlainNumbersPlainly() {
        assertThat(ShortestDecimal.of(0.1)).isEqualTo("0.1");
        assertThat(ShortestDecimal.of(1.5)).isEqualTo("1.5");
        assertThat(ShortestDecimal.of(20_000)).isEqualTo("20000");
        assertThat(ShortestDecimal.of(-0.25)).isEqualTo("-0.25");
        assertThat(ShortestDecimal.of(0.0)).isEqualTo("0");
        assertThat(ShortestDecimal.of(-0.0)).isEqualTo("0");
    }

    @Test
    void writesExtremesScientifically() {
        assertThat(ShortestDecimal.of(1e-9)).isEqualTo("1e-9");
        assertThat(ShortestDecimal.of(1.25e300)).isEqualTo("1.25e300");
        assertThat(ShortestDecimal.of(Double.MIN_VALUE)).isEqualTo("4.94065645841247e-324");
        assertThat(ShortestDecimal.of(Double.MAX_VALUE)).isEqualTo("1.7976931348623157e308");
    }

    @Test
    void usesSeventeenDigitsOnlyWhereNeeded() {
        assertThat(ShortestDecimal.of(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(ShortestDecimal.of(1.0 / 3)).isEqualTo("0.3333333333333333");
        // The nearest decimal of 16 digits ends in 801 and is another double.
        assertThat(ShortestDecimal.of(0x1p-44)).isEqualTo("5.6843418860808015e-14");
    }

    @Test
    void refusesWhatIsNotANumber() {
        assertThatThrownBy(() -> ShortestDecimal.of(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number = NaN must be finite");
        assertThatThrownBy(() -> ShortestDecimal.of(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
