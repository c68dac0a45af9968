// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.posterior;

import java.util.function.DoubleUnaryOperator;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.KolmogorovSmirnov;
import org.junit.jupiter.api.Test;

/** Beta draws against distribution functions that have a closed form. */
class BetaSamplerTest {
    private static final double FALSE_ALARM = 1e-7;

    @Test
    void uniform() {
        assertLaw(1, 1, x -> x);
    }

    @Test
    void oneShapeOfOne() {
        assertLaw(3.5, 1, x -> Math.pow(x, 3.5));
        assertLaw(1, 40.25, x -> 1 - Math.pow(1 - x, 40.25));
    }

    @Test
    void integerShapes() {
        assertLaw(2, 2, x -> x * x * (3 - 2 * x));
        assertLaw(3, 2, x -> x * x * x * (4 - 3 * x));
    }

    private static void assertLaw(double a, double b, DoubleUnaryOperator distributionFunction) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(20240113);
        double[] draws = new double[200_000];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = BetaSampler.sample(a, b, random);
        }
        KolmogorovSmirnov.assertDistribution(draws, distributionFunction, FALSE_ALARM);
    }
}
