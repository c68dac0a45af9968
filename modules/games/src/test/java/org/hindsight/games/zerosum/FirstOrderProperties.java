// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.games.ZeroSumGame;
import org.hipparchus.fraction.BigFraction;

/** First-order methods keep their bounds, and reach the value that the linear program finds. */
class FirstOrderProperties {
    /** Rounding of averages over a thousand rounds; the bounds are theorems about exact numbers. */
    private static final double ROUNDING = 1e-12;

    @Provide
    Arbitrary<MatrixSamples> games() {
        return MatrixSamples.upTo(6);
    }

    @Provide
    Arbitrary<Integer> rounds() {
        return Arbitraries.of(1, 2, 3, 7, 20, 55, 150, 400);
    }

    private static double averageGap(SaddlePlay play, ZeroSumGame game, int rounds) {
        for (int t = 0; t < rounds; t++) {
            play.round();
        }
        double[] row = new double[game.rows()];
        double[] column = new double[game.columns()];
        play.average(row, column);
        double gap = game.dualityGap(row, column, new double[row.length], new double[column.length]);
        return game.payoffRange() == 0 ? 0 : gap / game.payoffRange();
    }

    @Property
    void regretMatchingPlusKeepsItsBound(@ForAll("games") MatrixSamples sample, @ForAll("rounds") int rounds) {
        ZeroSumGame game = sample.game();
        double bound = FirstOrderSolver.REGRET_MATCHING_PLUS_GAP.at(
                new FirstOrderSolver.Size(game.rows(), game.columns(), rounds));
        for (FirstOrderSolver solver :
                List.of(FirstOrderSolver.regretMatchingPlus(), FirstOrderSolver.alternatingRegretMatchingPlus())) {
            assertThat(averageGap(solver.start(game), game, rounds)).isLessThanOrEqualTo(bound + ROUNDING);
            assertThat(solver.solve(game, 0, rounds).certificate().gap()).isLessThanOrEqualTo(bound + ROUNDING);
        }
    }

    @Property
    void optimisticHedgeKeepsItsBound(@ForAll("games") MatrixSamples sample, @ForAll("rounds") int rounds) {
        ZeroSumGame game = sample.game();
        double bound = FirstOrderSolver.OPTIMISTIC_HEDGE_GAP.at(
                new FirstOrderSolver.Size(game.rows(), game.columns(), rounds));
        FirstOrderSolver solver = FirstOrderSolver.optimisticHedge();
        assertThat(averageGap(solver.start(game), game, rounds)).isLessThanOrEqualTo(bound + ROUNDING);
        assertThat(solver.solve(game, 0, rounds).certificate().gap()).isLessThanOrEqualTo(bound + ROUNDING);
    }

    @Property
    void extragradientKeepsItsBound(
            @ForAll("games") MatrixSamples sample, @ForAll("rounds") int rounds, @ForAll("steps") double step) {
        ZeroSumGame game = sample.game();
        double bound = Extragradient.DUALITY_GAP.at(new Extragradient.Run(game.rows(), game.columns(), step, rounds));
        assertThat(averageGap(Extragradient.of(game, step), game, rounds)).isLessThanOrEqualTo(bound + ROUNDING);
        if (step > Extragradient.LARGEST_STEP) {
            assertThat(bound).isInfinite();
        }
    }

    @Provide
    Arbitrary<Double> steps() {
        return Arbitraries.of(0.1, 0.5, 1.0, 2.0, 3.0);
    }

    /** No equilibrium is left behind, whichever of several. */
    @Property
    void extragradientNeverLeavesAnEquilibrium(@ForAll("games") MatrixSamples sample, @ForAll("steps") double step) {
        if (step > Extragradient.LARGEST_STEP || !sample.whole()) {
            return;
        }
        OptimalStrategies optimal = OptimalStrategies.of(sample.exact());
        Extragradient play = Extragradient.of(sample.game(), step);
        double[] distance = distances(optimal, play);
        for (int t = 0; t < 60; t++) {
            play.round();
            double[] next = distances(optimal, play);
            for (int k = 0; k < next.length; k++) {
                assertThat(next[k]).isLessThanOrEqualTo(distance[k] + 1e-13 * (1 + distance[k]));
            }
            distance = next;
        }
    }

    private static double[] distances(OptimalStrategies optimal, Extragradient play) {
        double[] row = play.current().strategy(0).toArray();
        double[] column = play.current().strategy(1).toArray();
        double[] distances =
                new double[optimal.rows().size() * optimal.columns().size()];
        int k = 0;
        for (List<BigFraction> x : optimal.rows()) {
            for (List<BigFraction> y : optimal.columns()) {
                distances[k++] = relativeEntropy(x, row) + relativeEntropy(y, column);
            }
        }
        return distances;
    }

    private static double relativeEntropy(List<BigFraction> from, double[] to) {
        double sum = 0;
        for (int a = 0; a < to.length; a++) {
            double p = from.get(a).doubleValue();
            sum += p == 0 ? 0 : p * Math.log(p / to[a]);
        }
        return sum;
    }

    @Property(tries = 60)
    void allMethodsReachTheValue(@ForAll("games") MatrixSamples sample) {
        ZeroSumGame game = sample.game();
        double value = ZeroSumSolver.standard().solve(game).value();
        for (FirstOrderSolver solver : List.of(
                FirstOrderSolver.regretMatchingPlus(),
                FirstOrderSolver.alternatingRegretMatchingPlus(),
                FirstOrderSolver.optimisticHedge(),
                FirstOrderSolver.extragradient())) {
            // The slowest promise is 2 (sqrt 6 + sqrt 6) / sqrt T, which 1/10 meets within 10^4 rounds.
            FirstOrderSolution near = solver.solve(game, 0.1, 10_000).requireReached();
            assertThat(near.certificate().lower()).isLessThanOrEqualTo(value + 1e-9 * game.payoffRange());
            assertThat(near.certificate().upper()).isGreaterThanOrEqualTo(value - 1e-9 * game.payoffRange());
            assertThat(Math.abs(near.value() - value)).isLessThanOrEqualTo(0.06 * game.payoffRange());
        }
    }
}
