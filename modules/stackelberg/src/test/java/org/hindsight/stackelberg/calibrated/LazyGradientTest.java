// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.calibrated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LazyGradientTest {
    private static final double DEMAND = 1.0;
    private static final double COST = 0.2;
    /** (a - c) / 2. */
    private static final double BEST = 0.4;

    /** The follower expects the mean quantity of the last rounds, and best responds: q_2 = (a - c - q_1) / 2. */
    private static double distance(long rounds, long seed) {
        long epoch = (long) Math.ceil(Math.pow((double) rounds, 0.25));
        double probe = Math.pow((double) rounds / epoch, -0.25) / 2;
        LazyGradient leader = LazyGradient.of(
                new double[] {0},
                new double[] {1},
                new LazyGradient.Settings(epoch, probe, 3 * probe / Math.sqrt((double) rounds / epoch)),
                seed);
        double[] x = new double[1];
        double expected = 0.5;
        for (long t = 0; t < rounds; t++) {
            leader.commitment(x);
            double answer = Math.max(0, (DEMAND - COST - expected) / 2);
            leader.observe(x[0] * (DEMAND - COST - x[0] - answer));
            expected = x[0];
        }
        leader.average(x);
        return Math.abs(x[0] - BEST);
    }

    private static double median(long rounds) {
        double[] distances = new double[20];
        for (int seed = 0; seed < 20; seed++) {
            distances[seed] = distance(rounds, seed);
        }
        Arrays.sort(distances);
        return (distances[9] + distances[10]) / 2;
    }

    @Test
    void cournotQuantitiesComeCloserToTheLeadersBest() {
        double[] medians = {median(1000), median(10_000), median(100_000)};
        assertThat(medians[1]).isLessThan(medians[0]);
        assertThat(medians[2]).isLessThan(medians[1]).isLessThan(0.03);
    }

    @Test
    void probesStayInTheBoxAndForksGoTheirOwnWay() {
        LazyGradient leader =
                LazyGradient.of(new double[] {-1, 0}, new double[] {1, 3}, new LazyGradient.Settings(2, 0.3, 5), 1);
        double[] x = new double[2];
        double[] y = new double[2];
        for (int t = 0; t < 200; t++) {
            leader.commitment(x);
            assertThat(x[0]).isBetween(-1.0, 1.0);
            assertThat(x[1]).isBetween(0.0, 3.0);
            leader.observe(x[0] - x[1]);
            if (t % 2 == 0) {
                leader.commitment(y);
                assertThat(y).isEqualTo(x);
            }
        }
        LazyGradient fork = leader.fork();
        leader.commitment(x);
        fork.observe(1);
        fork.observe(1);
        leader.commitment(y);
        assertThat(y).isEqualTo(x);
        leader.reset();
        leader.average(x);
        assertThat(x).containsExactly(0, 1.5);
        assertThatThrownBy(() -> leader.observe(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        LazyGradient.of(new double[] {0}, new double[] {0.5}, new LazyGradient.Settings(1, 0.3, 1), 0))
                .hasMessageContaining("high[0]");
    }
}
