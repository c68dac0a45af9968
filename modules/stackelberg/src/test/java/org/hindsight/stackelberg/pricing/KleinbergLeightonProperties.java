// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class KleinbergLeightonProperties {
    @Provide
    Arbitrary<Double> values() {
        Arbitrary<Double> even =
                Arbitraries.doubles().between(0, 1).ofScale(9).withDistribution(RandomDistribution.uniform());
        // On and beside the prices of the first phases.
        Arbitrary<Double> edges = Arbitraries.integers().between(0, 256).map(i -> i / 256.0);
        Arbitrary<Double> below = Arbitraries.integers().between(1, 256).map(i -> Math.nextDown(i / 256.0));
        return Arbitraries.frequencyOf(Tuple.of(2, even), Tuple.of(1, edges), Tuple.of(1, below));
    }

    @Provide
    Arbitrary<Long> horizons() {
        return Arbitraries.of(1L, 2L, 3L, 4L, 5L, 15L, 16L, 17L, 255L, 256L, 257L, 1000L, 20_000L, 65_536L, 65_537L);
    }

    @Property(tries = 500)
    void regretIsBounded(@ForAll("values") double value, @ForAll("horizons") long horizon) {
        double revenue = PostedPrices.run(
                KleinbergLeighton.forHorizon(horizon), Buyer.ofValue(value), horizon, Xoshiro256PlusPlus.seeded(1));
        assertThat(horizon * value - revenue).isBetween(-1e-9, KleinbergLeighton.REGRET.at(horizon) + 1e-9);
    }

    @Property(tries = 100)
    void theValueIsFoundAtTheLongestHorizon(@ForAll("values") double value) {
        // Once the price stays, what is lost until the horizon is at most 1.
        long horizon = KleinbergLeighton.LONGEST_HORIZON;
        KleinbergLeighton seller = KleinbergLeighton.forHorizon(horizon);
        double lost = 0;
        double price = seller.price(Xoshiro256PlusPlus.seeded(1));
        int repeated = 0;
        for (int round = 0; round < 200_000 && repeated < 3; round++) {
            boolean sold = value >= price;
            lost += sold ? value - price : value;
            seller.observe(price, sold);
            double next = seller.price(Xoshiro256PlusPlus.seeded(1));
            repeated = next == price ? repeated + 1 : 0;
            price = next;
        }
        assertThat(repeated).isEqualTo(3);
        assertThat(value - price).isBetween(0.0, 1.0 / horizon);
        assertThat(lost + 1).isLessThanOrEqualTo(KleinbergLeighton.REGRET.at(horizon) + 1e-9);
    }

    @Example
    void phasesByHand() {
        KleinbergLeighton seller = KleinbergLeighton.forHorizon(16);
        double[] prices = new double[7];
        for (int round = 0; round < prices.length; round++) {
            prices[round] = seller.price(Xoshiro256PlusPlus.seeded(1));
            seller.observe(prices[round], 0.7 >= prices[round]);
        }
        // 1/2 accepted, 3/4 rejected, then steps of 1/16 from 1/2: up to 11/16.
        assertThat(prices).containsExactly(0.5, 0.75, 0.5625, 0.625, 0.6875, 0.6875, 0.6875);
        assertThat(KleinbergLeighton.REGRET.at(16L)).isEqualTo(5.5);
        assertThat(KleinbergLeighton.REGRET.at(17L)).isEqualTo(7.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seller.observe(0.5, true))
                .withMessage("price must be the one posted, 0.6875, was 0.5");
        KleinbergLeighton fork = KleinbergLeighton.forHorizon(16);
        fork.observe(0.5, true);
        KleinbergLeighton other = fork.fork();
        other.observe(0.75, false);
        assertThat(fork.price(Xoshiro256PlusPlus.seeded(1))).isEqualTo(0.75);
        assertThatIllegalArgumentException().isThrownBy(() -> KleinbergLeighton.forHorizon(0));
        assertThatIllegalArgumentException().isThrownBy(() -> KleinbergLeighton.forHorizon((1L << 32) + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Buyer.ofValue(1.5));
    }
}
