// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KolmogorovSmirnovTest {
    private static double uniform(double x) {
        return Math.max(0, Math.min(1, x));
    }

    private static double[] uniforms(long seed, int size) {
        return Xoshiro256PlusPlus.seeded(seed).doubles(size).toArray();
    }

    private static double[] map(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }

    @Test
    void radiusByHand() {
        assertThat(KolmogorovSmirnov.radius(100_000, 1e-6)).isCloseTo(0.008517234, within(1e-9));
    }

    @Test
    void gapByHand() {
        // The radius for 8 draws at 1e-3 is 0.689. Below the first draw, 0.7, the gap is 0.7; at the last, 0.3.
        double[] high = {0.7, 0.8, 0.9, 0.92, 0.94, 0.96, 0.98, 0.99};
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> KolmogorovSmirnov.assertDistribution(high, KolmogorovSmirnovTest::uniform, 1e-3))
                .withMessageContainingAll("n = 8", "gap 0.69999", "threshold 0.689", "0.001");
        double[] low = {0.02, 0.04, 0.06, 0.08, 0.1, 0.2, 0.29, 0.3};
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> KolmogorovSmirnov.assertDistribution(low, KolmogorovSmirnovTest::uniform, 1e-3))
                .withMessageContainingAll("gap 0.7", "at 0.3");
        double[] middle = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
        assertThatCode(() -> KolmogorovSmirnov.assertDistribution(middle, KolmogorovSmirnovTest::uniform, 1e-3))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"10, 0.5", "60, 0.5", "60, 0.1", "400, 0.5", "400, 0.93"})
    void falseAlarmsOnAtomsAreAtMostAsDeclared(int size, double p) {
        DoubleUnaryOperator coin = x -> x < 0 ? 0 : x < 1 ? 1 - p : 1;
        double alarm = Alarms.probability(size, p, successes -> {
            double[] sample = new double[size];
            Arrays.fill(sample, 0, (int) successes, 1);
            KolmogorovSmirnov.assertDistribution(sample, coin, 1e-3);
        });
        assertThat(alarm).isLessThanOrEqualTo(1e-3);
    }

    @Test
    void alarmsArePossibleUnderTheClaim() {
        int alarms = 0;
        int repetitions = 8000;
        for (int i = 0; i < repetitions; i++) {
            double[] sample = uniforms(i, 100);
            alarms += Alarms.raisedBy(
                            () -> KolmogorovSmirnov.assertDistribution(sample, KolmogorovSmirnovTest::uniform, 1e-3))
                    ? 1
                    : 0;
        }
        // The bound is tight: about three quarters of the declared eight are expected.
        ExactBinomial.assertProbabilityAtMost(alarms, repetitions, 1e-3, 1e-6);
        assertThat(alarms).isPositive();
    }

    @Test
    void acceptsTheRightLawAndRejectsAWrongOne() {
        double[] sample = uniforms(9, 50_000);
        KolmogorovSmirnov.assertDistribution(sample, KolmogorovSmirnovTest::uniform, 1e-6);
        double[] wrong = map(sample, u -> Math.pow(u, 1.05));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> KolmogorovSmirnov.assertDistribution(wrong, KolmogorovSmirnovTest::uniform, 1e-6));
        // Exponential with the right rate, and with a rate that is off by a twentieth.
        DoubleUnaryOperator exponential = x -> x < 0 ? 0 : -Math.expm1(-2 * x);
        KolmogorovSmirnov.assertDistribution(map(sample, u -> -Math.log1p(-u) / 2), exponential, 1e-6);
        double[] slow = map(sample, u -> -Math.log1p(-u) / 1.9);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> KolmogorovSmirnov.assertDistribution(slow, exponential, 1e-6));
    }

    @Test
    void seesAnAtomThatIsNotClaimed() {
        double[] rounded = map(uniforms(9, 2000), u -> Math.rint(2 * u) / 2);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> KolmogorovSmirnov.assertDistribution(rounded, KolmogorovSmirnovTest::uniform, 1e-6));
    }

    /** The exact probability that two samples of equal size without ties have a gap of more than a threshold. */
    private static double twoSampleAlarm(int size, double threshold) {
        // Counts lattice paths, weighted by 2^-steps, that stay within the threshold, and all of them.
        double[] within = new double[size + 1];
        double[] all = new double[size + 1];
        for (int i = 0; i <= size; i++) {
            for (int j = 0; j <= size; j++) {
                double fromLeft = j > 0 ? within[j - 1] / 2 : 0;
                double allLeft = j > 0 ? all[j - 1] / 2 : 0;
                boolean start = i == 0 && j == 0;
                boolean inside = Math.abs(i - j) <= threshold * size;
                all[j] = start ? 1 : (i > 0 ? all[j] / 2 : 0) + allLeft;
                within[j] = !inside ? 0 : start ? 1 : (i > 0 ? within[j] / 2 : 0) + fromLeft;
            }
        }
        return 1 - within[size] / all[size];
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 50, 333})
    void twoSampleFalseAlarmsAreAtMostAsDeclared(int size) {
        double threshold = KolmogorovSmirnov.twoSampleThreshold(size, size, 1e-3);
        assertThat(twoSampleAlarm(size, threshold)).isLessThanOrEqualTo(1e-3);
        // The next smaller gap is accepted because it is too probable.
        assertThat(twoSampleAlarm(size, threshold - 1.0 / size)).isGreaterThan(0.99e-3);
    }

    @Test
    void twoSampleThresholdOfUnequalSizesIsASum() {
        assertThat(KolmogorovSmirnov.twoSampleThreshold(100, 400, 1e-3))
                .isCloseTo(1.5 * KolmogorovSmirnov.radius(100, 5e-4), within(1e-15));
        assertThat(KolmogorovSmirnov.twoSampleThreshold(2, 2, 1e-3)).isGreaterThan(1);
    }

    @Test
    void acceptsEqualLawsAndRejectsDifferentOnes() {
        double[] first = uniforms(21, 20_000);
        double[] second = uniforms(22, 20_000);
        double[] longer = uniforms(23, 60_000);
        KolmogorovSmirnov.assertSameDistribution(first, second, 1e-6);
        KolmogorovSmirnov.assertSameDistribution(first, longer, 1e-6);
        KolmogorovSmirnov.assertSameDistribution(
                map(first, u -> Math.floor(4 * u)), map(second, u -> Math.floor(4 * u)), 1e-6);
        double[] wrong = map(second, u -> Math.pow(u, 1.15));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> KolmogorovSmirnov.assertSameDistribution(first, wrong, 1e-6))
                .withMessageContainingAll("n = 20000 and 20000", "gap", "threshold", "1.0E-6");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> KolmogorovSmirnov.assertSameDistribution(wrong, longer, 1e-6));
    }

    @Test
    void twoSampleGapByHand() {
        // Twelve against twelve without overlap: gap 1. The message carries the gap.
        double[] low = uniforms(1, 12);
        double[] high = map(uniforms(2, 12), u -> u + 1);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> KolmogorovSmirnov.assertSameDistribution(high, low, 1e-3))
                .withMessageContaining("gap 1.0");
        // Equal samples, all ties: gap 0.
        KolmogorovSmirnov.assertSameDistribution(low, low, 1e-3);
    }

    @Test
    void refusesBadInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> KolmogorovSmirnov.assertDistribution(new double[0], KolmogorovSmirnovTest::uniform, 1e-6))
                .withMessageContaining("sample.length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.assertDistribution(
                        new double[] {Double.NaN}, KolmogorovSmirnovTest::uniform, 1e-6))
                .withMessageContaining("sample[0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.assertDistribution(new double[] {2}, x -> x, 1e-6))
                .withMessageContaining("distributionFunction");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.assertDistribution(new double[] {0.2, 0.6}, x -> 1 - x, 1e-6))
                .withMessageContaining("distributionFunction");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.assertSameDistribution(new double[] {1}, new double[0], 1e-6))
                .withMessageContaining("second.length");
    }
}
