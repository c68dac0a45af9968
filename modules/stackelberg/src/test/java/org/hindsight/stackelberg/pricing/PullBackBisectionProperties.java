// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class PullBackBisectionProperties {
    @Property(tries = 500)
    void regretIsBoundedWhateverIsBluffed(
            @ForAll @IntRange(min = 0, max = 1000) int thousandths,
            @ForAll @IntRange(min = 0, max = 120) int misreport,
            @ForAll @IntRange(min = 1, max = 20) int delay,
            @ForAll @IntRange(min = 1, max = 2000) int horizon,
            @ForAll @IntRange(min = 0, max = 2) int policy,
            @ForAll long seed) {
        double value = thousandths / 1000.0;
        double eps = misreport / 1000.0;
        PullBackBisection.Run run = new PullBackBisection.Run(horizon, delay, eps);
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        Buyer bluffing = (price, coins) -> {
            if (eps > 0 && Math.abs(value - price) <= eps) {
                return switch (policy) {
                    case 0 -> false;
                    case 1 -> value < price;
                    default -> coins.nextBoolean();
                };
            }
            return value >= price;
        };
        double revenue = PostedPrices.run(PullBackBisection.of(run), bluffing, horizon, random);
        assertThat(horizon * value - revenue).isLessThanOrEqualTo(PullBackBisection.REGRET.at(run) + 1e-9);
    }

    @Example
    void aBuyerWhoLooksAheadBluffsOnlyNearTheValue() {
        // Discounting by gamma, delay D: the best of all plans, by trying every sequence of first answers.
        double gamma = 0.7;
        int delay = 12;
        double eps = Math.pow(gamma, delay) / (1 - gamma);
        assertThat(eps).isLessThan(0.05);
        PullBackBisection.Run run = new PullBackBisection.Run(400, delay, eps);
        int steps = run.steps();
        assertThat(steps).isEqualTo(4);
        for (int v = 0; v <= 100; v++) {
            double value = v / 100.0;
            double best = Double.NEGATIVE_INFINITY;
            double furthest = 0;
            for (int plan = 0; plan < 1 << steps; plan++) {
                PullBackBisection seller = PullBackBisection.of(run);
                double utility = 0;
                double weight = 1;
                double bluff = 0;
                for (int round = 0; round < run.horizon(); round++) {
                    double price = seller.price(Xoshiro256PlusPlus.seeded(1));
                    boolean decides = round % delay == 0 && round / delay < steps;
                    boolean sold = decides ? (plan >> (round / delay) & 1) == 1 : value >= price;
                    if (sold != value >= price) {
                        bluff = Math.max(bluff, Math.abs(value - price));
                    }
                    utility += sold ? weight * (value - price) : 0;
                    weight *= gamma;
                    seller.observe(price, sold);
                }
                if (utility > best + 1e-12) {
                    best = utility;
                    furthest = bluff;
                }
            }
            assertThat(furthest).isLessThanOrEqualTo(eps);
        }
    }

    @Example
    void byHand() {
        PullBackBisection.Run run = new PullBackBisection.Run(100, 2, 0.05);
        // Widths 1, 0.55, 0.325, 0.2125, 0.15625.
        assertThat(run.steps()).isEqualTo(4);
        assertThat(PullBackBisection.REGRET.at(run)).isCloseTo(2 * 4 + 100 * 0.3, within(1e-9));
        PullBackBisection seller = PullBackBisection.of(run);
        RandomGenerator random = Xoshiro256PlusPlus.seeded(1);
        seller.observe(0.5, true);
        assertThat(seller.price(random)).isEqualTo(0.5);
        PullBackBisection fork = seller.fork();
        // The second answer of a batch does not count.
        seller.observe(0.5, false);
        assertThat(seller.price(random)).isCloseTo(0.725, within(1e-12));
        assertThat(fork.price(random)).isEqualTo(0.5);
        assertThatIllegalArgumentException().isThrownBy(() -> seller.observe(0.5, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new PullBackBisection.Run(1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PullBackBisection.Run(1, 1, Double.NaN));
    }
}
