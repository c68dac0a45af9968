// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.calibration.forecasters.AdaptiveCalibrator.Interval;
import org.hindsight.calibration.forecasters.AdaptiveCalibrator.Run;
import org.hindsight.core.Bound;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/** The full and the covering adaptive calibrator against their definitions, and against nature. */
class AdaptiveCalibrationProperties {
    /** The probability that one run breaks a guarantee that holds. */
    private static final double FALSE_ALARM = 1e-8;

    /** The experts one by one, with the rounds in which they are alive. */
    private static final class Naive {
        private final int n;
        private final int m;
        private final boolean covering;
        private final int levels;
        private final List<int[]> bins = new ArrayList<>();
        private final List<double[]> deviations = new ArrayList<>();

        Naive(int n, int m, boolean covering, int horizon) {
            this.n = n;
            this.m = m;
            this.covering = covering;
            int k = 0;
            while (1 << k < horizon) {
                k++;
            }
            this.levels = k;
        }

        void observe(int bin, double[] deviation) {
            bins.add(new int[] {bin});
            deviations.add(deviation);
        }

        double[] directions() {
            double[] c = new double[n * m];
            int now = bins.size();
            List<Integer> starts = new ArrayList<>();
            if (covering) {
                for (int k = 0; k <= levels; k++) {
                    starts.add(now >> k << k);
                }
            } else {
                for (int s = 0; s <= now; s++) {
                    starts.add(s);
                }
            }
            for (int s : starts) {
                for (int i = 0; i < n; i++) {
                    for (int a = 0; a < m; a++) {
                        double gain = 0;
                        double absolute = 0;
                        for (int t = s; t < now; t++) {
                            if (bins.get(t)[0] == i) {
                                gain += deviations.get(t)[a];
                                absolute += Math.abs(deviations.get(t)[a]);
                            }
                        }
                        c[i * m + a] += NormalPotentialProperties.weight(gain, absolute)
                                - NormalPotentialProperties.weight(-gain, absolute);
                    }
                }
            }
            return c;
        }
    }

    private static double[] outcome(int kind, int round, int m, double[] q, double[] p, RandomGenerator random) {
        double[] x = new double[m];
        switch (kind) {
            case 0 -> x[random.nextInt(m)] = 1;
            case 1 -> x[round / 7 % m] = 1;
            case 2 -> java.util.Arrays.fill(x, 1.0 / m);
            default -> {
                // The coordinate that is expected least.
                int least = 0;
                double smallest = 2;
                for (int a = 0; a < m; a++) {
                    double mean = 0;
                    for (int i = 0; i < q.length; i++) {
                        mean += q[i] * p[i * m + a];
                    }
                    if (mean < smallest) {
                        smallest = mean;
                        least = a;
                    }
                }
                x[least] = 1;
            }
        }
        return x;
    }

    @Property(tries = 60)
    void directionsAreThoseOfTheExpertsOneByOne(
            @ForAll @IntRange(min = 2, max = 3) int m,
            @ForAll @IntRange(min = 1, max = 4) int n,
            @ForAll @IntRange(min = 1, max = 40) int rounds,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll boolean covering,
            @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        SimplexPartition partition = Partitions.ofLargestColumn(m, n, (seed & 1) == 0, random);
        DirectedForecaster forecaster =
                covering ? CoveringCalibrator.of(partition, rounds) : AdaptiveCalibrator.of(partition, rounds);
        Naive naive = new Naive(n, m, covering, rounds);
        double[] q = new double[n];
        double[] p = new double[n * m];
        for (int t = 0; t < rounds; t++) {
            double[] c = naive.directions();
            for (int at = 0; at < c.length; at++) {
                assertThat(forecaster.directions[at]).isCloseTo(c[at], within(1e-10 * Math.max(1, Math.abs(c[at]))));
            }
            forecaster.lottery(q, p);
            double[] x = outcome(kind, t, m, q, p, random);
            int bin = Partitions.draw(q, random);
            double[] deviation = new double[m];
            for (int a = 0; a < m; a++) {
                deviation[a] = x[a] - p[bin * m + a];
            }
            forecaster.observe(x, bin);
            naive.observe(bin, deviation);
        }
    }

    private static BinDeviations run(BinnedForecaster forecaster, int rounds, int kind, RandomGenerator random) {
        int n = forecaster.bins();
        int m = forecaster.dimension();
        double[] q = new double[n];
        double[] p = new double[n * m];
        BinDeviations record = BinDeviations.of(n, m);
        for (int t = 0; t < rounds; t++) {
            forecaster.lottery(q, p);
            double[] x = outcome(kind, t, m, q, p, random);
            int bin = Partitions.draw(q, random);
            record.record(bin, x, Partitions.row(p, bin, m));
            forecaster.observe(x, bin);
        }
        return record;
    }

    /** The largest deviation relative to a bound, over all intervals. */
    private static double worst(BinDeviations record, Bound<Interval> bound) {
        int T = (int) record.rounds();
        Run run = new Run(record.bins(), record.dimension(), T, FALSE_ALARM);
        double worst = 0;
        for (int s = 0; s < T; s++) {
            for (int t = s; t < T; t++) {
                for (int i = 0; i < record.bins(); i++) {
                    double size = record.calibrationError(i, s, t) * (t - s + 1);
                    long visits = record.visits(i, s, t);
                    if (visits > 0) {
                        worst = Math.max(worst, size / bound.at(new Interval(run, t - s + 1, visits)));
                    }
                }
            }
        }
        return worst;
    }

    @Property(tries = 12)
    void everyIntervalIsCalibrated(@ForAll @IntRange(max = 3) int kind, @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        SimplexPartition partition = SimplexPartition.ofInterval(0.3, 0.5);
        assertThat(worst(run(AdaptiveCalibrator.of(partition, 250), 250, kind, random), AdaptiveCalibrator.DEVIATION))
                .isLessThanOrEqualTo(1);
        assertThat(worst(run(CoveringCalibrator.of(partition, 250), 250, kind, random), CoveringCalibrator.DEVIATION))
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 6)
    void everyIntervalIsCalibratedInThreeCoordinates(@ForAll @IntRange(max = 3) int kind, @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        SimplexPartition partition = Partitions.ofLargestColumn(3, 3, false, random);
        assertThat(worst(run(AdaptiveCalibrator.of(partition, 100), 100, kind, random), AdaptiveCalibrator.DEVIATION))
                .isLessThanOrEqualTo(1);
        assertThat(worst(run(CoveringCalibrator.of(partition, 100), 100, kind, random), CoveringCalibrator.DEVIATION))
                .isLessThanOrEqualTo(1);
    }

    @Example
    void theGuaranteeTellsCalibratedForecastsFromOthers() {
        int T = 2000;
        // Outcomes (1, 0) and then (0, 1), in blocks of 1000: (1/2, 1/2) is right over all rounds and wrong in each
        // block.
        BinDeviations constant = BinDeviations.of(1, 2);
        for (int t = 0; t < T; t++) {
            constant.record(0, t < T / 2 ? new double[] {1, 0} : new double[] {0, 1}, new double[] {0.5, 0.5});
        }
        Run run = new Run(1, 2, T, FALSE_ALARM);
        double bound = AdaptiveCalibrator.DEVIATION.at(new Interval(run, T / 2, T / 2));
        assertThat(Math.abs(constant.deviation(0, 0, 0, T - 1))).isZero();
        assertThat(Math.abs(constant.deviation(0, 0, 0, T / 2 - 1))).isGreaterThan(1.5 * bound);
        BinDeviations adaptive = BinDeviations.of(2, 2);
        CoveringCalibrator forecaster = CoveringCalibrator.of(SimplexPartition.ofInterval(0.5), T);
        RandomGenerator random = Xoshiro256PlusPlus.seeded(1);
        double[] q = new double[2];
        double[] p = new double[4];
        for (int t = 0; t < T; t++) {
            double[] x = t < T / 2 ? new double[] {1, 0} : new double[] {0, 1};
            forecaster.lottery(q, p);
            int bin = Partitions.draw(q, random);
            adaptive.record(bin, x, Partitions.row(p, bin, 2));
            forecaster.observe(x, bin);
        }
        for (int bin = 0; bin < 2; bin++) {
            assertThat(Math.abs(adaptive.deviation(bin, 0, 0, T / 2 - 1))).isLessThan(bound / 4);
            assertThat(Math.abs(adaptive.deviation(bin, 0, T / 2, T - 1))).isLessThan(bound / 4);
        }
    }

    @Example
    void boundsHaveTheValuesOfTheirFormulas() {
        Interval interval = new Interval(new Run(2, 3, 100, 0.1), 5, 4);
        assertThat(AdaptiveCalibrator.DEVIATION.at(interval))
                .isCloseTo(Math.sqrt(12 * Math.log(6000 * (3 + Math.log(101)))), within(1e-12));
        // Length 5 is at most 3 pieces; K = 7.
        assertThat(CoveringCalibrator.DEVIATION.at(interval))
                .isCloseTo(Math.sqrt(36 * Math.log(60 * 208 * (3 + Math.log(101)))), within(1e-12));
    }

    @Property(tries = 20)
    void forksGoTheirOwnWayAndResetBeginsAnew(@ForAll boolean covering, @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        SimplexPartition partition = Partitions.ofLargestColumn(2, 3, false, random);
        BinnedForecaster forecaster =
                covering ? CoveringCalibrator.of(partition, 200) : AdaptiveCalibrator.of(partition, 200);
        double first = run(forecaster, 50, 3, Xoshiro256PlusPlus.seeded(seed)).total();
        double[] before = lottery(forecaster);
        BinnedForecaster fork = forecaster.fork();
        run(fork, 50, 1, random);
        assertThat(lottery(forecaster)).isEqualTo(before);
        assertThat(run(forecaster.fork(), 50, 3, Xoshiro256PlusPlus.seeded(9)).total())
                .isEqualTo(run(forecaster, 50, 3, Xoshiro256PlusPlus.seeded(9)).total());
        forecaster.reset();
        assertThat(run(forecaster, 50, 3, Xoshiro256PlusPlus.seeded(seed)).total())
                .isEqualTo(first);
    }

    private static double[] lottery(BinnedForecaster forecaster) {
        double[] q = new double[forecaster.bins()];
        forecaster.lottery(q, new double[forecaster.bins() * forecaster.dimension()]);
        return q;
    }

    @Example
    void theHorizonEnds() {
        for (BinnedForecaster forecaster : List.of(
                AdaptiveCalibrator.of(SimplexPartition.ofInterval(), 3),
                CoveringCalibrator.of(SimplexPartition.ofInterval(), 3))) {
            double[] x = {0.5, 0.5};
            for (int t = 0; t < 3; t++) {
                forecaster.observe(x, 0);
            }
            assertThatThrownBy(() -> forecaster.observe(x, 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("horizon of 3 rounds");
            forecaster.reset();
            forecaster.observe(x, 0);
        }
    }

    @Example
    void nothingIsAllocatedInARoundOnTheLine() {
        for (BinnedForecaster forecaster : List.of(
                BlackwellCalibrator.of(SimplexPartition.ofInterval(0.3, 0.6)),
                AdaptiveCalibrator.of(SimplexPartition.ofInterval(0.3, 0.6), 10_000),
                CoveringCalibrator.of(SimplexPartition.ofInterval(0.3, 0.6), 10_000))) {
            double[] q = new double[3];
            double[] p = new double[6];
            double[][] outcomes = {{1, 0}, {0, 1}, {0.4, 0.6}};
            RandomGenerator random = Xoshiro256PlusPlus.seeded(3);
            assertThat(leastBytes(() -> {
                        for (int t = 0; t < 100; t++) {
                            forecaster.lottery(q, p);
                            forecaster.observe(outcomes[t % 3], Partitions.draw(q, random));
                        }
                    }))
                    .isZero();
        }
    }

    private static long leastBytes(Runnable batch) {
        ThreadMXBean count = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(count.isThreadAllocatedMemoryEnabled());
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 60 && least > 0; i++) {
            long before = count.getCurrentThreadAllocatedBytes();
            batch.run();
            least = Math.min(least, count.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
