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

class RelativeEntropyTest {
    @ParameterizedTest
    @CsvSource({"1, 1e-6", "10, 1e-6", "100, 1e-6", "1, 1e-3", "1000, 1e-12", "100000, 1e-3"})
    void thresholdSolvesItsEquation(int freedom, double falseAlarm) {
        double x = RelativeEntropy.threshold(freedom, falseAlarm);
        assertThat(x).isGreaterThan(freedom);
        assertThat(x - freedom - freedom * Math.log(x / freedom))
                .isCloseTo(-Math.log(falseAlarm), within(1e-11 * (freedom + 10)));
    }

    @Test
    void thresholdsByReference() {
        // Roots found by Brent's method in other software.
        assertThat(RelativeEntropy.threshold(1, 1e-6)).isCloseTo(17.688420790859972, within(1e-10));
        assertThat(RelativeEntropy.threshold(10, 1e-6)).isCloseTo(36.86127506570026, within(1e-10));
        assertThat(RelativeEntropy.threshold(100, 1e-6)).isCloseTo(162.15176167844282, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "30, 0.5", "30, 0.01", "200, 0.3", "200, 0.0005", "1000, 0.002"})
    void falseAlarmsOfTwoCategoriesAreAtMostAsDeclared(int draws, double p) {
        double probability = Alarms.probability(
                draws,
                p,
                c -> RelativeEntropy.assertProbabilities(new long[] {c, draws - c}, new double[] {p, 1 - p}, 1e-3));
        assertThat(probability).isLessThanOrEqualTo(1e-3);
    }

    @ParameterizedTest
    @CsvSource({"30, 0.2, 0.3", "30, 0.01, 0.02", "60, 0.001, 0.5", "60, 0.3333, 0.3333"})
    void falseAlarmsOfThreeCategoriesAreAtMostAsDeclared(int draws, double p, double q) {
        double[] probabilities = {p, q, 1 - p - q};
        double alarm = 0;
        BinomialDistribution firsts = new BinomialDistribution(draws, p);
        for (int i = 0; i <= draws; i++) {
            BinomialDistribution seconds = new BinomialDistribution(draws - i, q / (1 - p));
            for (int j = 0; j <= draws - i; j++) {
                long[] counts = {i, j, draws - i - j};
                if (Alarms.raisedBy(() -> RelativeEntropy.assertProbabilities(counts, probabilities, 1e-3))) {
                    alarm += firsts.probability(i) * seconds.probability(j);
                }
            }
        }
        assertThat(alarm).isLessThanOrEqualTo(1e-3).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"40, 40, 0.5", "40, 90, 0.1", "25, 100, 0.02"})
    void falseAlarmsOfTwoSamplesAreAtMostAsDeclared(int first, int second, double p) {
        BinomialDistribution other = new BinomialDistribution(second, p);
        double alarm = 0;
        for (int count = 0; count <= second; count++) {
            int seen = count;
            alarm += other.probability(count)
                    * Alarms.probability(
                            first,
                            p,
                            c -> RelativeEntropy.assertSameDistribution(
                                    new long[] {c, first - c}, new long[] {seen, second - seen}, 1e-3));
        }
        assertThat(alarm).isLessThanOrEqualTo(1e-3).isPositive();
    }

    private static long[] die(int sides, boolean loaded, long seed, int throwsOfIt) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        long[] counts = new long[sides];
        for (int i = 0; i < throwsOfIt; i++) {
            int side = random.nextInt(sides);
            // A loaded die is thrown again, once, when it shows a one.
            counts[loaded && side == 0 && random.nextInt(5) == 0 ? random.nextInt(sides) : side]++;
        }
        return counts;
    }

    @Test
    void acceptsAFairDieAndRejectsALoadedOne() {
        double[] fair = {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0};
        long[] right = die(6, false, 1, 40_000);
        long[] loaded = die(6, true, 2, 40_000);
        assertThatCode(() -> RelativeEntropy.assertProbabilities(right, fair, 1e-6))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RelativeEntropy.assertProbabilities(loaded, fair, 1e-6))
                .withMessageContainingAll(
                        "n KL = ",
                        "n = 40000",
                        "6 categories",
                        "threshold " + RelativeEntropy.threshold(5, 1e-6),
                        "1.0E-6");
        assertThatCode(() -> RelativeEntropy.assertSameDistribution(right, die(6, false, 3, 30_000), 1e-6))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RelativeEntropy.assertSameDistribution(right, loaded, 1e-6))
                .withMessageContainingAll("n = 40000 and 40000", "threshold " + RelativeEntropy.threshold(10, 1e-6));
    }

    @Test
    void tinyExpectedCountsAreNoObstacle() {
        double[] rare = {1e-6, 1 - 1e-6};
        assertThatCode(() -> RelativeEntropy.assertProbabilities(new long[] {1, 999}, rare, 1e-6))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RelativeEntropy.assertProbabilities(new long[] {4, 996}, rare, 1e-6));
    }

    @Test
    void categoriesThatCannotHappen() {
        double[] point = {0, 1};
        assertThatCode(() -> RelativeEntropy.assertProbabilities(new long[] {0, 10}, point, 1e-6))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RelativeEntropy.assertProbabilities(new long[] {1, 9}, point, 1e-6))
                .withMessageContaining("category 0 must have probability 0");
        assertThatCode(() -> RelativeEntropy.assertSameDistribution(new long[] {3}, new long[] {4}, 1e-6))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesBadInput() {
        double[] half = {0.5, 0.5};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RelativeEntropy.assertProbabilities(new long[] {1, 2, 3}, half, 1e-6))
                .withMessage("probabilities has length 2, expected 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RelativeEntropy.assertProbabilities(new long[] {1, -2}, half, 1e-6))
                .withMessageContaining("counts[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RelativeEntropy.assertProbabilities(new long[] {0, 0}, half, 1e-6))
                .withMessageContaining("sum of counts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RelativeEntropy.assertSameDistribution(new long[] {1}, new long[] {1, 2}, 1e-6))
                .withMessageContaining("second has length 2");
        assertThatIllegalArgumentException().isThrownBy(() -> RelativeEntropy.threshold(0, 1e-6));
    }
}
