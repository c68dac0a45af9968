// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmpiricalBernsteinTest {
    @Test
    void radiiByHand() {
        // 50 ones of 100: V = 25/99. ln 2000 = 7.600902459542082: sqrt(0.0383883963) + 7 * 7.6009... / 297.
        BoundedSample sample = Alarms.coins(50, 100);
        assertThat(EmpiricalBernstein.oneSidedRadius(sample, 1e-3)).isCloseTo(0.375075, within(1e-6));
        // ln 3000 = 8.006367567650246: sqrt(0.0404361998) + 7 * 8.0063... / 297.
        assertThat(EmpiricalBernstein.twoSidedRadius(sample, 1e-3)).isCloseTo(0.389790, within(1e-6));
    }

    @Test
    void theRadiusScalesWithTheValues() {
        BoundedSample narrow = BoundedSample.of(new double[] {0.25, 0.5, 1, 0.75, 0.75}, 0, 1);
        BoundedSample wide = BoundedSample.of(new double[] {15, 20, 30, 25, 25}, 10, 30);
        assertThat(EmpiricalBernstein.oneSidedRadius(wide, 1e-4))
                .isCloseTo(20 * EmpiricalBernstein.oneSidedRadius(narrow, 1e-4), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"20, 0.5", "100, 0.5", "100, 0.1", "500, 0.5", "500, 0.02", "500, 0.995", "2000, 0.01"})
    void falseAlarmsAreAtMostAsDeclared(int size, double p) {
        double declared = 1e-3;
        assertThat(Alarms.probability(size, p, c -> EmpiricalBernstein.assertMean(Alarms.coins(c, size), p, declared)))
                .isLessThanOrEqualTo(declared);
        assertThat(Alarms.probability(
                        size, p, c -> EmpiricalBernstein.assertMeanAtMost(Alarms.coins(c, size), p, declared)))
                .isLessThanOrEqualTo(declared);
        assertThat(Alarms.probability(
                        size, p, c -> EmpiricalBernstein.assertMeanAtLeast(Alarms.coins(c, size), p, declared)))
                .isLessThanOrEqualTo(declared);
    }

    private static BoundedSample rareLosses(double probability) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(11);
        BoundedSample sample = BoundedSample.in(0, 1);
        for (int i = 0; i < 100_000; i++) {
            sample.add(random.nextDouble() < probability ? 1 : 0);
        }
        return sample;
    }

    @Test
    void seesWhatHoeffdingCannot() {
        // A wrong rate: 0.006 instead of 0.003, a shift well inside Hoeffding's radius of 0.0085.
        BoundedSample right = rareLosses(0.003);
        BoundedSample wrong = rareLosses(0.006);
        assertThatCode(() -> EmpiricalBernstein.assertMean(right, 0.003, 1e-6)).doesNotThrowAnyException();
        assertThatCode(() -> Hoeffding.assertMean(wrong, 0.003, 1e-6)).doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EmpiricalBernstein.assertMean(wrong, 0.003, 1e-6))
                .withMessageContainingAll(
                        "mean must be 0.003", "100000 values", "threshold", "two-sided empirical Bernstein", "1.0E-6");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EmpiricalBernstein.assertMeanAtMost(wrong, 0.003, 1e-6));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EmpiricalBernstein.assertMeanAtLeast(right, 0.006, 1e-6));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EmpiricalBernstein.assertMean(right, 0.006, 1e-6));
    }

    @Test
    void oneSidedAssertionsLookToOneSide() {
        BoundedSample sample = rareLosses(0.003);
        assertThatCode(() -> EmpiricalBernstein.assertMeanAtMost(sample, 0.9, 1e-6))
                .doesNotThrowAnyException();
        assertThatCode(() -> EmpiricalBernstein.assertMeanAtLeast(sample, 0, 1e-6))
                .doesNotThrowAnyException();
    }
}
