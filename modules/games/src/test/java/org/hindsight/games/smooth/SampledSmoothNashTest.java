// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.ExactBinomial;
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
