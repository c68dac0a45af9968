// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.testkit.statistics.ExactBinomial;
import org.junit.jupiter.api.Test;

class KUniformSearchTest {
    private static double[][] matrix(int rows, int columns, boolean ties, RandomGenerator random) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = ties ? random.nextInt(3) / 2.0 : random.nextDouble();
            }
        }
        return matrix;
    }

    /** All distributions whose entries are multiples of 1 / k, by counting down from each first entry. */
    private static List<double[]> uniformStrategies(int actions, int supportSize) {
        List<double[]> all = new ArrayList<>();
        extend(new double[actions], 0, supportSize, supportSize, all);
        return all;
    }

    private static void extend(double[] counts, int action, int left, int supportSize, List<double[]> all) {
        if (action == counts.length - 1) {
            double[] strategy = new double[counts.length];
            for (int a = 0; a < action; a++) {
                strategy[a] = counts[a] / supportSize;
            }
            strategy[action] = (double) left / supportSize;
            all.add(strategy);
            return;
        }
        for (int count = left; count >= 0; count--) {
            counts[action] = count;
            extend(counts, action + 1, left - count, supportSize, all);
        }
    }

    @Test
    void strategiesAreCountedAndNumbered() {
        for (int actions = 1; actions <= 6; actions++) {
            for (int k = 1; k <= 5; k++) {
                List<double[]> expected = uniformStrategies(actions, k);
                assertThat(KUniformProfiles.strategies(actions, k, 10_000)).isEqualTo(expected.size());
                assertThat(KUniformSearch.profiles(actions, k)).isEqualTo((long) expected.size() * expected.size());
                for (int number = 0; number < expected.size(); number++) {
                    double[] strategy = new double[actions];
                    for (int action : KUniformProfiles.multiset(number, actions, k)) {
                        strategy[action] += 1.0 / k;
                    }
                    assertThat(strategy).containsExactly(expected.get(number), within(1e-15));
                }
            }
        }
        assertThat(KUniformProfiles.strategies(30, 3, 4960)).isEqualTo(4960);
        assertThat(KUniformProfiles.strategies(30, 3, 4959)).isEqualTo(4960);
        assertThat(KUniformProfiles.strategies(2, 3000, 5000)).isEqualTo(3001);
        assertThat(KUniformSearch.profiles(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(KUniformSearch.profiles(Integer.MAX_VALUE, 1)).isEqualTo(0x7fffffffL * 0x7fffffffL);
    }

    /** The least gap of all k-uniform profiles of a game whose actions are both the support and the deviations. */
    @Test
    void theLeastGapIsThatOfTryingAllProfiles() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(3);
        for (int trial = 0; trial < 60; trial++) {
            int n = 1 + random.nextInt(4);
            int k = 1 + random.nextInt(4);
            double cap = 1.0 / n + random.nextDouble() * (1 - 1.0 / n);
            double[][] a = matrix(n, n, trial % 2 == 0, random);
            double[][] b = matrix(n, n, trial % 2 == 0, random);
            SmoothGame game = SmoothGame.withCaps(NormalFormGame.bimatrix(a, b), cap, cap);
            List<double[]> strategies = uniformStrategies(n, k);
            double least = Double.POSITIVE_INFINITY;
            for (double[] x : strategies) {
                for (double[] y : strategies) {
                    least = Math.min(least, game.smoothGap(MixedProfile.of(x, y)));
                }
            }
            double[][] againstColumns = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    againstColumns[j][i] = a[i][j];
                }
            }
            KUniformProfiles.Best best = KUniformProfiles.leastGap(
                    a,
                    b,
                    k,
                    KUniformProfiles.responseValues(againstColumns, k, strategies.size(), cap),
                    KUniformProfiles.responseValues(b, k, strategies.size(), cap));
            assertThat(best.gap()).isCloseTo(least, within(1e-14));
            MixedProfile profile = MixedProfile.of(strategies.get(best.row()), strategies.get(best.column()));
            assertThat(game.smoothGap(profile)).isCloseTo(least, within(1e-14));
        }
    }

    @Test
    void theNumberOfPayoffsDoesNotDependOnTheNumberOfActions() {
        for (int n : new int[] {1_000, 100_000}) {
            CountingOracle game = new CountingOracle(HashedGame.of(n, n, 1));
            SampledSmoothNash answer = KUniformSearch.search(game, 0.5, 2, 12, 500, 0.05, Xoshiro256PlusPlus.seeded(5));
            assertThat(answer.payoffCalls()).isEqualTo(game.calls()).isEqualTo(2 * 12 * (12 + 500) + 2 * 2 * 500);
        }
    }

    /**
     * 60 games with two 3-uniform strategies on 12 actions; the bound may fail in each with probability 0.05. False alarm at most
     * 1e-6.
     */
    @Test
    void theBoundHoldsAndIsSmall() {
        int failures = 0;
        double mean = 0;
        double pure = 0;
        for (int k = 0; k < 60; k++) {
            HashedGame game = HashedGame.of(1_000, 1_000, k);
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(k);
            SampledSmoothNash answer = KUniformSearch.search(game, 0.5, 3, 12, 1_000, 0.05, random);
            assertThat(answer.actions()[0]).hasSize(3);
            double exact = answer.exactGap(game, 0.5);
            failures += exact > answer.gapBound() ? 1 : 0;
            mean += exact / 60;
            random = Xoshiro256PlusPlus.seeded(k);
            pure += KUniformSearch.search(game, 0.5, 1, 12, 1_000, 0.05, random).exactGap(game, 0.5) / 60;
        }
        ExactBinomial.assertProbabilityAtMost(failures, 60, 0.05, 1e-6);
        assertThat(mean).isLessThan(pure);
    }

    /** Of many k-uniform profiles the one that is chosen must be best; on the sampled actions alone that can be checked. */
    @Test
    void choosesALeastEstimateAmongItsCandidates() {
        HashedGame game = HashedGame.of(5, 5, 8);
        SampledSmoothNash answer = KUniformSearch.search(game, 0.4, 2, 8, 20_000, 0.05, Xoshiro256PlusPlus.seeded(2));
        double least = Double.POSITIVE_INFINITY;
        double[][][] payoffs = new double[2][5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                payoffs[0][i][j] = game.payoff(0, i, j);
                payoffs[1][i][j] = game.payoff(1, i, j);
            }
        }
        SmoothGame whole = SmoothGame.of(NormalFormGame.bimatrix(payoffs[0], payoffs[1]), 0.4);
        for (double[] x : uniformStrategies(5, 2)) {
            for (double[] y : uniformStrategies(5, 2)) {
                least = Math.min(least, whole.smoothGap(MixedProfile.of(x, y)));
            }
        }
        // Eight draws need not see all five actions, but with this seed they see those of the best profile.
        assertThat(answer.exactGap(game, 0.4)).isCloseTo(least, within(1e-12));
        assertThat(answer.estimatedGap()).isCloseTo(least, within(0.05));
    }

    /** With more rows than columns no player's actions can be taken for the other's, which the game refuses. */
    @Test
    void playersMayHaveDifferentNumbersOfActions() {
        HashedGame game = HashedGame.of(500, 3, 4);
        SampledSmoothNash answer = KUniformSearch.search(game, 0.5, 2, 8, 2_000, 0.05, Xoshiro256PlusPlus.seeded(2));
        assertThat(Arrays.stream(answer.actions()[1]).max().orElseThrow()).isLessThan(3);
        assertThat(answer.exactGap(game, 0.5)).isLessThanOrEqualTo(answer.gapBound());
        HashedGame transposed = HashedGame.of(3, 500, 4);
        answer = KUniformSearch.search(transposed, 0.5, 2, 8, 2_000, 0.05, Xoshiro256PlusPlus.seeded(2));
        assertThat(Arrays.stream(answer.actions()[0]).max().orElseThrow()).isLessThan(3);
        assertThat(answer.exactGap(transposed, 0.5)).isLessThanOrEqualTo(answer.gapBound());
    }

    @Test
    void refusals() {
        HashedGame game = HashedGame.of(100, 100, 1);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KUniformSearch.search(game, 0.5, 3, 30, 100, 0.1, random))
                .withMessageContaining(
                        "the number of 3-uniform profiles on 30 actions must be at most 10000000, was 24601600");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KUniformSearch.search(game, 0.5, 100, 1000, 100, 0.1, random))
                .withMessageContaining("too large for a long");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KUniformSearch.search(game, 0.5, 0, 30, 100, 0.1, random))
                .withMessageContaining("supportSize");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KUniformSearch.search(game, 0.5, 2, 0, 100, 0.1, random))
                .withMessageContaining("sampled");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KUniformSearch.search(game, 0.001, 2, 3, 100, 0.1, random))
                .withMessageContaining("sigma");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KUniformSearch.search(game, 0.5, 2, 3, 100, 1, random))
                .withMessageContaining("delta");
    }
}
