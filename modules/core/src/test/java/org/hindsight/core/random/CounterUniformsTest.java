// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.hindsight.core.Concentration;
import org.junit.jupiter.api.Test;

class CounterUniformsTest {
    private static final long LAST_COLUMN = (1L << 32) - 1;

    /** From the formula in the Javadoc, evaluated with unbounded integers in another language. */
    @Test
    void goldenValues() {
        CounterUniforms one = CounterUniforms.of(1);
        assertThat(one.at(0, 0)).isEqualTo(0.5665615751722809);
        assertThat(one.at(0, 1)).isEqualTo(0.7457817572627011);
        assertThat(one.at(0, 2)).isEqualTo(0.9710027535867962);
        assertThat(one.at(1, 0)).isEqualTo(0.0889268793972734);
        assertThat(one.at(Integer.MAX_VALUE, LAST_COLUMN)).isEqualTo(0.1359104328925892);
        assertThat(CounterUniforms.of(20240110).at(4, 0)).isEqualTo(0.10070884734695484);
        assertThat(CounterUniforms.of(-5).at(3, 9)).isEqualTo(0.30545113657409617);
    }

    @Test
    void fourCoordinatesAreTwoWithinTwo() {
        CounterUniforms uniforms = CounterUniforms.of(6);
        for (int i = 0; i < 100; i++) {
            assertThat(uniforms.at(i, 2L * i, 3, LAST_COLUMN - i))
                    .isEqualTo(uniforms.within(i, 2L * i).at(3, LAST_COLUMN - i));
        }
        // The order of the pairs matters.
        assertThat(uniforms.at(1, 2, 3, 4)).isNotEqualTo(uniforms.at(3, 4, 1, 2));
    }

    /** 40,000 numbers of 53 bits: the odds of a chance collision are below 1e-7. */
    @Test
    void distinctCoordinatesGiveDistinctNumbers() {
        CounterUniforms uniforms = CounterUniforms.of(0);
        double[] values = new double[40_000];
        for (int row = 0; row < 200; row++) {
            for (int column = 0; column < 200; column++) {
                values[200 * row + column] = uniforms.at(row, column);
            }
        }
        assertThat(Arrays.stream(values).distinct().count()).isEqualTo(values.length);
        assertThat(uniforms.at(0, LAST_COLUMN)).isNotEqualTo(uniforms.at(1, 0));
    }

    @Test
    void rowsColumnsAndSeedsAreUniformAndUncorrelated() {
        int n = 200_000;
        CounterUniforms uniforms = CounterUniforms.of(77);
        double[] alongRow = new double[n];
        double[] alongColumn = new double[n];
        double[] alongSeeds = new double[n];
        double rows = 0;
        double columns = 0;
        double seeds = 0;
        for (int i = 0; i < n; i++) {
            alongRow[i] = uniforms.at(3, i);
            alongColumn[i] = uniforms.at(i, 3);
            alongSeeds[i] = CounterUniforms.of(i).at(0, 0);
            if (i > 0) {
                rows += (alongRow[i] - 0.5) * (alongRow[i - 1] - 0.5);
                columns += (alongColumn[i] - 0.5) * (alongColumn[i - 1] - 0.5);
                seeds += (alongSeeds[i] - 0.5) * (alongSeeds[i - 1] - 0.5);
            }
        }
        Concentration.assertDistribution(alongRow, x -> x, 0);
        Concentration.assertDistribution(alongColumn, x -> x, 0);
        Concentration.assertDistribution(alongSeeds, x -> x, 0);
        Concentration.assertMartingale(rows / n, 0.25, n);
        Concentration.assertMartingale(columns / n, 0.25, n);
        Concentration.assertMartingale(seeds / n, 0.25, n);
    }

    @Test
    void badCoordinatesAreRefused() {
        CounterUniforms uniforms = CounterUniforms.of(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> uniforms.at(-1, 0))
                .withMessage("row must be at least 0, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> uniforms.at(0, -1))
                .withMessage("column must lie in 0..4294967295, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> uniforms.at(0, LAST_COLUMN + 1))
                .withMessage("column must lie in 0..4294967295, was 4294967296");
        assertThatIllegalArgumentException().isThrownBy(() -> uniforms.at(0, 0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> uniforms.within(0, LAST_COLUMN + 1));
    }
}
