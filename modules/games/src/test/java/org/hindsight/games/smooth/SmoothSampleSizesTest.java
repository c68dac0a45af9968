// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.testkit.statistics.ExactBinomial;
import org.junit.jupiter.api.Test;

/** The lemmas behind the sizes, one by one. */
class SmoothSampleSizesTest {
    private static double[] empirical(double[] strategy, int draws, RandomGenerator random) {
        double[] frequencies = new double[strategy.length];
        for (int k = 0; k < draws; k++) {
            double u = random.nextDouble();
            int action = 0;
            while (action < strategy.length - 1 && u >= strategy[action]) {
                u -= strategy[action++];
            }
            frequencies[action] += 1.0 / draws;
        }
        return frequencies;
    }

    private static int exceeding(
            NormalFormGame game, double sigma, int size, double increase, int runs, RandomGenerator random) {
        SmoothGame smooth = SmoothGame.of(game, sigma);
        int events = 0;
        for (int run = 0; run < runs; run++) {
            double[][] x = new double[game.players()][];
            double[][] drawn = new double[game.players()][];
            for (int i = 0; i < x.length; i++) {
                double[] uniform = new double[game.actions(i)];
                Arrays.fill(uniform, 1.0 / uniform.length);
                x[i] = uniform;
                drawn[i] = empirical(uniform, size, random);
            }
            double grown = smooth.smoothGap(MixedProfile.of(drawn)) - smooth.smoothGap(MixedProfile.of(x));
            events += grown > increase ? 1 : 0;
        }
        return events;
    }

    /** 4,000 samples in each game; the bound may fail with probability 0.2. False alarm at most 1e-6. */
    @Test
    void theGapIncreaseKeepsItsBound() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(12);
        double delta = 0.2;
        NormalFormGame pennies =
                NormalFormGame.bimatrix(new double[][] {{1, 0}, {0, 1}}, new double[][] {{0, 1}, {1, 0}});
        NormalFormGame three = NormalFormGame.of(GameForm.of(4, 4, 4), (player, profile) -> random.nextInt(2));
        for (int size : new int[] {1, 7, 40}) {
            double two = SmoothSampleSizes.GAP_INCREASE.at(new SmoothSampleSizes.Support(2, size, 0.5, delta));
            assertThat(two).isCloseTo(Math.sqrt(2.5 * Math.log(20) / size), within(1e-12));
            ExactBinomial.assertProbabilityAtMost(
                    exceeding(pennies, 0.5, size, two, 4_000, random), 4_000, delta, 1e-6);
            double more = SmoothSampleSizes.GAP_INCREASE.at(new SmoothSampleSizes.Support(3, size, 0.3, delta));
            ExactBinomial.assertProbabilityAtMost(exceeding(three, 0.3, size, more, 4_000, random), 4_000, delta, 1e-6);
            // A quarter of the bound fails too often, so the test can tell.
            assertThat((long) exceeding(pennies, 0.5, size, two / 4, 4_000, random))
                    .isGreaterThan(ExactBinomial.largestAccepted(4_000, delta, 1e-6));
        }
    }

    @Test
    void theSupportSizeIsTheLeastForWhichTheIncreaseIsSmall() {
        for (int players : new int[] {1, 2, 5}) {
            for (double sigma : new double[] {1, 0.5, 0.01}) {
                for (double epsilon : new double[] {0.9, 0.25, 0.01}) {
                    for (double delta : new double[] {0.5, 0.05, 1e-6}) {
                        long k = SmoothSampleSizes.supportSize(players, sigma, epsilon, delta);
                        assertThat(increase(players, k, sigma, delta)).isLessThanOrEqualTo(epsilon * (1 + 1e-12));
                        if (k > 1) {
                            assertThat(increase(players, k - 1, sigma, delta)).isGreaterThan(epsilon * (1 - 1e-12));
                        }
                        assertThat(k - 1.0)
                                .isLessThan(
                                        8 * players / (epsilon * epsilon) * Math.log(4 * players / (sigma * delta)));
                    }
                }
            }
        }
    }

    private static double increase(int players, long k, double sigma, double delta) {
        return SmoothSampleSizes.GAP_INCREASE.at(new SmoothSampleSizes.Support(players, k, sigma, delta));
    }

    /** Of K uniform actions a binomial number is kept; fewer than k must have probability delta / m at most. */
    @Test
    void enoughActionsAreSampled() {
        for (int players : new int[] {1, 2, 4}) {
            for (int k : new int[] {1, 2, 10, 100}) {
                for (double sigma : new double[] {1, 0.5, 0.1, 0.02}) {
                    for (double delta : new double[] {0.5, 0.05, 1e-4}) {
                        long sampled = SmoothSampleSizes.sampledActions(players, k, sigma, delta);
                        assertThat(sampled).isGreaterThanOrEqualTo((long) (k / sigma));
                        assertThat(players * probabilityOfLess(k, sampled, sigma))
                                .isLessThanOrEqualTo(delta);
                        if (k >= 10 && delta <= 0.05) {
                            assertThat((double) sampled).isLessThan(k / sigma * Math.log(players * k / delta));
                        }
                    }
                }
            }
        }
        // With k = 1 none is kept with probability (1 - sigma)^K, and exp(-sigma K) is what the proof uses.
        assertThat(SmoothSampleSizes.sampledActions(1, 1, 0.5, Math.exp(-1))).isEqualTo(4);
    }

    private static double probabilityOfLess(int k, long trials, double p) {
        double sum = 0;
        double logTerm = p < 1 ? trials * Math.log1p(-p) : trials < k ? 0 : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < k && p < 1; i++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log((trials - i) / (i + 1.0)) + Math.log(p) - Math.log1p(-p);
        }
        return sum;
    }

    /**
     * 600 choices among 21 strategies a player; a choice may be worse than the best by epsilon with probability 0.2. False alarm at
     * most 1e-6.
     */
    @Test
    void enoughActionsAreTested() {
        double epsilon = 0.3;
        double delta = 0.2;
        int tested = (int) SmoothSampleSizes.testedActions(2, 2, 6, 0.5, epsilon, delta);
        double sum = Math.sqrt(Math.log(20)) + Math.sqrt(Math.log(20 * 21));
        assertThat(tested).isEqualTo((int) Math.ceil(sum * sum / (2 * 0.25 * 0.09)));
        int failures = 0;
        int failuresOfFew = 0;
        for (int run = 0; run < 600; run++) {
            failures += shortfall(run, tested) > epsilon ? 1 : 0;
            failuresOfFew += shortfall(run, 3) > epsilon / 2 ? 1 : 0;
        }
        ExactBinomial.assertProbabilityAtMost(failures, 600, delta, 1e-6);
        // Three actions do not suffice, not even for half the accuracy, so the test can tell.
        assertThat(failuresOfFew).isGreaterThan(150);
    }

    /** By how much the gap of the profile of least estimate exceeds the least gap, among 2-uniform profiles on six actions. */
    private static double shortfall(int seed, int tested) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int n = 100;
        int strategies = 21;
        double[][][] against = new double[2][6][n];
        double[][][] among = new double[2][6][6];
        for (int player = 0; player < 2; player++) {
            for (int b = 0; b < 6; b++) {
                for (int a = 0; a < n; a++) {
                    against[player][b][a] = random.nextInt(2);
                }
                for (int a = 0; a < 6; a++) {
                    among[player][a][b] = random.nextDouble() / 2;
                }
            }
        }
        double[][] exact = new double[2][];
        double[][] estimates = new double[2][];
        for (int player = 0; player < 2; player++) {
            exact[player] = KUniformProfiles.responseValues(against[player], 2, strategies, 2.0 / n);
            double[][] some = new double[6][tested];
            for (int a = 0; a < tested; a++) {
                int action = random.nextInt(n);
                for (int b = 0; b < 6; b++) {
                    some[b][a] = against[player][b][action];
                }
            }
            estimates[player] = KUniformProfiles.responseValues(some, 2, strategies, Math.min(1, 2.0 / tested));
        }
        KUniformProfiles.Best best = KUniformProfiles.leastGap(among[0], among[1], 2, exact[0], exact[1]);
        KUniformProfiles.Best chosen = KUniformProfiles.leastGap(among[0], among[1], 2, estimates[0], estimates[1]);
        // The true gap of what was chosen: its estimate, less the error of the estimate.
        double[] columnOnly = new double[strategies];
        Arrays.fill(columnOnly, Double.POSITIVE_INFINITY);
        columnOnly[chosen.column()] = exact[0][chosen.column()];
        double[] rowOnly = new double[strategies];
        Arrays.fill(rowOnly, Double.POSITIVE_INFINITY);
        rowOnly[chosen.row()] = exact[1][chosen.row()];
        return KUniformProfiles.leastGap(among[0], among[1], 2, columnOnly, rowOnly)
                        .gap()
                - best.gap();
    }

    /** As the documentation says: with the guarantee of Theorem 5.2 there are too many profiles to try. */
    @Test
    void theGuaranteeIsBeyondTheLimitOfTheSearch() {
        long k = SmoothSampleSizes.supportSize(2, 1, 0.5, 1 / 3.0);
        long sampled = SmoothSampleSizes.sampledActions(2, k, 1, 1 / 3.0);
        assertThat(KUniformSearch.profiles((int) sampled, (int) k)).isGreaterThan(KUniformSearch.MAX_PROFILES);
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothSampleSizes.supportSize(0, 0.5, 0.1, 0.1))
                .withMessageContaining("players");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothSampleSizes.supportSize(2, 0, 0.1, 0.1))
                .withMessageContaining("sigma");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothSampleSizes.supportSize(2, 0.5, Double.NaN, 0.1))
                .withMessageContaining("epsilon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothSampleSizes.supportSize(2, 0.5, 1e-9, 0.1))
                .withMessageContaining("2^53");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothSampleSizes.sampledActions(2, 0, 0.5, 0.1))
                .withMessageContaining("size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothSampleSizes.testedActions(2, 3, 0, 0.5, 0.1, 0.1))
                .withMessageContaining("sampled");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothSampleSizes.testedActions(2, 3, 3, 0.5, 0.1, 1))
                .withMessageContaining("delta");
    }
}
