// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.ExactBinomial;
import org.junit.jupiter.api.Test;

class RobustEliminationTest {
    private static final int PRICES = 8;
    private static final long HORIZON = 40_000;
    private static final double EPS = 0.02;

    /** Values uniform on [0, 1]; lies against the best price and in favour of the others. */
    private static Buyer liar(double target) {
        return (price, coins) -> {
            double value = coins.nextDouble();
            if (Math.abs(value - price) <= EPS) {
                return Math.abs(price - target) > 1e-9;
            }
            return value >= price;
        };
    }

    @Test
    void theBestPriceSurvivesLiars() {
        RobustElimination.Run run = new RobustElimination.Run(PRICES, HORIZON, 30, EPS, 1);
        long failures = 0;
        int runs = 60;
        RandomGenerator random = Xoshiro256PlusPlus.seeded(5);
        for (int replicate = 0; replicate < runs; replicate++) {
            RobustElimination seller = RobustElimination.of(run);
            boolean failed = false;
            Buyer buyer = liar(0.5);
            for (long round = 0; round < HORIZON; round++) {
                double price = seller.price(random);
                long before = seller.leastAnswers();
                seller.observe(price, buyer.buys(price, random));
                if (seller.leastAnswers() != before) {
                    double gap =
                            RobustElimination.ACTIVE_GAP.at(new RobustElimination.Phase(run, seller.leastAnswers()));
                    failed |= !seller.isActive(3);
                    for (int i = 0; i < PRICES; i++) {
                        double p = (i + 1.0) / PRICES;
                        failed |= seller.isActive(i) && 0.25 - p * (1 - p) > gap;
                    }
                }
            }
            failures += failed ? 1 : 0;
            // Not for nothing: the price 1 is gone.
            assertThat(seller.isActive(PRICES - 1)).isFalse();
        }
        ExactBinomial.assertProbabilityAtMost(failures, runs, 1.0 / HORIZON, 1e-6);
    }

    @Test
    void withoutTheAllowanceLiarsWin() {
        // A seller told that nobody lies, against lies of +-0.15: the best price is eliminated.
        RobustElimination seller = RobustElimination.of(new RobustElimination.Run(PRICES, HORIZON, 0, 0, 1));
        Buyer buyer = (price, coins) -> {
            double value = coins.nextDouble();
            return Math.abs(value - price) <= 0.15 ? Math.abs(price - 0.5) > 1e-9 : value >= price;
        };
        PostedPrices.run(seller, buyer, HORIZON, Xoshiro256PlusPlus.seeded(5));
        assertThat(seller.isActive(3)).isFalse();
    }

    @Test
    void lastAnswersOfAPhaseDoNotCount() {
        // One price, delay 3: phases of 7, 14, ... rounds of which all but the last 3 count.
        RobustElimination seller = RobustElimination.of(new RobustElimination.Run(1, 100, 3, 0, 0));
        for (int round = 0; round < 7; round++) {
            assertThat(seller.leastAnswers()).isZero();
            seller.observe(1, true);
        }
        assertThat(seller.leastAnswers()).isEqualTo(4);
        RobustElimination fork = seller.fork();
        for (int round = 0; round < 14; round++) {
            fork.observe(1, true);
        }
        assertThat(fork.leastAnswers()).isEqualTo(11);
        assertThat(seller.leastAnswers()).isEqualTo(4);
    }

    @Test
    void radiusByHandAndRefusals() {
        RobustElimination.Run run = new RobustElimination.Run(5, 10, 0, 0.1, 2);
        assertThat(run.radius(50)).isCloseTo(Math.sqrt(Math.log(1000) / 100) + 0.2, within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> run.radius(0));
        RobustElimination seller = RobustElimination.of(run);
        assertThatIllegalArgumentException().isThrownBy(() -> seller.observe(0.4, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new RobustElimination.Run(0, 1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RobustElimination.Run(1, 1, 0, 0, -1));
    }
}
