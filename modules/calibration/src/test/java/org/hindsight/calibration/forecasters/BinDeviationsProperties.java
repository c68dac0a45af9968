// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class BinDeviationsProperties {
    @Property(tries = 50)
    void intervalsAreSummedAsTheyAre(
            @ForAll @IntRange(min = 1, max = 3) int n,
            @ForAll @IntRange(min = 1, max = 3) int m,
            @ForAll @IntRange(min = 1, max = 40) int rounds,
            @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        BinDeviations record = BinDeviations.of(n, m);
        int[] bins = new int[rounds];
        double[][] deviations = new double[rounds][m];
        for (int t = 0; t < rounds; t++) {
            bins[t] = random.nextInt(n);
            double[] x = random.doubles(m).toArray();
            double[] p = random.doubles(m).toArray();
            for (int a = 0; a < m; a++) {
                deviations[t][a] = x[a] - p[a];
            }
            record.record(bins[t], x, p);
        }
        double ratio = 0;
        for (int i = 0; i < n; i++) {
            for (int s = 0; s < rounds; s++) {
                double[] sum = new double[m];
                long visits = 0;
                for (int t = s; t < rounds; t++) {
                    double largest = 0;
                    if (bins[t] == i) {
                        visits++;
                        for (int a = 0; a < m; a++) {
                            sum[a] += deviations[t][a];
                        }
                    }
                    for (int a = 0; a < m; a++) {
                        assertThat(record.deviation(i, a, s, t)).isCloseTo(sum[a], within(1e-12));
                        largest = Math.max(largest, Math.abs(sum[a]));
                    }
                    assertThat(record.visits(i, s, t)).isEqualTo(visits);
                    assertThat(record.calibrationError(i, s, t)).isCloseTo(largest / (t - s + 1), within(1e-12));
                    if (visits > 0) {
                        ratio = Math.max(ratio, largest / Math.sqrt((double) visits));
                    }
                }
            }
        }
        assertThat(record.largestRatio()).isCloseTo(ratio, within(1e-12));
    }

    @Example
    void addsUpOverBinsAndForgets() {
        BinDeviations record = BinDeviations.of(2, 2);
        assertThat(record.total()).isZero();
        record.record(0, new double[] {1, 0}, new double[] {0.75, 0.25});
        record.record(1, new double[] {0, 1}, new double[] {0.5, 0.5});
        record.record(0, new double[] {0, 1}, new double[] {0.5, 0.5});
        assertThat(record.total()).isEqualTo(0.5 + 1);
        assertThat(record.absolute(1)).isEqualTo(1);
        assertThatThrownBy(() -> record.deviation(0, 0, 1, 3)).hasMessageContaining("last < 3, was [1, 3]");
        assertThatThrownBy(() -> record.record(2, new double[2], new double[2])).hasMessageContaining("bin");
        record.reset();
        assertThat(record.total()).isZero();
        assertThat(record.rounds()).isZero();
    }
}
