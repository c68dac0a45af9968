// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class SmoothCalibrationProperties {
    private static double sum(BinaryForecasts data) {
        return SmoothCalibration.measure(data).error().sum();
    }

    @Example
    void workedInstances() {
        double[] smooth = {0.12, 0.72, 0.46, 1, 0.5, 0.5};
        for (int i = 0; i < smooth.length; i++) {
            assertThat(sum(Instances.worked(i))).isCloseTo(smooth[i], within(1e-15));
        }
        assertThat(sum(BinaryForecasts.of(new double[0], new int[0]))).isZero();
        // All predictions equal: |ones - p T|.
        assertThat(sum(BinaryForecasts.of(new double[] {0.25, 0.25, 0.25}, new int[] {1, 0, 1})))
                .isEqualTo(1.25);
    }

    @Property
    void agreesWithTheLinearProgram(
            @ForAll @IntRange(min = 1, max = 40) int rounds, @ForAll boolean dyadic, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[] p = Instances.predictions(random, rounds, dyadic);
        double[] w = new double[rounds];
        for (int t = 0; t < rounds; t++) {
            p[t] = seed % 3 == 0 ? Math.pow(p[t], 8) : p[t];
            w[t] = random.nextInt(4);
        }
        w[0] = 1;
        BinaryForecasts data = BinaryForecasts.weighted(p, Instances.outcomes(random, rounds), w);
        double[] residuals = new double[data.levels()];
        Arrays.setAll(residuals, data::residual);
        LinearProgram.Builder program = LinearProgram.maximise(residuals);
        for (int k = 0; k < residuals.length; k++) {
            program.bounds(k, -1, 1);
        }
        for (int k = 1; k < residuals.length; k++) {
            double distance = data.value(k) - data.value(k - 1);
            program.atMost(new int[] {k, k - 1}, new double[] {1, -1}, distance);
            program.atMost(new int[] {k, k - 1}, new double[] {-1, 1}, distance);
        }
        SmoothCalibrationError answer = SmoothCalibration.measure(data);
        double best =
                LinearProgramSolver.standard().solve(program.build()).optimal().value();
        assertThat(answer.error().sum()).isCloseTo(best, within(1e-7));
        assertThat(answer.gap()).isLessThanOrEqualTo(1e-13);
        double attained = 0;
        for (int k = 0; k < residuals.length; k++) {
            attained += residuals[k] * answer.witness(k);
            assertThat(Math.abs(answer.witness(k))).isLessThanOrEqualTo(1);
            if (k > 0) {
                assertThat(Math.abs(answer.witness(k) - answer.witness(k - 1)))
                        .isLessThanOrEqualTo(data.value(k) - data.value(k - 1) + 1e-12);
            }
        }
        assertThat(attained).isCloseTo(best, within(1e-7));
    }

    @Property
    void metamorphic(@ForAll @IntRange(max = 60) int rounds, @ForAll boolean dyadic, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[] p = Instances.predictions(random, rounds, dyadic);
        int[] x = Instances.outcomes(random, rounds);
        BinaryForecasts data = BinaryForecasts.of(p, x);
        double value = sum(data);
        assertThat(sum(BinaryForecasts.of(Instances.reflected(p), Instances.reflected(x))))
                .isCloseTo(value, within(1e-12));
        assertThat(sum(BinaryForecasts.of(Instances.joined(p, p), Instances.joined(x, x))))
                .isCloseTo(2 * value, within(1e-11));
        assertThat(value)
                .isLessThanOrEqualTo(
                        GroupedErrors.expected(ForecastGroups.levels(data)).sum() + 1e-12);
        int half = rounds / 2;
        assertThat(value)
                .isLessThanOrEqualTo(1e-11
                        + sum(BinaryForecasts.of(Arrays.copyOf(p, half), Arrays.copyOf(x, half)))
                        + sum(BinaryForecasts.of(
                                Arrays.copyOfRange(p, half, rounds), Arrays.copyOfRange(x, half, rounds))));
        double[] moved = p.clone();
        double distance = 0;
        for (int t = 0; t < rounds; t++) {
            moved[t] = Math.max(0, Math.min(1, p[t] + 0.1 * (random.nextDouble() - 0.5)));
            distance += Math.abs(moved[t] - p[t]);
        }
        assertThat(Math.abs(sum(BinaryForecasts.of(moved, x)) - value)).isLessThanOrEqualTo(2 * distance + 1e-11);
    }

    @Example
    void manyLevelsAreCertified() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(6);
        for (int power : new int[] {1, 8, 40}) {
            double[] p = new double[100_000];
            int[] x = new int[p.length];
            double variance = 0;
            for (int t = 0; t < p.length; t++) {
                p[t] = Math.pow(random.nextDouble(), power);
                x[t] = random.nextDouble() < p[t] ? 1 : 0;
                variance += p[t] * (1 - p[t]);
            }
            SmoothCalibrationError answer = SmoothCalibration.measure(BinaryForecasts.of(p, x));
            assertThat(answer.gap()).isLessThanOrEqualTo(1e-11);
            // True probabilities exceed this with probability at most 1e-6, by bounded differences.
            assertThat(answer.error().sum())
                    .isLessThanOrEqualTo(2 * Math.sqrt(variance) + Math.sqrt(p.length * Math.log(1e6) / 2));
        }
    }

    @Example
    void theCertificateRefusesWhatProvesNothing() {
        BinaryForecasts data = Instances.worked(0); // residuals 0.6 and -0.6 at distance 0.2, error 0.12
        assertThat(new SmoothCalibrationError(data, new double[] {0.1, -0.1}, new double[] {0.6}).gap())
                .isLessThan(1e-15);
        assertThat(new SmoothCalibrationError(data, new double[] {0, 0}, new double[] {0.6}).gap())
                .isCloseTo(0.06, within(1e-15));
        assertThat(new SmoothCalibrationError(data, new double[] {0.1, -0.1}, new double[] {0}).gap())
                .isCloseTo(0.54, within(1e-15));
        assertThat(new SmoothCalibrationError(data, new double[] {1, -1}, new double[] {0}).gap())
                .isCloseTo(0.6, within(1e-15));
        assertThatThrownBy(() -> SmoothCalibration.measure(data).witness(2)).hasMessageContaining("level");
    }
}
