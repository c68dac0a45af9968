// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class SmoothResponseProperties {
    /** Numbers with a cap: continuous, with ties, all equal, or spread over hundreds of orders of magnitude. */
    static final class Sample {
        private final double[] numbers;
        private final double cap;

        private Sample(double[] numbers, double cap) {
            this.numbers = numbers;
            this.cap = cap;
        }

        static Sample of(int n, int kind, int capKind, long seed) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
            double[] numbers = new double[n];
            for (int i = 0; i < n; i++) {
                numbers[i] = switch (kind) {
                    case 0 -> random.nextDouble();
                    case 1 -> random.nextInt(4);
                    case 2 -> 0.25;
                    case 3 -> -1000 * random.nextDouble();
                    default -> Math.min(i, n - i);
                };
            }
            double cap = capKind == 0 ? 1.0 / n : capKind == 1 ? 1.0 / (1 + random.nextInt(n)) : 0;
            return new Sample(numbers, cap > 0 ? cap : 1.0 / n + (1 - 1.0 / n) * random.nextDouble());
        }

        @Override
        public String toString() {
            return "cap " + cap + " of " + Arrays.toString(numbers);
        }
    }

    @Provide
    Arbitrary<Sample> few() {
        return samples(8);
    }

    @Provide
    Arbitrary<Sample> many() {
        return samples(300);
    }

    private static Arbitrary<Sample> samples(int most) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, most),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs())
                .as(Sample::of)
                .withoutEdgeCases();
    }

    @Property
    void theValueIsThatOfTheLinearProgram(@ForAll("few") Sample sample) {
        LinearProgram.Builder program = LinearProgram.maximise(sample.numbers);
        double[] ones = new double[sample.numbers.length];
        Arrays.fill(ones, 1);
        // At the cap 1/n the program must not be infeasible by a rounding.
        double cap = sample.cap * (1 + 1e-14);
        for (int i = 0; i < ones.length; i++) {
            program.bounds(i, 0, cap);
        }
        double value = LinearProgramSolver.standard()
                .solve(program.equalTo(ones, 1).build())
                .optimal()
                .value();
        double size = Arrays.stream(sample.numbers).map(Math::abs).max().orElseThrow();
        assertThat(SmoothResponse.value(sample.numbers, sample.cap)).isCloseTo(value, within(1e-12 * (1 + size)));
    }

    @Property
    void theValueIsThatOfSorting(@ForAll("many") Sample sample) {
        double[] sorted = sample.numbers.clone();
        Arrays.sort(sorted);
        double left = 1;
        double value = 0;
        for (int i = sorted.length - 1; i >= 0; i--) {
            double p = Math.min(left, sample.cap);
            value += p * sorted[i];
            left -= p;
        }
        double size = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        double[] before = sample.numbers.clone();
        assertThat(SmoothResponse.value(sample.numbers, sample.cap)).isCloseTo(value, within(1e-13 * (1 + size)));
        double[] response = new double[sorted.length];
        SmoothResponse.response(sample.numbers, sample.cap, response);
        assertThat(sample.numbers).isEqualTo(before);
        double sum = 0;
        double attained = 0;
        for (int i = 0; i < response.length; i++) {
            assertThat(response[i]).isBetween(0.0, sample.cap);
            sum += response[i];
            attained += response[i] * sample.numbers[i];
        }
        assertThat(sum).isCloseTo(1, within(1e-13));
        assertThat(attained).isCloseTo(value, within(1e-12 * (1 + size)));
    }

    /** x_i = min(c, s w_i) and sums to one, which determines it. */
    @Property
    void theProjectionSatisfiesItsOptimalityConditions(@ForAll("many") Sample sample) {
        int n = sample.numbers.length;
        double[] x = new double[n];
        CappedSimplex.project(sample.numbers, sample.cap, x, new double[n]);
        double sum = 0;
        double logScale = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            assertThat(x[i]).isBetween(0.0, sample.cap);
            sum += x[i];
            if (x[i] > 1e-200) {
                logScale = Math.min(logScale, Math.log(x[i]) - sample.numbers[i]);
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        // The least of log x - log w over capped and uncapped actions is log s if an action is uncapped.
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            if (x[i] < sample.cap && x[i] > 1e-200) {
                largest = Math.max(largest, Math.log(x[i]) - sample.numbers[i]);
            }
        }
        if (largest > Double.NEGATIVE_INFINITY) {
            for (int i = 0; i < n; i++) {
                double expected = Math.min(sample.cap, Math.exp(sample.numbers[i] + largest));
                assertThat(x[i]).isCloseTo(expected, within(1e-11 * sample.cap));
            }
        }
    }

    @Example
    void worked() {
        double[] u = {0.2, 0.9, 0.5, 0.9};
        assertThat(SmoothResponse.value(u, 1)).isEqualTo(0.9);
        assertThat(SmoothResponse.value(u, 0.4)).isCloseTo(0.8 * 0.9 + 0.2 * 0.5, within(1e-15));
        assertThat(SmoothResponse.value(u, 0.25)).isCloseTo(2.5 / 4, within(1e-15));
        double[] x = new double[3];
        CappedSimplex.project(new double[] {0, -1000, -1000 - Math.log(3)}, 0.6, x, new double[3]);
        assertThat(x).containsExactly(new double[] {0.6, 0.3, 0.1}, within(1e-12));
        CappedSimplex.project(new double[] {Math.log(8), Math.log(1), Math.log(1)}, 0.5, x, new double[3]);
        assertThat(x).containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-15));
    }

    @Example
    void aMillionEntriesInUnfavourableOrders() {
        int n = 1_000_000;
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = Math.min(i, n - 1 - i);
        }
        // Pairs n/2-1, n/2-1, n/2-2, ...: the best tenth has mean n/2 - 1 - (n/20 - 1)/2.
        assertThat(SmoothResponse.value(u, 10.0 / n)).isCloseTo(n / 2.0 - 1 - (n / 20.0 - 1) / 2, within(1e-6));
    }

    @Example
    void refusals() {
        for (double bad : new double[] {0.3, 1.01, 0, -1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SmoothResponse.value(new double[] {1, 2, 3}, bad))
                    .withMessageContaining("cap");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothResponse.value(new double[] {1, Double.NaN}, 1))
                .withMessageContaining("payoffs[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothResponse.value(new double[] {1, 2}, 1, new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> SmoothResponse.value(new double[0], 1));
    }
}
