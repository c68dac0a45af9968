// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.Concentration;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeometricTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9, 0.999})
    void countsFollowTheExactLaw(double p) {
        Geometric geometric = Geometric.of(p);
        int cells = (int) Math.ceil(Math.log(1e-4) / Math.log1p(-p)) + 1;
        long[] counts = new long[cells + 1];
        double[] law = new double[cells + 1];
        for (int k = 1; k <= cells; k++) {
            law[k - 1] = p * Math.pow(1 - p, k - 1);
        }
        law[cells] = Math.pow(1 - p, cells);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(11);
        for (int i = 0; i < 500_000; i++) {
            counts[(int) Math.min(geometric.sample(random) - 1, cells)]++;
        }
        Concentration.assertCells(counts, law);
    }

    @Test
    void certainSuccessTakesOneCoinAndStillReadsOneUniform() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(2);
        Xoshiro256PlusPlus reference = random.copy();
        assertThat(Geometric.of(1).sample(random)).isEqualTo(1);
        reference.nextDouble();
        assertThat(random.nextLong()).isEqualTo(reference.nextLong());
    }

    @Test
    void inversionAtChosenUniforms() {
        Geometric half = Geometric.of(0.5);
        assertThat(half.sample(new FixedUniform(0))).isEqualTo(1);
        assertThat(half.sample(new FixedUniform(0.49))).isEqualTo(1);
        assertThat(half.sample(new FixedUniform(0.51))).isEqualTo(2);
        assertThat(half.sample(new FixedUniform(0.76))).isEqualTo(3);
        assertThat(half.sample(new FixedUniform(Math.nextDown(1.0)))).isEqualTo(54);
    }

    @Test
    void rareSuccesses() {
        // ln 2 / p, where it fits into a long and where it does not.
        assertThat((double) Geometric.of(1e-18).sample(new FixedUniform(0.5)))
                .isCloseTo(StrictMath.log(2) * 1e18, within(1e3));
        assertThat((double) Geometric.of(1e-19).sample(new FixedUniform(0.5)))
                .isCloseTo(StrictMath.log(2) * 1e19, within(1e4));
        assertThat(Geometric.of(1e-20).sample(new FixedUniform(0.5))).isEqualTo(Long.MAX_VALUE);
        assertThat(Geometric.of(Double.MIN_VALUE).sample(new FixedUniform(0.5))).isEqualTo(Long.MAX_VALUE);
        assertThat(Geometric.of(Double.MIN_VALUE).sample(new FixedUniform(0))).isEqualTo(1);
    }

    @Test
    void badProbabilitiesAreRefused() {
        for (double p : new double[] {0, -0.5, 1.5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Geometric.of(p))
                    .withMessage("successProbability must lie in (0, 1], was " + p);
        }
    }
}
