// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.Hoeffding;
import org.junit.jupiter.api.Test;

class GridPricingTest {
    @Test
    void gridsOfTheHorizon() {
        // T / ln T = 723.8...: roots 5.19 and 8.98.
        assertThat(GridPricing.ucb1(6_350).prices()).isEqualTo(6);
        assertThat(GridPricing.exp3(6_350).prices()).isEqualTo(9);
        assertThat(GridPricing.exp3Run(6_350)).isEqualTo(Exp3.Run.tuned(9, 6_350));
    }

    @Test
    void ucbOnUniformValuesEarnsNearlyTheBestPrice() {
        long horizon = 20_000;
        GridPricing seller = GridPricing.ucb1(horizon);
        int prices = seller.prices();
        double[] revenues = new double[prices];
        double best = 0;
        for (int i = 0; i < prices; i++) {
            double price = (i + 1.0) / prices;
            revenues[i] = price * (1 - price);
            best = Math.max(best, revenues[i]);
        }
        double bound = Ucb1.REGRET.at(StochasticBandit.of(horizon, revenues));
        BoundedSample lost = BoundedSample.in(0, 1);
        RandomGenerator random = Xoshiro256PlusPlus.seeded(17);
        for (int run = 0; run < 60; run++) {
            double earned =
                    PostedPrices.run(seller, (price, coins) -> 1 - coins.nextDouble() >= price, horizon, random);
            lost.add(Math.max(0, (horizon * best - earned) / horizon));
        }
        Hoeffding.assertMeanAtMost(lost, bound / horizon, 1e-6);
        double uniform = best - Arrays.stream(revenues).average().orElseThrow();
        assertThat(lost.mean()).isLessThan(uniform / 2);
    }

    @Test
    void exp3OnAnAdversarialSequenceStaysWithinItsBound() {
        // Values 0.9 for a while, then 0.35, which is where a price that was right turns worthless.
        int horizon = 4_000;
        GridPricing seller = GridPricing.exp3(horizon);
        Exp3.Run run = GridPricing.exp3Run(horizon);
        double best = Math.max(0.9 * (horizon / 4.0), 0.35 * horizon);
        BoundedSample lost = BoundedSample.in(-1, 1);
        RandomGenerator random = Xoshiro256PlusPlus.seeded(23);
        long[] round = {0};
        for (int replicate = 0; replicate < 100; replicate++) {
            round[0] = 0;
            double earned = PostedPrices.run(
                    seller, (price, coins) -> (round[0]++ < horizon / 4 ? 0.9 : 0.35) >= price, horizon, random);
            lost.add((best - earned) / horizon);
        }
        Hoeffding.assertMeanAtMost(lost, GridPricing.EXP3_REGRET.at(run) / horizon, 1e-6);
        assertThat(GridPricing.EXP3_REGRET.at(run))
                .isCloseTo(
                        4000.0 / run.arms() + Math.sqrt(2 * 4000.0 * run.arms() * Math.log(run.arms())), within(1e-6));
    }

    @Test
    void refusesPricesOffTheGrid() {
        GridPricing seller = GridPricing.over(Ucb1.of(3));
        seller.observe(1 / 3.0, true);
        GridPricing fork = seller.fork();
        fork.observe(2 / 3.0, true);
        assertThat(seller.price(Xoshiro256PlusPlus.seeded(1))).isEqualTo(2 / 3.0);
        assertThat(fork.price(Xoshiro256PlusPlus.seeded(1))).isEqualTo(1.0);
        assertThatIllegalArgumentException().isThrownBy(() -> seller.observe(0.5, true));
        assertThatIllegalArgumentException().isThrownBy(() -> seller.observe(0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> seller.observe(Double.NaN, true));
        assertThatIllegalArgumentException().isThrownBy(() -> GridPricing.ucb1(1));
    }
}
