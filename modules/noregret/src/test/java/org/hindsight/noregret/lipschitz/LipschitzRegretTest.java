// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.lipschitz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongFunction;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.Hoeffding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LipschitzRegretTest {
    private static final double FALSE_ALARM = 1e-7;
    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(0);
    private static final double SLOPE = 4;
    private static final double GOLDEN_SECTION = 0.6180339887498949;

    @Test
    void fixedGridStaysWithinItsBound() {
        int horizon = 6_000;
        LipschitzBandit bandit = LipschitzBandit.triangular(1, 0.9, 1);
        double bound = FixedGrid.REGRET.at(FixedGrid.Run.tuned(1, horizon));
        BoundedSample regret = BoundedSample.in(0, horizon);
        FixedGrid grid = FixedGrid.tunedFor(1, horizon);
        for (int replicate = 0; replicate < 400; replicate++) {
            regret.add(LipschitzBanditPlay.run(grid, bandit, horizon, stream("grid", replicate)));
        }
        // Point 0 for ever would cost more.
        assertThat(bound).isLessThan(0.6 * bandit.gap(0) * horizon);
        Hoeffding.assertMeanAtMost(regret, bound, FALSE_ALARM);
    }

    @Test
    void zoomingStaysWithinItsBound() {
        int horizon = 64_000;
        LipschitzBandit bandit = LipschitzBandit.triangular(1, 0.9, 1);
        double bound = Zooming.REGRET.at(new Zooming.Run(1, horizon));
        BoundedSample regret = BoundedSample.in(0, horizon);
        Zooming learner = Zooming.tunedFor(1, horizon);
        for (int replicate = 0; replicate < 60; replicate++) {
            regret.add(LipschitzBanditPlay.run(learner, bandit, horizon, stream("zooming", replicate)));
        }
        assertThat(bound).isLessThan(0.5 * bandit.gap(0) * horizon);
        Hoeffding.assertMeanAtMost(regret, bound, FALSE_ALARM);
    }

    /** The log-log slope over a factor 16 of the horizon; the theory's exponent is 2/3 for the worst mean function. */
    @Test
    void regretGrowsSlowly() {
        assertThat(logLogSlope(horizon -> Zooming.tunedFor(SLOPE, horizon), 4_000, 64_000, 16))
                .isBetween(0.3, 0.72);
        assertThat(logLogSlope(horizon -> FixedGrid.tunedFor(SLOPE, horizon), 4_000, 64_000, 16))
                .isBetween(0.3, 0.72);
        // A learner that does not refine its grid with the horizon pays for it.
        assertThat(logLogSlope(horizon -> FixedGrid.over(Ucb1.of(3)), 4_000, 64_000, 16))
                .isGreaterThan(0.72);
    }

    @Test
    @Tag("slow")
    void regretGrowsSlowlyOverALongHorizon() {
        assertThat(logLogSlope(horizon -> Zooming.tunedFor(SLOPE, horizon), 10_000, 2_560_000, 12))
                .isBetween(0.3, 0.7);
        assertThat(logLogSlope(horizon -> FixedGrid.tunedFor(SLOPE, horizon), 10_000, 2_560_000, 12))
                .isBetween(0.3, 0.7);
    }

    /** Averaged over peaks, at the golden section so that they do not fall in step with a grid: one on the grid is easy. */
    private static double logLogSlope(
            LongFunction<LipschitzBanditLearner> learners, long shorter, long longer, int peaks) {
        double[] regret = new double[2];
        for (int i = 0; i < 2; i++) {
            long horizon = i == 0 ? shorter : longer;
            LipschitzBanditLearner learner = learners.apply(horizon);
            for (int peak = 0; peak < peaks; peak++) {
                LipschitzBandit bandit =
                        LipschitzBandit.triangular(0.2 + 0.6 * ((peak + 0.5) * GOLDEN_SECTION % 1), 0.9, SLOPE);
                regret[i] += LipschitzBanditPlay.run(learner, bandit, horizon, stream("slope", peak));
            }
        }
        return Math.log(regret[1] / regret[0]) / Math.log((double) longer / shorter);
    }

    private static Xoshiro256PlusPlus stream(String name, int replicate) {
        return new StreamKey(20240105, name, "lipschitz", replicate).open();
    }

    @Test
    void theGridHasItsPoints() {
        FixedGrid grid = FixedGrid.over(Ucb1.of(4));
        assertThat(grid.points()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            double point = grid.select(UNUSED);
            assertThat(point).isEqualTo((i + 0.5) / 4).isEqualTo(grid.point(i));
            grid.observe(point, i == 2 ? 1 : 0);
        }
        assertThat(grid.select(UNUSED)).isEqualTo(0.625);
        // Every point of a grid of any size finds its arm again.
        for (int points = 1; points < 400; points++) {
            FixedGrid fine = FixedGrid.over(Ucb1.of(points));
            for (int i = 0; i < points; i++) {
                fine.observe(fine.point(i), 0.5);
            }
        }
        // (16 * 1000 / ln 1000)^(1/3) = 13.23; (10^5 / ln 10^5)^(1/3) = 20.56.
        assertThat(FixedGrid.tunedFor(4, 1_000).points()).isEqualTo(14);
        assertThat(FixedGrid.tunedFor(1, 100_000).points()).isEqualTo(21);
        assertThat(FixedGrid.tunedFor(1, 1).points()).isEqualTo(1);
        assertThat(FixedGrid.tunedFor(1, 0).points()).isEqualTo(1);
        assertThat(FixedGrid.tunedFor(1e-6, 100).points()).isEqualTo(1);
    }

    @Test
    void zoomingByHand() {
        // L = 8, r = 3.993...: the ball of 1/2 reaches a little less than 1/2 both ways.
        // The gap at 0 gets its middle, then the gap at 1.
        Zooming learner = Zooming.tunedFor(8, 2_900);
        double r = Math.sqrt(2 * Math.log(2_900));
        assertThat(learner.active()).isEqualTo(3);
        assertThat(learner.point(0)).isEqualTo(0.5);
        assertThat(learner.point(1)).isCloseTo((0.5 - r / 8) / 2, within(1e-15));
        assertThat(learner.point(2)).isCloseTo(1 - (0.5 - r / 8) / 2, within(1e-15));
        assertThat(learner.radius(0)).isEqualTo(r);
        assertThat(learner.plays(0)).isZero();
        // All indices are 2 r: the lowest point is first.
        double lowest = learner.point(1);
        assertThat(learner.select(UNUSED)).isEqualTo(lowest);
        learner.observe(lowest, 1);
        assertThat(learner.radius(1)).isCloseTo(r / Math.sqrt(2), within(1e-15));
        // It still covers 0, and 1/2 covers the rest.
        assertThat(learner.active()).isEqualTo(3);
        // 1 + 2 r / sqrt 2 = 6.65 is less than 2 r = 7.99.
        assertThat(learner.select(UNUSED)).isEqualTo(0.5);
    }

    @Test
    void boundsByHand() {
        // m = ceil((16 * 10^4 / ln 10^4)^(1/3)) = ceil(25.9).
        assertThat(FixedGrid.REGRET.at(FixedGrid.Run.tuned(4, 10_000)))
                .isCloseTo(4 * 10_000.0 / 52 + Math.sqrt(260_000 * (8 * Math.log(1e4) + 4.289868134)), within(1e-5));
        assertThat(FixedGrid.REGRET.at(new FixedGrid.Run(1, 5, 100))).isEqualTo(100);
        assertThat(FixedGrid.REGRET.at(new FixedGrid.Run(1, 5, 0))).isZero();
        // D = (72 sqrt 3 * 13.8155 / 10^6)^(1/3) = 0.119886...
        double logHorizon = Math.log(1e6);
        double d = Math.cbrt(72 * Math.sqrt(3) * logHorizon / 1e6);
        assertThat(Zooming.REGRET.at(new Zooming.Run(1, 1_000_000)))
                .isCloseTo(
                        d * 1e6 + 18 * logHorizon / d + 36 * Math.sqrt(3) * logHorizon / d / d + 2 * Math.exp(2) / 1e6,
                        within(1e-6));
        assertThat(Zooming.REGRET.at(new Zooming.Run(1, 1_000_000))).isBetween(181_000.0, 182_500.0);
        assertThat(Zooming.REGRET.at(new Zooming.Run(1, 100))).isEqualTo(100);
        assertThat(Zooming.REGRET.at(new Zooming.Run(1, 0))).isZero();
    }

    @Test
    void edgesOfPlay() {
        LipschitzBandit flat = LipschitzBandit.of(x -> 0.5, 0.5, 0);
        for (long horizon : new long[] {0, 1, 2, 50}) {
            assertThat(LipschitzBanditPlay.run(Zooming.tunedFor(1, horizon), flat, horizon, UNUSED))
                    .isZero();
            assertThat(LipschitzBanditPlay.run(FixedGrid.tunedFor(1, horizon), flat, horizon, UNUSED))
                    .isZero();
        }
        LipschitzBandit peak = LipschitzBandit.triangular(0.25, 0.75, 1);
        assertThat(peak.mean(0.5)).isEqualTo(0.5);
        assertThat(peak.gap(1)).isEqualTo(0.75);
        assertThat(peak.bestMean()).isEqualTo(0.75);
        assertThat(peak.lipschitz()).isEqualTo(1);
    }

    @Test
    void badInputIsNamed() {
        Zooming learner = Zooming.tunedFor(1, 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(0.3, 1))
                .withMessage("point must be an active one, was 0.3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(Double.NaN, 1))
                .withMessageContaining("point");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(0.5, 1.5))
                .withMessageContaining("reward");
        assertThat(learner.plays(0)).isZero();
        FixedGrid grid = FixedGrid.tunedFor(1, 1_000);
        for (double point : new double[] {0.1, -1, 1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> grid.observe(point, 1))
                    .withMessageContaining("point");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid.observe(grid.point(0), Double.NaN))
                .withMessageContaining("reward");
        for (double lipschitz : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Zooming.tunedFor(lipschitz, 10))
                    .withMessageContaining("lipschitz");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FixedGrid.tunedFor(lipschitz, 10))
                    .withMessageContaining("lipschitz");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedGrid.tunedFor(1e100, 10))
                .withMessageContaining("lipschitz");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zooming.tunedFor(1, -1))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LipschitzBandit.triangular(2, 0.5, 1))
                .withMessageContaining("peak");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LipschitzBandit.triangular(0.5, 1.5, 1))
                .withMessageContaining("bestMean");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LipschitzBandit.triangular(0.5, 0.5, Double.NaN))
                .withMessageContaining("slope");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LipschitzBandit.triangular(0.5, 0.5, 1).mean(1.1))
                .withMessageContaining("point");
        assertThatIllegalStateException()
                .isThrownBy(() -> LipschitzBandit.of(x -> x, 0.5, 1).mean(0.7))
                .withMessageContaining("mean(0.7)");
    }
}
