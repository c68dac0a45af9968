// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class BrierDecompositionProperties {
    @Example
    void workedByHand() {
        BrierDecomposition crossed = BrierDecomposition.of(Instances.worked(0));
        assertThat(crossed.score().mean()).isCloseTo(0.36, within(1e-15));
        assertThat(crossed.miscalibration().mean()).isCloseTo(0.11, within(1e-15));
        assertThat(crossed.discrimination().mean()).isZero();
        assertThat(crossed.uncertainty().sum()).isEqualTo(0.5);
        // The outcomes 0, 1, 1 rise with the predictions: q = x.
        BrierDecomposition sorted = BrierDecomposition.of(Instances.worked(2));
        assertThat(sorted.score().sum()).isCloseTo(0.04 + 0.25 + 0.01, within(1e-15));
        assertThat(sorted.miscalibration().sum()).isCloseTo(0.3, within(1e-15));
        assertThat(sorted.discrimination().sum()).isCloseTo(2 / 3.0, within(1e-15));
        // Levels 0, 1/4, 3/4, 1 with outcomes 0 | 1 0 | 0 | 1: the middle three pool to 1/3.
        IsotonicRecalibration pooled = IsotonicRecalibration.of(Instances.worked(4));
        assertThat(new double[] {pooled.value(0), pooled.value(1), pooled.value(2), pooled.value(3)})
                .containsExactly(0, 1 / 3.0, 1 / 3.0, 1);
        BrierDecomposition none = BrierDecomposition.of(BinaryForecasts.of(new double[0], new int[0]));
        assertThat(none.score()).isEqualTo(new CalibrationError(0, 0));
        assertThat(none.uncertainty()).isEqualTo(new CalibrationError(0, 0));
    }

    /** The isotonic value of level k is the largest over i up to k of the smallest over j from k of the mean of levels i to j. */
    @Property
    void isotonicValuesAreMaximinMeans(
            @ForAll @IntRange(max = 30) int rounds, @ForAll boolean dyadic, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        BinaryForecasts data =
                BinaryForecasts.of(Instances.predictions(random, rounds, dyadic), Instances.outcomes(random, rounds));
        IsotonicRecalibration fit = IsotonicRecalibration.of(data);
        for (int k = 0; k < data.levels(); k++) {
            double best = 0;
            for (int i = 0; i <= k; i++) {
                double least = 1;
                double ones = 0;
                double n = 0;
                for (int j = i; j < data.levels(); j++) {
                    ones += data.ones(j);
                    n += data.weight(j);
                    least = j < k ? least : Math.min(least, ones / n);
                }
                best = Math.max(best, least);
            }
            assertThat(fit.value(k)).isEqualTo(best);
        }
    }

    @Property
    void partsAddUpAndAreWhatTheyAreCalled(
            @ForAll @IntRange(min = 1, max = 40) int rounds, @ForAll boolean dyadic, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[] p = Instances.predictions(random, rounds, dyadic);
        int[] x = Instances.outcomes(random, rounds);
        double[] w = random.doubles(rounds).toArray();
        BinaryForecasts data = BinaryForecasts.weighted(p, x, w);
        BrierDecomposition brier = BrierDecomposition.of(data);
        assertThat(brier.miscalibration().mean()
                        - brier.discrimination().mean()
                        + brier.uncertainty().mean())
                .isCloseTo(brier.score().mean(), within(1e-14));
        IsotonicRecalibration fit = IsotonicRecalibration.of(data);
        double mean = 0;
        double total = 0;
        for (int t = 0; t < rounds; t++) {
            mean += w[t] * x[t];
            total += w[t];
        }
        mean /= total;
        double ofP = 0;
        double ofQ = 0;
        double ofMean = 0;
        for (int t = 0; t < rounds; t++) {
            int k = 0;
            while (data.value(k) != p[t]) {
                k++;
            }
            ofP += w[t] * Math.pow(p[t] - x[t], 2);
            ofQ += w[t] * Math.pow(fit.value(k) - x[t], 2);
            ofMean += w[t] * Math.pow(mean - x[t], 2);
        }
        assertThat(brier.score().sum()).isCloseTo(ofP, within(1e-12));
        assertThat(brier.miscalibration().sum()).isCloseTo(ofP - ofQ, within(1e-12));
        assertThat(brier.discrimination().sum()).isCloseTo(ofMean - ofQ, within(1e-12));
        assertThat(brier.uncertainty().sum()).isCloseTo(ofMean, within(1e-12));
    }

    @Property
    void reflectionChangesNothing(@ForAll @IntRange(max = 30) int rounds, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[] p = Instances.predictions(random, rounds, true);
        int[] x = Instances.outcomes(random, rounds);
        BrierDecomposition one = BrierDecomposition.of(BinaryForecasts.of(p, x));
        BrierDecomposition other =
                BrierDecomposition.of(BinaryForecasts.of(Instances.reflected(p), Instances.reflected(x)));
        assertThat(other.score()).isEqualTo(one.score());
        assertThat(other.miscalibration().sum()).isCloseTo(one.miscalibration().sum(), within(1e-12));
        assertThat(other.discrimination().sum()).isCloseTo(one.discrimination().sum(), within(1e-12));
    }
}
