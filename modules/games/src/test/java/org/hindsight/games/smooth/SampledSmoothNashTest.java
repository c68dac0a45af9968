// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.ExactBinomial;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SampledSmoothNashTest {
    @Test
    void theNumberOfPayoffsDoesNotDependOnTheNumberOfActions() {
        for (int n : new int[] {1_000, 10_000, 100_000}) {
            CountingOracle game = new CountingOracle(HashedGame.of(n, n, 1));
            SampledSmoothNash answer =
                    SampledSmoothNash.search(game, 0.1, 20, 2_000, 2, 0.05, Xoshiro256PlusPlus.seeded(5));
            assertThat(answer.payoffCalls()).isEqualTo(game.calls()).isEqualTo(2 * (2 * 400 + 2 * 40_000));
        }
    }

    /** 40 games; the bound may fail in each with probability 0.05. False alarm at most 1e-6. */
    @Test
    void theBoundHoldsAndIsSmall() {
        int failures = 0;
        double worst = 0;
        for (int k = 0; k < 40; k++) {
            HashedGame game = HashedGame.of(2_000, 2_000, k);
            SampledSmoothNash answer =
                    SampledSmoothNash.search(game, 0.2, 16, 3_000, 1, 0.05, Xoshiro256PlusPlus.seeded(k));
            double exact = answer.exactGap(game, 0.2);
            failures += exact > answer.gapBound() ? 1 : 0;
            worst = Math.max(worst, exact);
        }
        ExactBinomial.assertProbabilityAtMost(failures, 40, 0.05, 1e-6);
        assertThat(worst).isLessThan(0.3);
    }

    /** 5,000 samples of 30 actions; the error bound may fail with probability 0.2. False alarm at most 1e-6. */
    @Test
    void theResponseErrorKeepsItsBound() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(9);
        int size = 30;
        double sigma = 0.5;
        double bound = SampledSmoothNash.RESPONSE_ERROR.at(new SampledSmoothNash.Sample(size, sigma, 0.2));
        // Half of the actions pay 1, so that the true value is 1, and the estimate falls short when they are missed.
        int failures = 0;
        int thirds = 0;
        for (int k = 0; k < 5_000; k++) {
            double[] u = new double[size];
            for (int a = 0; a < size; a++) {
                u[a] = random.nextInt(2);
            }
            double shortfall = 1 - SmoothResponse.value(u, 1 / (sigma * size));
            failures += shortfall > bound ? 1 : 0;
            thirds += shortfall > bound / 3 ? 1 : 0;
        }
        ExactBinomial.assertProbabilityAtMost(failures, 5_000, 0.2, 1e-6);
        // A bound of a third of the size fails too often, so the test can tell.
        assertThat(thirds).isGreaterThan(1_100);
    }

    /**
     * Games of 10,000 actions with sigma = 0.1: the certificate is at most 0.25 in a share of at least 1 - delta = 0.95 of the runs.
     * 30 runs; false alarm at most 1e-6.
     */
    @Test
    void certifiesAQuarterInGamesOfTenThousandActions() {
        certifiesAQuarter(30);
    }

    /** As before with 1,000 runs. */
    @Test
    @Tag("slow")
    void certifiesAQuarterInManyGamesOfTenThousandActions() {
        certifiesAQuarter(1_000);
    }

    private static void certifiesAQuarter(int runs) {
        double delta = 0.05;
        int certified = 0;
        int failures = 0;
        for (int run = 0; run < runs; run++) {
            HashedGame game = HashedGame.of(10_000, 10_000, run);
            SampledSmoothNash answer =
                    SampledSmoothNash.search(game, 0.1, 30, 20_000, 2, delta, Xoshiro256PlusPlus.seeded(run));
            certified += answer.gapBound() <= 0.25 ? 1 : 0;
            failures += answer.exactGap(game, 0.1) > answer.gapBound() ? 1 : 0;
        }
        ExactBinomial.assertProbabilityAtLeast(certified, runs, 1 - delta, 1e-6);
        ExactBinomial.assertProbabilityAtMost(failures, runs, delta, 1e-6);
    }

    /** Draws large enough for the bound to say something: it is 0.84 and 0.94. */
    @Test
    void theExpectedGapKeepsItsBound() {
        for (double sigma : new double[] {1, 0.9}) {
            double mean = 0;
            for (int k = 0; k < 20; k++) {
                HashedGame game = HashedGame.of(300, 300, k);
                mean += SampledSmoothNash.search(game, sigma, 24, 24, 1, 0.1, Xoshiro256PlusPlus.seeded(k))
                                .exactGap(game, sigma)
                        / 20;
            }
            assertThat(SampledSmoothNash.EXPECTED_GAP.at(new SampledSmoothNash.Draw(24, sigma)))
                    .isBetween(mean, 0.95);
        }
    }

    /**
     * What the bound on the expected gap is made of: by how much the smooth value against some strategy of the opponent exceeds that
     * on the sampled actions. 300 samples, each of payoffs against 128 pure strategies; payoffs are fair coins, in a game with so
     * many actions that the smooth value is 1 / (2 sigma).
     */
    @Test
    void theErrorOfSamplingKeepsItsBound() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(6);
        int size = 128;
        for (double sigma : new double[] {1, 0.75}) {
            double mean = 0;
            for (int run = 0; run < 300; run++) {
                double worst = 0;
                for (int column = 0; column < size; column++) {
                    double[] payoffs = new double[size];
                    for (int a = 0; a < size; a++) {
                        payoffs[a] = random.nextInt(2);
                    }
                    worst = Math.max(
                            worst, 1 / (2 * sigma) - SmoothResponse.value(payoffs, Math.min(1, 1 / (sigma * size))));
                }
                mean += worst / 300;
            }
            double bound = SampledSmoothNash.EXPECTED_GAP.at(new SampledSmoothNash.Draw(size, sigma));
            // A quarter of the bound would be too little, so the test can tell.
            assertThat(mean).isBetween(bound / 4, bound);
        }
    }

    @Test
    void refusals() {
        HashedGame game = HashedGame.of(100, 100, 1);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampledSmoothNash.search(game, 0.01, 20, 100, 1, 0.1, random))
                .withMessageContaining("sigma");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampledSmoothNash.search(game, 0.5, 20, 100, 0, 0.1, random))
                .withMessageContaining("draws");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampledSmoothNash.search(game, 0.5, 20, 100, 1, 0, random))
                .withMessageContaining("delta");
    }
}
