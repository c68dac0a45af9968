// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactBinomialTest {
    @Test
    void largestAcceptedCountsByReference() {
        assertThat(ExactBinomial.largestAccepted(400, 0.05, 1e-6)).isEqualTo(44);
        assertThat(ExactBinomial.largestAccepted(1000, 0.05, 1e-6)).isEqualTo(86);
        assertThat(ExactBinomial.largestAccepted(1000, 0.01, 1e-6)).isEqualTo(28);
        // Ten heads in a row have probability 1/1024, below 1e-3; nine of nine have 1/512.
        assertThat(ExactBinomial.largestAccepted(10, 0.5, 1e-3)).isEqualTo(9);
        assertThat(ExactBinomial.largestAccepted(9, 0.5, 1e-3)).isEqualTo(9);
        assertThat(ExactBinomial.largestAccepted(10, 0, 1e-3)).isEqualTo(0);
        assertThat(ExactBinomial.largestAccepted(10, 1, 1e-3)).isEqualTo(10);
    }

    /** The tail summed in 40 digits. */
    private static double tail(int events, int trials, String probability) {
        MathContext digits = new MathContext(40);
        BigDecimal p = new BigDecimal(probability);
        BigDecimal q = BigDecimal.ONE.subtract(p);
        BigDecimal coefficient = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k <= trials; k++) {
            if (k > 0) {
                coefficient = coefficient
                        .multiply(BigDecimal.valueOf(trials - k + 1L), digits)
                        .divide(BigDecimal.valueOf(k), digits);
            }
            if (k >= events) {
                sum = sum.add(
                        coefficient.multiply(p.pow(k, digits)).multiply(q.pow(trials - k, digits), digits), digits);
            }
        }
        return sum.doubleValue();
    }

    @ParameterizedTest
    @CsvSource({"45, 400, 0.05", "44, 400, 0.05", "29, 1000, 0.01", "10, 10, 0.5", "1, 7, 0.3", "900, 1000, 0.5"})
    void tailsBySummation(int events, int trials, String probability) {
        double expected = tail(events, trials, probability);
        double p = Double.parseDouble(probability);
        assertThat(ExactBinomial.atLeast(events, trials, p)).isCloseTo(expected, within(1e-11 * expected));
        assertThat(ExactBinomial.atMost(trials - events, trials, 1 - p)).isCloseTo(expected, within(1e-11 * expected));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "12, 0.5", "50, 0.04", "50, 0.97", "400, 0.05", "400, 0.5", "400, 0.0001"})
    void falseAlarmsAreAtMostAsDeclared(int trials, double p) {
        double declared = 1e-3;
        double rounding = 1 + 1e-9;
        assertThat(Alarms.probability(trials, p, c -> ExactBinomial.assertProbability(c, trials, p, declared)))
                .isLessThanOrEqualTo(declared * rounding);
        assertThat(Alarms.probability(trials, p, c -> ExactBinomial.assertProbabilityAtMost(c, trials, p, declared)))
                .isLessThanOrEqualTo(declared * rounding);
        assertThat(Alarms.probability(trials, p, c -> ExactBinomial.assertProbabilityAtLeast(c, trials, p, declared)))
                .isLessThanOrEqualTo(declared * rounding);
        long accepted = ExactBinomial.largestAccepted(trials, p, declared);
        assertThat(ExactBinomial.atLeast(accepted, trials, p)).isGreaterThan(declared);
    }

    @Test
    void assertionsChangeSideWhereTheyShould() {
        assertThatCode(() -> ExactBinomial.assertProbabilityAtMost(44, 400, 0.05, 1e-6))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ExactBinomial.assertProbabilityAtMost(45, 400, 0.05, 1e-6))
                .withMessageContainingAll(
                        "at most 0.05", "45 events in 400 trials", "threshold 1.0E-6", "one-sided exact binomial");
        assertThatCode(() -> ExactBinomial.assertProbabilityAtLeast(356, 400, 0.95, 1e-6))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ExactBinomial.assertProbabilityAtLeast(355, 400, 0.95, 1e-6));
        assertThatCode(() -> ExactBinomial.assertProbabilityAtMost(0, 400, 0.05, 1e-6))
                .doesNotThrowAnyException();
        assertThatCode(() -> ExactBinomial.assertProbabilityAtLeast(400, 400, 0.05, 1e-6))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ExactBinomial.assertProbability(0, 400, 0.05, 1e-6))
                .withMessageContaining("two-sided exact binomial");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ExactBinomial.assertProbability(46, 400, 0.05, 1e-6));
    }

    @Test
    void impossibleAndCertainEvents() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ExactBinomial.assertProbability(1, 1_000_000, 0, 1e-12));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ExactBinomial.assertProbability(999_999, 1_000_000, 1, 1e-12));
        assertThatCode(() -> ExactBinomial.assertProbability(0, 5, 0, 1e-3)).doesNotThrowAnyException();
        assertThatCode(() -> ExactBinomial.assertProbability(5, 5, 1, 1e-3)).doesNotThrowAnyException();
    }

    @Test
    void rejectsAWrongRate() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(3);
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < 100_000; i++) {
            right += random.nextInt(10) == 0 ? 1 : 0;
            // Off by one in the bound.
            wrong += random.nextInt(11) == 0 ? 1 : 0;
        }
        ExactBinomial.assertProbability(right, 100_000, 0.1, 1e-6);
        int events = wrong;
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ExactBinomial.assertProbability(events, 100_000, 0.1, 1e-6));
    }

    @Test
    void refusesBadInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactBinomial.assertProbabilityAtMost(11, 10, 0.5, 1e-6))
                .withMessage("events must lie in 0..10, was 11");
        assertThatIllegalArgumentException().isThrownBy(() -> ExactBinomial.assertProbabilityAtMost(-1, 10, 0.5, 1e-6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactBinomial.assertProbabilityAtLeast(0, 0, 0.5, 1e-6))
                .withMessageContaining("trials");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactBinomial.assertProbability(1, 10, Double.NaN, 1e-6))
                .withMessageContaining("probability");
        // Swapped arguments are caught too.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactBinomial.assertProbability(1, 10, 1e-6, 0.5))
                .withMessageContaining("falseAlarm");
    }
}
