// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;

/** Against the library's exponential, which is within 1 unit in the last place. */
class ExponentialTest {
    private static final double MOST_UNITS = 2;

    @Test
    void isTheExponentialAtEveryMagnitude() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        for (double magnitude = 1e-18; magnitude < 800; magnitude *= 1.5) {
            for (int i = 0; i < 500; i++) {
                check(magnitude * random.nextDouble());
                check(-magnitude * random.nextDouble());
            }
        }
    }

    /** Where the table's row changes, and where the fast path ends. */
    @Test
    void isTheExponentialAtTheEdges() {
        double step = Math.log(2) / 64;
        for (int row = -64_500; row <= 64_500; row++) {
            double edge = (row + 0.5) * step;
            check(edge);
            check(Math.nextUp(edge));
            check(Math.nextDown(edge));
            check(row * step);
        }
        for (double x : new double[] {700, Math.nextUp(700.0), 709.78, 710, 745, 746, 1e300, Double.MAX_VALUE}) {
            check(x);
            check(-x);
        }
    }

    @Test
    void isExactWhereItMustBe() {
        assertThat(Exponential.exp(0)).isEqualTo(1);
        assertThat(Exponential.exp(-0.0)).isEqualTo(1);
        assertThat(Exponential.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.exp(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Exponential.exp(Double.NaN)).isNaN();
    }

    private static void check(double x) {
        double expected = StrictMath.exp(x);
        double actual = Exponential.exp(x);
        if (actual != expected && !(Math.abs(actual - expected) <= MOST_UNITS * Math.ulp(expected))) {
            throw new AssertionError("exp(" + x + ") = " + actual + ", expected " + expected);
        }
    }
}
