// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CorrelatedSolverTest {
    private static final RationalGame CHICKEN =
            RationalGame.bimatrix(new long[][] {{6, 2}, {7, 0}}, new long[][] {{6, 7}, {2, 0}});

    private static BigFraction f(int p, int q) {
        return new BigFraction(p, q);
    }

    /** z in the order (0,0), (1,0), (0,1), (1,1). */
    @Test
    void chickenExactly() {
        for (CorrelatedNotion notion : CorrelatedNotion.values()) {
            ExactCorrelatedSolver solver = ExactCorrelatedSolver.of(notion);
            ExactCorrelatedEquilibrium best = solver.solve(CHICKEN, CorrelatedObjective.welfare());
            assertThat(best.value()).isEqualTo(f(21, 2));
            assertThat(best.certificate().exactGap()).isEqualTo(BigFraction.ZERO);
        }
        ExactCorrelatedSolver solver = ExactCorrelatedSolver.of(CorrelatedNotion.CORRELATED);
        assertThat(solver.solve(CHICKEN, CorrelatedObjective.welfare())
                        .distribution()
                        .probabilities())
                .containsExactly(f(1, 2), f(1, 4), f(1, 4), BigFraction.ZERO);
        ExactCorrelatedEquilibrium worst = solver.solve(CHICKEN, CorrelatedObjective.leastWelfare());
        assertThat(worst.value()).isEqualTo(f(36, 5));
        assertThat(worst.distribution().probabilities()).containsExactly(BigFraction.ZERO, f(2, 5), f(2, 5), f(1, 5));
        // The best a player can get is the pure equilibrium in which the other yields.
        assertThat(solver.solve(CHICKEN, CorrelatedObjective.payoff(1)).value()).isEqualTo(f(7, 1));
        assertThat(solver.solve(CHICKEN, CorrelatedObjective.leastPayoff(1)).value())
                .isEqualTo(f(2, 1));
        assertThat(solver.solve(CHICKEN, CorrelatedObjective.maximin()).value()).isEqualTo(f(21, 4));
        // Players change places without changing the welfare, so that any convex combination is best.
        assertThat(solver.solve(CHICKEN, CorrelatedObjective.weighted(0.5, 0.5)).value())
                .isEqualTo(f(21, 4));
        // The largest probability of (0, 0) is that of the best equilibrium: z00 <= 2 z01 and z00 <= 2 z10.
        assertThat(solver.solve(CHICKEN, CorrelatedObjective.ofProfiles(1, 0, 0, 0))
                        .value())
                .isEqualTo(f(1, 2));
    }

    @Test
    void chickenInDoubles() {
        NormalFormGame game = CHICKEN.toNormalForm();
        for (CorrelatedNotion notion : CorrelatedNotion.values()) {
            CorrelatedEquilibrium best = CorrelatedSolver.of(notion).solve(game, CorrelatedObjective.welfare());
            assertThat(best.value()).isCloseTo(10.5, within(1e-12));
            assertThat(best.bound()).isCloseTo(10.5, within(1e-12));
            assertThat(best.objectiveGap()).isLessThan(1e-12);
            assertThat(best.certificate().gap()).isLessThan(1e-12);
            assertThat(best.distribution().toArray()).containsExactly(new double[] {0.5, 0.25, 0.25, 0}, within(1e-12));
        }
        CorrelatedSolver solver = CorrelatedSolver.of(CorrelatedNotion.CORRELATED);
        CorrelatedEquilibrium worst = solver.solve(game, CorrelatedObjective.leastWelfare());
        assertThat(worst.value()).isCloseTo(7.2, within(1e-12));
        assertThat(worst.bound()).isLessThanOrEqualTo(worst.value()).isCloseTo(7.2, within(1e-12));
        assertThat(worst.distribution().toArray()).containsExactly(new double[] {0, 0.4, 0.4, 0.2}, within(1e-12));
        assertThat(solver.solve(game, CorrelatedObjective.maximin()).value()).isCloseTo(5.25, within(1e-12));
        assertThat(solver.solve(game, CorrelatedObjective.payoff(0)).value()).isCloseTo(7, within(1e-12));
    }

    /** In chicken the least welfare of coarse correlated play is lower than that of correlated play, 36/5. */
    @Test
    void coarseCorrelatedPlayCanBeWorse() {
        ExactCorrelatedEquilibrium coarse = ExactCorrelatedSolver.of(CorrelatedNotion.COARSE_CORRELATED)
                .solve(CHICKEN, CorrelatedObjective.leastWelfare());
        assertThat(coarse.value()).isLessThanOrEqualTo(f(36, 5));
    }

    @Test
    void coordinationPicksTheBetterPureEquilibrium() {
        RationalGame game = RationalGame.bimatrix(new long[][] {{2, 0}, {0, 1}}, new long[][] {{2, 0}, {0, 1}});
        assertThat(ExactCorrelatedSolver.of(CorrelatedNotion.CORRELATED)
                        .solve(game, CorrelatedObjective.welfare())
                        .distribution()
                        .probability(0, 0))
                .isEqualTo(BigFraction.ONE);
    }

    /** Payoffs 1e9 + 1e-6 u for one player and 1e6 u for the other are the same game. */
    @Test
    void offsetsAndScalesLeaveTheEquilibriumAlone() {
        NormalFormGame chicken = CHICKEN.toNormalForm();
        NormalFormGame scaled = NormalFormGame.of(
                chicken.form(),
                (player, a) -> player == 0 ? 1e9 + 0x1p-14 * chicken.payoff(0, a) : 1e6 * chicken.payoff(1, a));
        CorrelatedEquilibrium best = CorrelatedSolver.of(CorrelatedNotion.CORRELATED)
                .solve(scaled, CorrelatedObjective.weighted(0x1p14, 1e-6));
        assertThat(best.distribution().toArray()).containsExactly(new double[] {0.5, 0.25, 0.25, 0}, within(1e-9));
        CorrelatedEquilibrium least =
                CorrelatedSolver.of(CorrelatedNotion.CORRELATED).solve(scaled, CorrelatedObjective.maximin());
        // Player 0 has always more than 1e9, which player 1 never has: her best equilibrium.
        assertThat(least.value()).isCloseTo(7e6, within(1e-2));
    }

    @Test
    void aPlayerWithoutAChoiceAndPayoffsWithoutADifference() {
        NormalFormGame alone = NormalFormGame.of(GameForm.of(3), new double[][] {{1, 5, 5}});
        CorrelatedEquilibrium best =
                CorrelatedSolver.of(CorrelatedNotion.CORRELATED).solve(alone, CorrelatedObjective.welfare());
        assertThat(best.value()).isCloseTo(5, within(1e-12));
        NormalFormGame point = NormalFormGame.of(GameForm.of(1, 1), new double[][] {{3}, {4}});
        NormalFormGame flat = NormalFormGame.of(GameForm.of(2, 3, 2), (player, a) -> player);
        for (CorrelatedNotion notion : CorrelatedNotion.values()) {
            CorrelatedSolver solver = CorrelatedSolver.of(notion);
            assertThat(solver.solve(point, CorrelatedObjective.welfare()).value())
                    .isEqualTo(7);
            assertThat(solver.solve(point, CorrelatedObjective.maximin()).value())
                    .isEqualTo(3);
            assertThat(solver.solve(flat, CorrelatedObjective.leastWelfare()).value())
                    .isEqualTo(3);
            assertThat(solver.solve(flat, CorrelatedObjective.maximin()).value())
                    .isEqualTo(0);
        }
    }

    /** Player 1 has 0 whatever happens, so that no more can be had for the worst off. */
    @Test
    void anIndifferentPlayerLimitsTheLeastPayoff() {
        NormalFormGame game = NormalFormGame.of(GameForm.of(2, 1), new double[][] {{-1, 1}, {0, 0}});
        for (CorrelatedNotion notion : CorrelatedNotion.values()) {
            assertThat(CorrelatedSolver.of(notion)
                            .solve(game, CorrelatedObjective.maximin())
                            .value())
                    .isZero();
            assertThat(ExactCorrelatedSolver.of(notion)
                            .solve(RationalGame.exactly(game), CorrelatedObjective.maximin())
                            .value())
                    .isEqualTo(BigFraction.ZERO);
        }
    }

    @Test
    void badInputIsNamed() {
        NormalFormGame game = CHICKEN.toNormalForm();
        CorrelatedSolver solver = CorrelatedSolver.of(CorrelatedNotion.CORRELATED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solver.solve(game, CorrelatedObjective.payoff(2)))
                .withMessageContaining("player");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solver.solve(game, CorrelatedObjective.weighted(1)))
                .withMessageContaining("weights has length 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelatedObjective.weighted(1, Double.NaN))
                .withMessageContaining("weights[1] = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solver.solve(game, CorrelatedObjective.ofProfiles(1, 2)))
                .withMessageContaining("values");
        NormalFormGame large = NormalFormGame.of(GameForm.of(100, 100), new double[2][10_000]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solver.solve(large, CorrelatedObjective.welfare()))
                .withMessageContaining("cells");
    }

    /** Numbers that no double holds, with different denominators. */
    @Test
    void payoffsOfAnyLengthAreExact() {
        BigFraction best = new BigFraction(new BigInteger("1234567890123456789012345678901"), BigInteger.valueOf(7));
        RationalGame wide = RationalGame.of(GameForm.of(2), (player, a) -> a[0] == 0 ? f(1, 3) : best);
        assertThat(ExactCorrelatedSolver.of(CorrelatedNotion.CORRELATED)
                        .solve(wide, CorrelatedObjective.welfare())
                        .value())
                .isEqualTo(best);
        // Chicken in units of its own for each player: the equilibrium is that of chicken, the payoffs are in the
        // units.
        BigFraction[] units = {
            new BigFraction(new BigInteger("98765432109876543210987"), BigInteger.valueOf(1009)), f(1, 30_030)
        };
        long[][] rows = {{6, 2}, {7, 0}};
        RationalGame chicken = RationalGame.of(
                GameForm.of(2, 2), (player, a) -> units[player].multiply(rows[a[player]][a[1 - player]]));
        ExactCorrelatedEquilibrium most = ExactCorrelatedSolver.of(CorrelatedNotion.CORRELATED)
                .solve(chicken, CorrelatedObjective.weighted(0, 1));
        assertThat(most.value()).isEqualTo(units[1].multiply(7));
        assertThat(most.distribution().probability(0, 1)).isEqualTo(BigFraction.ONE);
        ExactCorrelatedEquilibrium fair =
                ExactCorrelatedSolver.of(CorrelatedNotion.CORRELATED).solve(chicken, CorrelatedObjective.maximin());
        assertThat(fair.value()).isEqualTo(units[1].multiply(7));
    }

    /** The exact optimum is that of the doubles, on games that were too large before: ten actions and three players. */
    @Test
    void largeGamesAreExact() {
        Random random = new Random(3);
        for (int[] shape : new int[][] {{10, 10}, {3, 3, 3}, {4, 4, 4}}) {
            for (int size : new int[] {1, 100}) {
                GameForm form = GameForm.of(shape);
                double[][] payoffs = new double[shape.length][form.profiles()];
                for (int index = 0; index < form.profiles(); index++) {
                    int common = random.nextInt(-size, size + 1);
                    for (int i = 0; i < shape.length; i++) {
                        // Nearly zero-sum, so that few profiles are equilibria by themselves.
                        payoffs[i][index] = (i % 2 == 0 ? common : -common) + random.nextInt(2);
                    }
                }
                NormalFormGame game = NormalFormGame.of(form, payoffs);
                for (CorrelatedNotion notion : CorrelatedNotion.values()) {
                    for (CorrelatedObjective objective :
                            List.of(CorrelatedObjective.welfare(), CorrelatedObjective.maximin())) {
                        ExactCorrelatedEquilibrium exact =
                                ExactCorrelatedSolver.of(notion).solve(RationalGame.exactly(game), objective);
                        double rounded = CorrelatedSolver.of(notion)
                                .solve(game, objective)
                                .value();
                        assertThat(exact.value().doubleValue()).isCloseTo(rounded, within(1e-9 * size));
                        assertThat(exact.certificate().exactGap()).isEqualTo(BigFraction.ZERO);
                    }
                }
            }
        }
    }
}
