// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.lipschitz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/** The rules of zooming, recomputed from the history, on arbitrary rewards. */
class ZoomingProperties {
    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(0);
    private static final double ROUNDING = 1e-12;

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyPointIsCoveredByABall(@ForAll("games") Game game) {
        Zooming learner = Zooming.tunedFor(game.lipschitz(), game.horizon());
        assertCovered(learner, game.lipschitz());
        for (int round = 0; round < game.rounds(); round++) {
            double point = learner.select(UNUSED);
            learner.observe(point, game.reward(round, point));
            assertCovered(learner, game.lipschitz());
        }
    }

    /** Checked at even points, and between any two neighbouring ends of balls, where a gap would have to be. */
    private static void assertCovered(Zooming learner, double lipschitz) {
        double[] ends = new double[2 * learner.active() + 2];
        ends[1] = 1;
        for (int i = 0; i < learner.active(); i++) {
            ends[2 * i + 2] = Math.min(1, Math.max(0, learner.point(i) - learner.radius(i) / lipschitz));
            ends[2 * i + 3] = Math.min(1, Math.max(0, learner.point(i) + learner.radius(i) / lipschitz));
        }
        Arrays.sort(ends);
        for (int i = 0; i + 1 < ends.length; i++) {
            assertThat(isCovered(learner, lipschitz, ends[i] + (ends[i + 1] - ends[i]) / 2))
                    .isTrue();
        }
        for (int i = 0; i <= 100; i++) {
            assertThat(isCovered(learner, lipschitz, i / 100.0)).isTrue();
        }
    }

    private static boolean isCovered(Zooming learner, double lipschitz, double x) {
        for (int i = 0; i < learner.active(); i++) {
            if (Math.abs(x - learner.point(i)) <= learner.radius(i) / lipschitz + ROUNDING) {
                return true;
            }
        }
        return false;
    }

    /** A point is activated only where no ball of an earlier point reaches: the packing that the regret bound counts. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void activatedPointsWereUncovered(@ForAll("games") Game game) {
        Zooming learner = Zooming.tunedFor(game.lipschitz(), game.horizon());
        int known = 0;
        for (int round = 0; round <= game.rounds(); round++) {
            for (; known < learner.active(); known++) {
                assertThat(learner.plays(known)).isZero();
                for (int earlier = 0; earlier < known; earlier++) {
                    assertThat(Math.abs(learner.point(known) - learner.point(earlier)))
                            .isGreaterThan(learner.radius(earlier) / game.lipschitz() - ROUNDING);
                }
            }
            if (round < game.rounds()) {
                double point = learner.select(UNUSED);
                learner.observe(point, game.reward(round, point));
            }
        }
    }

    /** The point played has the largest mean plus two radii, the lowest on ties; means and radii as the formulas say. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void playsTheLargestIndex(@ForAll("games") Game game) {
        Zooming learner = Zooming.tunedFor(game.lipschitz(), game.horizon());
        double[] sums = new double[10_000];
        for (int round = 0; round < game.rounds(); round++) {
            double point = learner.select(UNUSED);
            int played = -1;
            double bestIndex = Double.NEGATIVE_INFINITY;
            double bestPoint = Double.NaN;
            for (int i = 0; i < learner.active(); i++) {
                long n = learner.plays(i);
                double radius = Math.sqrt(2 * Math.log((double) Math.max(2, game.horizon())) / (n + 1));
                assertThat(learner.radius(i)).isCloseTo(radius, within(1e-12));
                double index = (n == 0 ? 0 : sums[i] / n) + 2 * learner.radius(i);
                if (index > bestIndex || (index == bestIndex && learner.point(i) < bestPoint)) {
                    bestIndex = index;
                    bestPoint = learner.point(i);
                    played = i;
                }
            }
            assertThat(point).isEqualTo(bestPoint);
            double reward = game.reward(round, point);
            sums[played] += reward;
            learner.observe(point, reward);
        }
    }

    @Provide
    Arbitrary<Game> games() {
        Arbitrary<Double> lipschitz =
                Arbitraries.oneOf(Arbitraries.of(1e-6, 0.5, 1.0, 2.0, 4.0, 300.0), uniform(0.1, 50));
        return Combinators.combine(
                        lipschitz,
                        Arbitraries.of(0L, 1L, 2L, 5L, 100L, 10_000L),
                        Arbitraries.of(0, 1, 2, 3),
                        uniform(0, 1).array(double[].class).ofMinSize(1).ofMaxSize(150))
                .as(Game::new);
    }

    private static Arbitrary<Double> uniform(double least, double greatest) {
        return Arbitraries.doubles().between(least, greatest).ofScale(6).withDistribution(RandomDistribution.uniform());
    }

    /**
     * Rewards: arbitrary; all 0; all 1; or large near a point only, so that the learner zooms in. The table is read twice over.
     */
    static final class Game {
        private final double lipschitz;
        private final long horizon;
        private final int kind;
        private final double[] table;

        Game(double lipschitz, long horizon, int kind, double[] table) {
            this.lipschitz = lipschitz;
            this.horizon = horizon;
            this.kind = kind;
            this.table = table;
        }

        double lipschitz() {
            return lipschitz;
        }

        long horizon() {
            return horizon;
        }

        int kind() {
            return kind;
        }

        double[] table() {
            return table;
        }

        int rounds() {
            return 2 * table.length;
        }

        double reward(int round, double point) {
            return switch (kind) {
                case 0 -> table[round % table.length];
                case 1 -> 0;
                case 2 -> 1;
                default -> Math.max(0, 1 - lipschitz * Math.abs(point - table[0]));
            };
        }

        @Override
        public String toString() {
            return "L = " + lipschitz + ", T = " + horizon + ", kind " + kind + ", "
                    + DoubleStream.of(table).boxed().toList();
        }
    }
}
