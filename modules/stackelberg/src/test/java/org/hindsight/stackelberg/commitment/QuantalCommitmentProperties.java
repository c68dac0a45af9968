// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.RandomBimatrixGames.Matrices;

/** Commitment against quantal responses: bounds, limits, gradients. */
class QuantalCommitmentProperties {
    @Provide
    Arbitrary<Matrices> games() {
        return RandomBimatrixGames.upTo(5);
    }

    @Provide
    Arbitrary<Matrices> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(RandomBimatrixGames.Family.class),
                        Arbitraries.longs().withoutEdgeCases())
                .as((n, family, seed) -> RandomBimatrixGames.draw(2, n, family, seed))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Double> precisions() {
        return Arbitraries.of(0.0, 0.3, 1.0, 5.0, 30.0, 1000.0);
    }

    @Property(tries = 100)
    void nothingOnAFineGridOfTheLineIsBetter(
            @ForAll("lines") Matrices matrices, @ForAll("precisions") double precision) {
        BimatrixStackelbergGame game = matrices.game();
        QuantalCommitmentSolution solution = QuantalCommitment.solve(game, precision);
        QuantalResponse response = new QuantalResponse(game, precision);
        assertThat(solution.gap()).isLessThanOrEqualTo(1e-6);
        assertThat(response.leaderPayoff(solution.commitment())).isEqualTo(solution.value());
        for (int k = 0; k <= 2000; k++) {
            assertThat(response.leaderPayoff(new double[] {1 - k / 2000.0, k / 2000.0}))
                    .isLessThanOrEqualTo(solution.bound() + 1e-12);
        }
    }

    @Property(tries = 100)
    void noBoundOverAnIntervalIsExceededInside(
            @ForAll("lines") Matrices matrices, @ForAll("precisions") double precision) {
        BimatrixStackelbergGame game = matrices.game();
        QuantalInterval intervals = new QuantalInterval(game, precision);
        QuantalResponse response = new QuantalResponse(game, precision);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(8);
        for (int draw = 0; draw < 20; draw++) {
            double a = random.nextDouble();
            double b = a + (1 - a) * Math.pow(random.nextDouble(), 4);
            double bound = intervals.bound(a, b);
            for (int k = 0; k <= 20; k++) {
                double s = a + (b - a) * k / 20;
                assertThat(response.leaderPayoff(new double[] {1 - s, s})).isLessThanOrEqualTo(bound + 1e-12);
            }
        }
    }

    @Property(tries = 50)
    void randomCommitmentsStayBelowTheBound(
            @ForAll("games") Matrices matrices, @ForAll("precisions") double precision) {
        BimatrixStackelbergGame game = matrices.game();
        QuantalCommitmentSolution solution = QuantalCommitment.solve(game, precision);
        QuantalResponse response = new QuantalResponse(game, precision);
        assertThat(response.leaderPayoff(game.checkCommitment(solution.commitment())))
                .isCloseTo(solution.value(), within(1e-12));
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(9);
        double[] x = new double[game.dimension()];
        for (int draw = 0; draw < 200; draw++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] = -Math.log(1 - random.nextDouble());
                sum += x[i];
            }
            for (int i = 0; i < x.length; i++) {
                x[i] /= sum;
            }
            double payoff = response.leaderPayoff(x);
            assertThat(payoff).isLessThanOrEqualTo(solution.bound() + 1e-9);
            // Not proven, but a random point that beats the ascent would mean that the ascent is broken.
            assertThat(payoff).isLessThanOrEqualTo(solution.value() + 1e-3 * game.leaderRange());
        }
    }

    @Property(tries = 50)
    void theGradientIsTheDerivative(@ForAll("games") Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        QuantalResponse response = new QuantalResponse(game, 2);
        int m = game.dimension();
        double[] x = new double[m];
        java.util.Arrays.fill(x, 1.0 / m);
        double[] gradient = new double[m];
        response.gradient(x, gradient);
        double h = 1e-5;
        for (int i = 1; i < m; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += h;
            up[0] -= h;
            down[i] -= h;
            down[0] += h;
            double slope = (response.leaderPayoff(up) - response.leaderPayoff(down)) / (2 * h);
            assertThat(gradient[i] - gradient[0]).isCloseTo(slope, within(1e-7));
        }
    }

    @Property(tries = 100)
    void theBoundForAnyNumberOfRowsIsOne(@ForAll("lines") Matrices matrices, @ForAll("precisions") double precision) {
        BimatrixStackelbergGame game = matrices.game();
        assertThat(QuantalCommitment.solve(game, precision).value())
                .isLessThanOrEqualTo(QuantalCommitment.bound(game, precision) + 1e-9);
    }

    @Example
    void theBoundsAreNearlyAttained() {
        // Two responses: f = 1/2 + tanh(lambda s / 2) / 2, the bound is 1/2 + tanh(lambda s / 4).
        BimatrixStackelbergGame imprecise =
                BimatrixStackelbergGame.of(new double[][] {{1, 0}, {1, 0}}, new double[][] {{1, 0}, {1, 0}});
        assertThat(QuantalCommitment.solve(imprecise, 0.4).value()).isCloseTo(0.5 + Math.tanh(0.2) / 2, within(1e-12));
        assertThat(QuantalCommitment.bound(imprecise, 0.4)).isCloseTo(0.5 + Math.tanh(0.1), within(1e-12));
        // All others are worse by a little more than 8 / lambda and bring the leader 1.
        double[] leader = {0, 1, 1, 1, 1};
        double[] follower = {0, -8.01, -8.01, -8.01, -8.01};
        BimatrixStackelbergGame precise =
                BimatrixStackelbergGame.of(new double[][] {leader, leader}, new double[][] {follower, follower});
        double mass = 4 * Math.exp(-8.01);
        assertThat(QuantalCommitment.solve(precise, 1).value()).isCloseTo(mass / (1 + mass), within(1e-12));
        assertThat(QuantalCommitment.bound(precise, 1)).isCloseTo(4 * Math.exp(-8), within(1e-12));
    }

    @Example
    void theLimitsAreUniformAndTheStackelbergValue() {
        BimatrixStackelbergGame game =
                BimatrixStackelbergGame.of(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
        assertThat(QuantalCommitment.solve(game, 0).value()).isEqualTo(3);
        assertThat(QuantalCommitment.solve(game, 1e5).value()).isCloseTo(3.5, within(1e-3));
        assertThat(QuantalCommitment.solve(game, 1e5).bound()).isCloseTo(3.5, within(1e-3));
        BimatrixStackelbergGame three = BimatrixStackelbergGame.of(
                new double[][] {{2, 4}, {1, 3}, {0, 0}}, new double[][] {{1, 0}, {0, 1}, {0, 0}});
        assertThat(QuantalCommitment.solve(three, 1000).value()).isBetween(3.45, 3.5);
        assertThat(QuantalCommitment.solve(three, 1000).bound()).isBetween(3.5, 3.52);
        assertThatThrownBy(() -> QuantalCommitment.solve(game, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuantalCommitment.solve(game, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
