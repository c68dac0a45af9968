// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.noregret.experts.Hedge;

/** {@link CappedHedge#REGRET} against random losses and against adversaries that see the distribution. */
class CappedHedgeRegretProperties {
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(1, 12);
    }

    @Provide
    Arbitrary<Integer> horizons() {
        return Arbitraries.integers().between(1, 200);
    }

    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.doubles()
                .between(0, 1)
                .ofScale(6)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    @Property
    void keepsItsBound(
            @ForAll("sizes") int n,
            @ForAll("horizons") int rounds,
            @ForAll("fractions") double fraction,
            @ForAll("fractions") double rate,
            @ForAll boolean tuned,
            @ForAll long seed) {
        double sigma = 1.0 / n + fraction * (1 - 1.0 / n);
        double eta = Math.pow(10, 4 * rate - 3);
        for (int adversary = 0; adversary < 3; adversary++) {
            CappedHedge learner = tuned ? CappedHedge.tunedFor(n, sigma, rounds) : CappedHedge.of(n, sigma, eta);
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
            double[] p = new double[n];
            double[] losses = new double[n];
            double[] gains = new double[n];
            double suffered = 0;
            for (int t = 0; t < rounds; t++) {
                learner.distribution(p);
                for (int a = 0; a < n; a++) {
                    losses[a] = switch (adversary) {
                        case 0 -> random.nextDouble();
                        case 1 -> p[a] >= learner.cap() * (1 - 1e-9) ? 1 : 0;
                        default -> (a + t / 7) % 3 == 0 ? 1 : 0;
                    };
                    suffered += p[a] * losses[a];
                    gains[a] -= losses[a];
                }
                learner.observe(losses);
            }
            double regret = suffered + SmoothResponse.value(gains, learner.cap());
            CappedHedge.Run run = tuned
                    ? CappedHedge.Run.tuned(sigma, rounds)
                    : new CappedHedge.Run(sigma, learner.learningRate(), rounds);
            assertThat(regret).isLessThanOrEqualTo(CappedHedge.REGRET.at(run) + ROUNDING_PER_ROUND * rounds);
            if (tuned) {
                assertThat(CappedHedge.REGRET.at(run))
                        .isCloseTo(Math.sqrt(rounds * -Math.log(sigma) / 2), within(1e-9));
            }
        }
    }

    @Property
    void withoutACapItIsHedge(@ForAll("sizes") int n, @ForAll long seed) {
        CappedHedge capped = CappedHedge.of(n, 1.0 / n, 0.7);
        Hedge hedge = Hedge.of(n, 0.7);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[] p = new double[n];
        double[] q = new double[n];
        double[] losses = new double[n];
        for (int t = 0; t < 50; t++) {
            for (int a = 0; a < n; a++) {
                losses[a] = random.nextDouble();
            }
            capped.observe(losses);
            hedge.observe(losses);
            capped.distribution(p);
            hedge.distribution(q);
            assertThat(p).containsExactly(q, within(1e-13));
        }
    }

    /** The average of self-play in a zero-sum game has smooth duality gap at most the sum of the average regrets. */
    @Example
    void selfPlayApproachesTheSmoothValue() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(4);
        int n = 200;
        int rounds = 2000;
        double sigma = 0.25;
        double[][] a = new double[n][n];
        for (double[] row : a) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextDouble();
            }
        }
        ZeroSumGame zeroSum = ZeroSumGame.of(a);
        CappedHedge row = CappedHedge.tunedFor(n, sigma, rounds);
        CappedHedge column = CappedHedge.tunedFor(n, sigma, rounds);
        double[] x = new double[n];
        double[] y = new double[n];
        double[] averageX = new double[n];
        double[] averageY = new double[n];
        double[] rowLosses = new double[n];
        double[] columnLosses = new double[n];
        for (int t = 0; t < rounds; t++) {
            row.distribution(x);
            column.distribution(y);
            zeroSum.rowPayoffVector(y, rowLosses);
            zeroSum.columnLossVector(x, columnLosses);
            for (int k = 0; k < n; k++) {
                averageX[k] += x[k] / rounds;
                averageY[k] += y[k] / rounds;
                rowLosses[k] = 1 - rowLosses[k];
            }
            row.observe(rowLosses);
            column.observe(columnLosses);
        }
        SmoothGame smooth = SmoothGame.of(zeroSum.toNormalForm(), sigma);
        MixedProfile average = MixedProfile.of(averageX, averageY);
        double gap = smooth.smoothRegret(0, average) + smooth.smoothRegret(1, average);
        assertThat(gap).isBetween(0.0, 2 * CappedHedge.REGRET.at(CappedHedge.Run.tuned(sigma, rounds)) / rounds);
    }

    @Example
    void refusals() {
        for (double bad : new double[] {0.2, 1.1, 0, -1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CappedHedge.of(4, bad, 1))
                    .withMessageContaining("sigma");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> CappedHedge.of(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CappedHedge.of(4, 1, -1));
    }
}
