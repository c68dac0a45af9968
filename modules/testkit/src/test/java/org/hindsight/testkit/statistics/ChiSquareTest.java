// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTest {
    @Test
    void thresholdsByTable() {
        assertThat(ChiSquare.threshold(1, 1e-3)).isCloseTo(10.828, within(5e-4));
        assertThat(ChiSquare.threshold(10, 1e-3)).isCloseTo(29.588, within(5e-4));
        // With two degrees of freedom the tail is exp(-x / 2).
        assertThat(ChiSquare.threshold(2, 1e-6)).isCloseTo(12 * Math.log(10), within(1e-6));
        assertThat(ChiSquare.threshold(1, 1e-6)).isCloseTo(2 * 11.964063488467414, within(1e-6));
        assertThat(ChiSquare.threshold(100, 1e-6)).isCloseTo(2 * 91.06338855977383, within(1e-5));
    }

    @Test
    void statisticsByHand() {
        // Mendel's peas: 315, 101, 108, 32 of 556 against 9:3:3:1 give 0.470 with 3 degrees of freedom.
        long[] peas = {315, 101, 108, 32};
        ChiSquare.assertProbabilities(peas, new double[] {0.5625, 0.1875, 0.1875, 0.0625}, 1e-3);
        // (60 - 40)^2 / 40 + (40 - 60)^2 / 60 = 16.666...
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ChiSquare.assertProbabilities(new long[] {60, 40}, new double[] {0.4, 0.6}, 1e-3))
                .withMessageContainingAll(
                        "chi-square = 16.66666666666", "n = 100", "1 degrees of freedom", "threshold 10.82", "0.001");
        // Two rows (60, 40) and (40, 60): n (ad - bc)^2 / (row and column totals) = 200 (3600 - 1600)^2 / 1e8 = 8.
        assertThatCode(() -> ChiSquare.assertSameDistribution(new long[] {60, 40}, new long[] {40, 60}, 1e-3))
                .doesNotThrowAnyException();
        // Two rows (70, 30) and (80, 120): 300 (8400 - 2400)^2 / (100 * 200 * 150 * 150) = 24.
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ChiSquare.assertSameDistribution(new long[] {70, 30}, new long[] {80, 120}, 1e-3))
                .withMessageContainingAll("chi-square = 24.0", "n = 100 and 200", "1 degrees of freedom");
    }

    /** The documented excess over the declared probability, from the binomial law itself. */
    @ParameterizedTest
    @CsvSource({
        "5, 1e-6, 6e-5, 8e-5",
        "20, 1e-6, 1e-5, 1.3e-5",
        "100, 1e-6, 2.5e-6, 3.2e-6",
        "1000, 1e-6, 1.0e-6, 1.3e-6",
        "5, 1e-3, 1.8e-3, 2.2e-3",
        "100, 1e-3, 1.1e-3, 1.3e-3"
    })
    void falseAlarmsExceedTheDeclaredProbabilityAsDocumented(
            double expected, double declared, double low, double high) {
        int draws = 1_000_000;
        double p = expected / draws;
        // Alarms are a matter of the rare count alone, and beyond 2000 all raise one.
        BinomialDistribution rare = new BinomialDistribution(draws, p);
        double alarm = 0;
        for (int count = 0; count < 2000; count++) {
            long[] counts = {count, draws - count};
            if (Alarms.raisedBy(() -> ChiSquare.assertProbabilities(counts, new double[] {p, 1 - p}, declared))) {
                alarm += rare.probability(count);
            }
        }
        assertThat(alarm).isBetween(low, high);
    }

    private static long[] draw(Xoshiro256PlusPlus random, double[] cumulative, int draws) {
        long[] counts = new long[cumulative.length];
        for (int i = 0; i < draws; i++) {
            double u = random.nextDouble();
            int category = 0;
            while (u >= cumulative[category]) {
                category++;
            }
            counts[category]++;
        }
        return counts;
    }

    @Test
    void falseAlarmsAreRareOnTheRightLaw() {
        double[] probabilities = {0.1, 0.2, 0.3, 0.4};
        double[] cumulative = {0.1, 0.30000000000000004, 0.6000000000000001, 1};
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(5);
        int repetitions = 3000;
        int alarms = 0;
        int sameAlarms = 0;
        for (int i = 0; i < repetitions; i++) {
            long[] counts = draw(random, cumulative, 1000);
            long[] others = draw(random, cumulative, 2000);
            alarms += Alarms.raisedBy(() -> ChiSquare.assertProbabilities(counts, probabilities, 1e-3)) ? 1 : 0;
            sameAlarms += Alarms.raisedBy(() -> ChiSquare.assertSameDistribution(counts, others, 1e-3)) ? 1 : 0;
        }
        // The law is asymptotic: at expected counts of 100 and more a quarter of excess is allowed.
        ExactBinomial.assertProbabilityAtMost(alarms, repetitions, 1.25e-3, 1e-6);
        ExactBinomial.assertProbabilityAtMost(sameAlarms, repetitions, 1.25e-3, 1e-6);
    }

    @Test
    void rejectsAWrongLaw() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(6);
        double[] probabilities = {0.1, 0.2, 0.3, 0.4};
        long[] right = draw(random, new double[] {0.1, 0.30000000000000004, 0.6000000000000001, 1}, 20_000);
        long[] wrong = draw(random, new double[] {0.1, 0.31, 0.6, 1}, 100_000);
        ChiSquare.assertProbabilities(right, probabilities, 1e-6);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ChiSquare.assertProbabilities(wrong, probabilities, 1e-6));
        long[] far = draw(random, new double[] {0.1, 0.33, 0.6, 1}, 20_000);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ChiSquare.assertSameDistribution(right, far, 1e-6));
    }

    @Test
    void categoriesThatCannotHappen() {
        double[] coin = {0.5, 0, 0.5};
        assertThatCode(() -> ChiSquare.assertProbabilities(new long[] {48, 0, 52}, coin, 1e-3))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ChiSquare.assertProbabilities(new long[] {48, 1, 51}, coin, 1e-3))
                .withMessageContaining("category 1");
        assertThatCode(() -> ChiSquare.assertProbabilities(new long[] {7}, new double[] {1}, 1e-3))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesSmallExpectedCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquare.assertProbabilities(new long[] {5, 5}, new double[] {0.4, 0.6}, 1e-3))
                .withMessageContainingAll("expected count of category 0 must be at least 5.0, was 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquare.assertSameDistribution(new long[] {6, 100}, new long[] {3, 100}, 1e-3))
                .withMessageContaining("category 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquare.assertSameDistribution(new long[] {60, 0}, new long[] {30, 0}, 1e-3))
                .withMessageContaining("category 1");
    }
}
