// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class MinimaxForecastProperties {
    private static double[] directions(int length, int kind, RandomGenerator random) {
        double[] c = new double[length];
        for (int at = 0; at < length; at++) {
            c[at] = switch (kind) {
                case 0 -> 2 * random.nextDouble() - 1;
                case 1 -> random.nextInt(3) - 1;
                case 2 -> (random.nextDouble() - 0.5) * Math.pow(10, 12 * random.nextDouble());
                default -> random.nextInt(4) == 0 ? random.nextDouble() - 0.5 : 0;
            };
        }
        return c;
    }

    /** The most that a corner wins, relative to the largest direction; and everything else that a lottery must be. */
    private static double mostWon(SimplexPartition partition, double[] c, double[] q, double[] p, double rounding) {
        int m = partition.dimension();
        double scale = 0;
        for (double each : c) {
            scale = Math.max(scale, Math.abs(each));
        }
        assertThat(Arrays.stream(q).sum()).isCloseTo(1, within(1e-12));
        double most = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < m; corner++) {
            double won = 0;
            for (int bin = 0; bin < q.length; bin++) {
                for (int a = 0; a < m; a++) {
                    won += q[bin] * c[bin * m + a] * ((a == corner ? 1 : 0) - p[bin * m + a]);
                }
            }
            most = Math.max(most, won);
        }
        for (int bin = 0; bin < q.length; bin++) {
            assertThat(q[bin]).isBetween(0.0, 1.0);
            double[] own = Partitions.row(p, bin, m);
            assertThat(Arrays.stream(own).sum()).isCloseTo(q[bin] > 0 ? 1 : 0, within(1e-12));
            if (q[bin] > 0) {
                assertThat(q[bin] * partition.violation(bin, own)).isLessThanOrEqualTo(rounding);
                assertThat(Arrays.stream(own).min().orElseThrow()).isNotNegative();
            }
        }
        return scale == 0 ? most : most / scale;
    }

    @Property
    void noOutcomeWins(
            @ForAll @IntRange(min = 1, max = 5) int m,
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll boolean whole,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        SimplexPartition partition = Partitions.ofLargestColumn(m, n, whole, random);
        double[] c = directions(n * m, kind, random);
        double[] q = new double[n];
        double[] p = new double[n * m];
        MinimaxForecast.byProgram(partition).solve(c, q, p);
        assertThat(mostWon(partition, c, q, p, 2e-9)).isLessThanOrEqualTo(1e-8);
    }

    @Property
    void noOutcomeWinsOnTheLine(
            @ForAll @IntRange(min = 1, max = 7) int n,
            @ForAll boolean whole,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        SimplexPartition partition = Partitions.ofLargestColumn(2, n, whole, random);
        double[] c = directions(2 * n, kind, random);
        double[] q = new double[n];
        double[] p = new double[2 * n];
        MinimaxForecast.over(partition).solve(c, q, p);
        assertThat(mostWon(partition, c, q, p, 1e-12)).isLessThanOrEqualTo(1e-14);
        assertThat(Arrays.stream(q).filter(each -> each > 0).count()).isLessThanOrEqualTo(2);
    }

    @Property
    void intervalsThatOverlapAreChained(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        // Bin 0 is the whole line now and then, the others are halves and pieces that overlap it and each other.
        double[][][] rows = new double[n + 2][][];
        double cut = random.nextDouble();
        rows[0] = new double[][] {{1 - cut, -cut}};
        rows[n + 1] = new double[][] {{-(1 - cut), cut}};
        for (int i = 1; i <= n; i++) {
            double low = random.nextInt(5) / 8.0;
            double high = low + random.nextInt(5) / 8.0;
            rows[i] = new double[][] {{1 - high, -high}, {low - 1, low}};
        }
        SimplexPartition partition = SimplexPartition.of(2, rows);
        double[] c = directions(2 * n + 4, (int) (seed & 3), random);
        double[] q = new double[n + 2];
        double[] p = new double[2 * n + 4];
        MinimaxForecast.over(partition).solve(c, q, p);
        assertThat(mostWon(partition, c, q, p, 1e-12)).isLessThanOrEqualTo(1e-14);
    }

    @Example
    void mixesTheNeighboursOfASignChange() {
        MinimaxForecast step = MinimaxForecast.over(SimplexPartition.ofInterval(0.25, 0.5));
        double[] q = new double[3];
        double[] p = new double[6];
        // Differences 3, 1, -3: bins 1 and 2 at 0.5, with weights 3/4 and 1/4.
        step.solve(new double[] {3, 0, 0, -1, 0, 3}, q, p);
        assertThat(q).containsExactly(0, 0.75, 0.25);
        assertThat(p).containsExactly(0, 0, 0.5, 0.5, 0.5, 0.5);
        step.solve(new double[] {-1, 0, 5, 0, 0, 3}, q, p);
        assertThat(q).containsExactly(1, 0, 0);
        assertThat(p).containsExactly(0, 1, 0, 0, 0, 0);
        step.solve(new double[] {1, 0, -5, 0, 2, 0}, q, p);
        assertThat(q).containsExactly(0, 0, 1);
        assertThat(p).containsExactly(0, 0, 0, 0, 1, 0);
    }
}
