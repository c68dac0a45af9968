// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;

class BlackwellCalibratorTest {
    /** What nature does: an outcome from the number of the round, the lottery and the past sums. */
    private interface Nature {
        double[] outcome(int round, double[] probabilities, double[] forecasts, double[] sums);
    }

    private static final SimplexPartition THIRDS = SimplexPartition.ofInterval(0.3, 0.6);

    private static double[] corner(int a, int m) {
        double[] x = new double[m];
        x[a] = 1;
        return x;
    }

    /** The outcome that raises the sum of squares most. */
    private static double[] worst(double[] q, double[] p, double[] sums, int m) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < m; corner++) {
            double raised = 0;
            for (int i = 0; i < q.length; i++) {
                for (int a = 0; a < m; a++) {
                    double after = sums[i * m + a] + (a == corner ? 1 : 0) - p[i * m + a];
                    raised += q[i] * (after * after - sums[i * m + a] * sums[i * m + a]);
                }
            }
            if (raised > most) {
                most = raised;
                best = corner;
            }
        }
        return corner(best, m);
    }

    /** Expectations of sum_i |S_i|_2^2 and sum_i |S_i|_1 over all draws of the remaining rounds. */
    private static double[] expected(
            BlackwellCalibrator forecaster, Nature nature, double[] sums, int round, int rounds) {
        int n = forecaster.bins();
        int m = forecaster.dimension();
        if (round == rounds) {
            double squares = 0;
            double absolute = 0;
            for (double sum : sums) {
                squares += sum * sum;
                absolute += Math.abs(sum);
            }
            return new double[] {squares, absolute};
        }
        double[] q = new double[n];
        double[] p = new double[n * m];
        forecaster.lottery(q, p);
        double[] x = nature.outcome(round, q, p, sums);
        double[] total = new double[2];
        for (int bin = 0; bin < n; bin++) {
            if (q[bin] > 0) {
                BlackwellCalibrator branch = forecaster.fork();
                branch.observe(x, bin);
                double[] after = sums.clone();
                for (int a = 0; a < m; a++) {
                    after[bin * m + a] += x[a] - p[bin * m + a];
                }
                double[] rest = expected(branch, nature, after, round + 1, rounds);
                total[0] += q[bin] * rest[0];
                total[1] += q[bin] * rest[1];
            }
        }
        return total;
    }

    private static void requireBounds(SimplexPartition partition, Nature nature, int rounds) {
        int n = partition.bins();
        int m = partition.dimension();
        for (int T = 1; T <= rounds; T++) {
            double[] expected = expected(BlackwellCalibrator.of(partition), nature, new double[n * m], 0, T);
            BlackwellCalibrator.Run run = new BlackwellCalibrator.Run(n, m, T);
            assertThat(expected[0]).isLessThanOrEqualTo(BlackwellCalibrator.SQUARES.at(run) + 1e-7);
            assertThat(expected[1]).isLessThanOrEqualTo(BlackwellCalibrator.ERROR.at(run) + 1e-7);
        }
    }

    @Test
    void keepsItsBoundsInExactExpectation() {
        Nature adversary = (round, q, p, sums) -> worst(q, p, sums, 2);
        Nature alternating = (round, q, p, sums) -> corner(round % 2, 2);
        Nature steady = (round, q, p, sums) -> new double[] {0.45, 0.55};
        for (Nature nature : new Nature[] {adversary, alternating, steady}) {
            requireBounds(THIRDS, nature, 10);
        }
    }

    @Test
    void keepsItsBoundsInExactExpectationInThreeCoordinates() {
        SimplexPartition partition = Partitions.ofLargestColumn(3, 3, false, Xoshiro256PlusPlus.seeded(5));
        requireBounds(partition, (round, q, p, sums) -> worst(q, p, sums, 3), 5);
        requireBounds(partition, (round, q, p, sums) -> corner(round % 3, 3), 5);
    }

    @Test
    void followsTwoRoundsByHand() {
        BlackwellCalibrator forecaster = BlackwellCalibrator.of(SimplexPartition.ofInterval(0.5));
        double[] q = new double[2];
        double[] p = new double[4];
        forecaster.lottery(q, p);
        // All directions are 0: the first end.
        assertThat(q).containsExactly(1, 0);
        assertThat(p).containsExactly(0, 1, 0, 0);
        forecaster.observe(new double[] {1, 0}, 0);
        forecaster.lottery(q, p);
        // d = (2, 0): the last bin is content with the last end.
        assertThat(q).containsExactly(0, 1);
        assertThat(p).containsExactly(0, 0, 1, 0);
        forecaster.observe(new double[] {0, 1}, 1);
        forecaster.lottery(q, p);
        // d = (2, -2): both bins at the cut.
        assertThat(q).containsExactly(0.5, 0.5);
        assertThat(p).containsExactly(0.5, 0.5, 0.5, 0.5);
    }

    @Test
    void refusesBadRoundsAndStaysAsItWas() {
        BlackwellCalibrator forecaster = BlackwellCalibrator.of(THIRDS);
        double[] x = {0.5, 0.5};
        assertThatThrownBy(() -> forecaster.observe(x, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bin must have a positive probability in the lottery, was 2");
        assertThatThrownBy(() -> forecaster.observe(x, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> forecaster.observe(new double[] {0.5, 0.6}, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> forecaster.observe(new double[] {Double.NaN, 1}, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> forecaster.observe(new double[] {1}, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> forecaster.lottery(new double[2], new double[6]))
                .isInstanceOf(IllegalArgumentException.class);
        double[] q = new double[3];
        double[] p = new double[6];
        forecaster.lottery(q, p);
        assertThat(q).containsExactly(1, 0, 0);
    }

    @Test
    void refusesBadPartitions() {
        assertThatThrownBy(() -> SimplexPartition.ofInterval(0.5, 0.5)).hasMessageContaining("cuts[1]");
        // [0, 0.2] and [0.4, 1].
        assertThatThrownBy(() -> SimplexPartition.of(2, new double[][][] {{{0.8, -0.2}}, {{-0.6, 0.4}}}))
                .hasMessageContaining("must cover the simplex, but no bin holds points beyond p_0 = 0.2");
        // Only where p_0 is at most p_1.
        assertThatThrownBy(() -> SimplexPartition.of(3, new double[][][] {{{1, -1, 0}}}))
                .hasMessageContaining("corner 0");
        assertThatThrownBy(() -> SimplexPartition.of(2, new double[][][] {{{1}}}))
                .hasMessageContaining("length 1");
        assertThatThrownBy(() -> SimplexPartition.of(2, new double[][][] {{{Double.NaN, 0}}}))
                .hasMessageContaining("finite");
    }
}
