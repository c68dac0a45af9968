// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

class LogSumExpProperties {
    private static final double MINUS_INFINITY = Double.NEGATIVE_INFINITY;

    @Property
    void equalsTheNaiveFormulaWhereThatIsSafe(@ForAll("exponents") double[] exponents) {
        double naive = Math.log(Arrays.stream(exponents).map(Math::exp).sum());
        assertThat(LogSumExp.of(exponents)).isCloseTo(naive, within(1e-13));
        double[] weights = new double[exponents.length];
        LogSumExp.softmax(exponents, weights);
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isCloseTo(Math.exp(exponents[i] - naive), within(1e-13));
        }
        assertThat(CompensatedSum.of(weights)).isCloseTo(1, within(1e-15 * weights.length));
    }

    /** Adding 2^10 is exact enough to compare, and takes the naive formula out of range. */
    @Property
    void shiftMovesTheLogarithmAndLeavesTheWeights(@ForAll("exponents") double[] exponents) {
        double[] rounded =
                Arrays.stream(exponents).map(e -> Math.rint(e * 1024) / 1024).toArray();
        for (double shift : new double[] {1e6, -1e6}) {
            double[] shifted = Arrays.stream(rounded).map(e -> e + shift).toArray();
            assertThat(LogSumExp.of(shifted)).isCloseTo(LogSumExp.of(rounded) + shift, within(1e-9));
            double[] before = new double[rounded.length];
            double[] after = new double[rounded.length];
            LogSumExp.softmax(rounded, before);
            LogSumExp.softmax(shifted, after);
            assertThat(after).containsExactly(before);
        }
    }

    @Property
    void softmaxMayWriteOverItsInput(@ForAll("exponents") double[] exponents) {
        double[] out = new double[exponents.length];
        LogSumExp.softmax(exponents, out);
        double[] same = exponents.clone();
        LogSumExp.softmax(same, same);
        assertThat(same).containsExactly(out);
    }

    @Example
    void extremes() {
        assertThat(LogSumExp.of()).isEqualTo(MINUS_INFINITY);
        assertThat(LogSumExp.of(MINUS_INFINITY, MINUS_INFINITY)).isEqualTo(MINUS_INFINITY);
        assertThat(LogSumExp.of(MINUS_INFINITY, 3)).isEqualTo(3);
        assertThat(LogSumExp.of(1e308, 1e308)).isEqualTo(1e308);
        assertThat(LogSumExp.of(1000, 1000)).isEqualTo(1000 + StrictMath.log(2));
        assertThat(LogSumExp.of(-1000, -1000)).isEqualTo(-1000 + StrictMath.log(2));
        assertThat(LogSumExp.of(1e308, -1e308)).isEqualTo(1e308);
        double[] out = new double[3];
        LogSumExp.softmax(new double[] {-1e308, 1e308, MINUS_INFINITY}, out);
        assertThat(out).containsExactly(0, 1, 0);
        LogSumExp.softmax(new double[] {-5000, -5000, MINUS_INFINITY}, out);
        assertThat(out).containsExactly(0.5, 0.5, 0);
    }

    @Example
    void badInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogSumExp.of(0, Double.NaN))
                .withMessage("exponents[1] = NaN must be finite or negative infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogSumExp.of(Double.POSITIVE_INFINITY))
                .withMessage("exponents[0] = Infinity must be finite or negative infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogSumExp.softmax(new double[] {MINUS_INFINITY}, new double[1]))
                .withMessage("exponents must have at least one finite entry");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogSumExp.softmax(new double[2], new double[1]))
                .withMessage("out has length 1, expected 2");
    }

    @Provide
    Arbitrary<double[]> exponents() {
        return Arbitraries.doubles()
                .between(-30, 30)
                .ofScale(6)
                .withDistribution(RandomDistribution.uniform())
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
