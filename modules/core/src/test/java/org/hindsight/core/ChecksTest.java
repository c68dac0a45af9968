// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void goodValuesComeBack() {
        assertThat(Checks.atLeast(2, 2, "arms")).isEqualTo(2);
        assertThat(Checks.atLeast(3L, 2L, "arms")).isEqualTo(3);
        assertThat(Checks.finite(-1e308, "x")).isEqualTo(-1e308);
        assertThat(Checks.positive(Double.MIN_VALUE, "x")).isEqualTo(Double.MIN_VALUE);
        assertThat(Checks.nonNegative(0.0, "x")).isZero();
        assertThat(Checks.inUnitInterval(0.0, "x")).isZero();
        assertThat(Checks.inUnitInterval(1.0, "x")).isEqualTo(1);
        assertThat(Checks.rate(1, "x")).isEqualTo(1);
        assertThat(Checks.openUnitInterval(0.5, "x")).isEqualTo(0.5);
        assertThat(Checks.index(0, 1, "x")).isZero();
        double[] values = {0, 0.25, 1};
        assertThat(Checks.finite(values, "x")).isSameAs(values);
        assertThat(Checks.inUnitInterval(values, "x")).isSameAs(values);
        double[][] rows = {values};
        assertThat(Checks.finiteMatrix(rows, "x")).isSameAs(rows);
        double[] nearly = {0.5, 0.5 + 0.9e-9};
        assertThat(Checks.probabilityVector(nearly, "x")).isSameAs(nearly);
    }

    @Test
    void messagesNameParameterValueAndExpectation() {
        refuses(() -> Checks.atLeast(1, 2, "arms"), "arms must be at least 2, was 1");
        refuses(() -> Checks.atLeast(-1L, 0L, "horizon"), "horizon must be at least 0, was -1");
        refuses(() -> Checks.finite(NAN, "x"), "x = NaN must be finite");
        refuses(() -> Checks.finite(-INF, "x"), "x = -Infinity must be finite");
        refuses(() -> Checks.positive(0, "x"), "x must be positive and finite, was 0.0");
        refuses(() -> Checks.positive(NAN, "x"), "x must be positive and finite, was NaN");
        refuses(() -> Checks.positive(INF, "x"), "x must be positive and finite, was Infinity");
        refuses(() -> Checks.nonNegative(-1, "x"), "x must be non-negative and finite, was -1.0");
        refuses(() -> Checks.nonNegative(NAN, "x"), "x must be non-negative and finite, was NaN");
        refuses(() -> Checks.nonNegative(INF, "x"), "x must be non-negative and finite, was Infinity");
        refuses(() -> Checks.inUnitInterval(1.5, "x"), "x must lie in [0, 1], was 1.5");
        refuses(() -> Checks.inUnitInterval(-0.5, "x"), "x must lie in [0, 1], was -0.5");
        refuses(() -> Checks.inUnitInterval(NAN, "x"), "x must lie in [0, 1], was NaN");
        refuses(() -> Checks.rate(0, "x"), "x must lie in (0, 1], was 0.0");
        refuses(() -> Checks.rate(NAN, "x"), "x must lie in (0, 1], was NaN");
        refuses(() -> Checks.rate(1.5, "x"), "x must lie in (0, 1], was 1.5");
        refuses(() -> Checks.openUnitInterval(0, "x"), "x must lie in (0, 1), was 0.0");
        refuses(() -> Checks.openUnitInterval(1, "x"), "x must lie in (0, 1), was 1.0");
        refuses(() -> Checks.openUnitInterval(NAN, "x"), "x must lie in (0, 1), was NaN");
        refuses(() -> Checks.index(-1, 3, "arm"), "arm must lie in 0..2, was -1");
        refuses(() -> Checks.index(3, 3, "arm"), "arm must lie in 0..2, was 3");
        refuses(() -> Checks.length(3, 4, "losses"), "losses has length 3, expected 4");
        refuses(() -> Checks.finite(new double[] {1, NAN}, "losses"), "losses[1] = NaN must be finite");
        refuses(() -> Checks.inUnitInterval(new double[] {2}, "losses"), "losses[0] = 2.0 must lie in [0, 1]");
        refuses(() -> Checks.inUnitInterval(new double[] {NAN}, "losses"), "losses[0] = NaN must lie in [0, 1]");
    }

    @Test
    void matrices() {
        refuses(
                () -> Checks.finiteMatrix(new double[][] {{1, 2}, {3, NAN}}, "payoff"),
                "payoff[1][1] = NaN must be finite");
        refuses(
                () -> Checks.finiteMatrix(new double[][] {{1, 2}, {3}}, "payoff"),
                "payoff[1] has length 1, expected 2");
        refuses(() -> Checks.finiteMatrix(new double[0][], "payoff"), "payoff.length must be at least 1, was 0");
        refuses(() -> Checks.finiteMatrix(new double[][] {{}}, "payoff"), "payoff[0].length must be at least 1, was 0");
    }

    @Test
    void probabilityVectors() {
        refuses(() -> Checks.probabilityVector(new double[0], "p"), "p.length must be at least 1, was 0");
        refuses(() -> Checks.probabilityVector(new double[] {1.5, -0.5}, "p"), "p[1] = -0.5 must be a probability");
        refuses(() -> Checks.probabilityVector(new double[] {NAN, 1}, "p"), "p[0] = NaN must be a probability");
        refuses(
                () -> Checks.probabilityVector(new double[] {0.5, 0.25}, "p"),
                "p must sum to 1 within 1.0E-9, summed to 0.75");
        refuses(() -> Checks.probabilityVector(new double[] {0.5, 0.5 + 2e-9}, "p"), "p must sum to 1 within");
        refuses(
                () -> Checks.probabilityVector(new double[] {INF, 0}, "p"),
                "p must sum to 1 within 1.0E-9, summed to Infinity");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
