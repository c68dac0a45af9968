// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoeffdingTest {
    @Test
    void radiiByHand() {
        // sqrt(ln(2e6) / 200000): ln(2e6) = 14.508657738524219.
        assertThat(Hoeffding.twoSidedRadius(100_000, 1e-6)).isCloseTo(0.008517234, within(1e-9));
        // sqrt(ln(1000) / 200): ln(1000) = 6.907755278982137.
        assertThat(Hoeffding.oneSidedRadius(100, 1e-3)).isCloseTo(0.185846109, within(1e-9));
    }

    @Test
    void sampleSizeByHand() {
        // sqrt(14.508657738524219) + sqrt(6.907755278982137) = 3.809023 + 2.628261 = 6.437284; its square over 2e-4.
        assertThat(Hoeffding.sampleSize(0.01, 1e-6, 1e-3)).isEqualTo(207_194);
    }

    @Test
    void sampleSizeSuffices() {
        // At the chosen size even the worst law on {0, 1} is missed with at most the declared probability.
        long size = Hoeffding.sampleSize(0.1, 1e-3, 0.05);
        double missed = 1
                - Alarms.probability(
                        (int) size, 0.6, count -> Hoeffding.assertMean(Alarms.coins(count, size), 0.5, 1e-3));
        assertThat(missed).isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @CsvSource({"5, 0.5", "40, 0.5", "40, 0.3", "40, 0.02", "300, 0.5", "300, 0.9", "300, 0.001"})
    void falseAlarmsAreAtMostAsDeclared(int size, double p) {
        // The exact probability of an alarm, over all samples of coins.
        double declared = 1e-3;
        assertThat(Alarms.probability(size, p, c -> Hoeffding.assertMean(Alarms.coins(c, size), p, declared)))
                .isLessThanOrEqualTo(declared);
        assertThat(Alarms.probability(size, p, c -> Hoeffding.assertMeanAtMost(Alarms.coins(c, size), p, declared)))
                .isLessThanOrEqualTo(declared);
        assertThat(Alarms.probability(size, p, c -> Hoeffding.assertMeanAtLeast(Alarms.coins(c, size), p, declared)))
                .isLessThanOrEqualTo(declared);
    }

    @Test
    void alarmsArePossibleUnderTheClaim() {
        // At p = 1/2 the inequality is off by a small factor only; a threshold twice as far would never be reached.
        double probability = Alarms.probability(300, 0.5, c -> Hoeffding.assertMean(Alarms.coins(c, 300), 0.5, 1e-3));
        assertThat(probability).isBetween(1e-4, 1e-3);
    }

    private static BoundedSample uniforms(double low, double high, double shift, int size) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(7);
        BoundedSample sample = BoundedSample.in(low, high);
        for (int i = 0; i < size; i++) {
            sample.add(Math.min(high, random.nextDouble(low, high) + shift));
        }
        return sample;
    }

    @Test
    void acceptsTheRightMeanAndRejectsABiasedEstimator() {
        BoundedSample right = uniforms(-3, 5, 0, 100_000);
        assertThatCode(() -> Hoeffding.assertMean(right, 1, 1e-6)).doesNotThrowAnyException();
        BoundedSample biased = uniforms(-3, 5, 0.16, 100_000);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Hoeffding.assertMean(biased, 1, 1e-6));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Hoeffding.assertMean(biased, 1.3, 1e-6));
    }

    @Test
    void oneSidedAssertionsLookToOneSide() {
        BoundedSample sample = uniforms(0, 1, 0, 100_000);
        assertThatCode(() -> Hoeffding.assertMeanAtMost(sample, 0.9, 1e-6)).doesNotThrowAnyException();
        assertThatCode(() -> Hoeffding.assertMeanAtLeast(sample, 0.1, 1e-6)).doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Hoeffding.assertMeanAtMost(sample, 0.49, 1e-6));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Hoeffding.assertMeanAtLeast(sample, 0.51, 1e-6));
    }

    @Test
    void failureSaysEverything() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Hoeffding.assertMean(Alarms.coins(900, 1000), 0.5, 1e-6))
                .withMessage("mean must be 0.5, but 1000 values in [0.0, 1.0] of mean 0.9 are 0.4 above it, beyond the"
                        + " threshold " + Hoeffding.twoSidedRadius(1000, 1e-6)
                        + " (two-sided Hoeffding, false-alarm probability 1.0E-6)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-6, 1e-13, 0.05, 1, Double.NaN})
    void refusesFalseAlarmProbabilitiesOutOfRange(double falseAlarm) {
        BoundedSample sample = Alarms.coins(5, 10);
        for (Runnable assertion : new Runnable[] {
            () -> Hoeffding.assertMean(sample, 0.5, falseAlarm),
            () -> Hoeffding.assertMeanAtMost(sample, 0.5, falseAlarm),
            () -> EmpiricalBernstein.assertMeanAtLeast(sample, 0.5, falseAlarm),
            () -> ExactBinomial.assertProbability(5, 10, 0.5, falseAlarm),
            () -> RelativeEntropy.assertProbabilities(new long[] {5}, new double[] {1}, falseAlarm),
            () -> RelativeEntropy.assertSameDistribution(new long[] {5}, new long[] {5}, falseAlarm),
            () -> ChiSquare.assertProbabilities(new long[] {5}, new double[] {1}, falseAlarm),
            () -> ChiSquare.assertSameDistribution(new long[] {5}, new long[] {5}, falseAlarm),
            () -> KolmogorovSmirnov.assertDistribution(new double[] {0.5}, x -> x, falseAlarm),
            () -> KolmogorovSmirnov.assertSameDistribution(new double[] {1}, new double[] {1}, falseAlarm),
        }) {
            assertThatIllegalArgumentException().isThrownBy(assertion::run).withMessageStartingWith("falseAlarm must");
        }
    }

    @Test
    void refusesClaimsThatAreNoNumbers() {
        BoundedSample sample = Alarms.coins(5, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hoeffding.assertMean(sample, Double.NaN, 1e-6))
                .withMessageContaining("expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hoeffding.assertMeanAtMost(sample, Double.NaN, 1e-6))
                .withMessageContaining("bound");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmpiricalBernstein.assertMean(sample, Double.NaN, 1e-6))
                .withMessageContaining("expected");
        assertThatIllegalArgumentException().isThrownBy(() -> Hoeffding.sampleSize(0, 1e-6, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Hoeffding.sampleSize(0.1, 1e-6, 0));
    }
}
