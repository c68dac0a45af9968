// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import org.hindsight.games.GameForm;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.ZeroSumGame;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ZeroSumSolverTest {
    private static BigFraction f(int p, int q) {
        return new BigFraction(p, q);
    }

    private static void unique(double[][] payoffs, BigFraction value, List<BigFraction> row, List<BigFraction> column) {
        RationalGame game = MatrixSamples.exact(payoffs);
        ExactZeroSumSolution exact = ExactZeroSumSolver.solve(game);
        assertThat(exact.value()).isEqualTo(value);
        assertThat(exact.row()).isEqualTo(row);
        assertThat(exact.column()).isEqualTo(column);
        OptimalStrategies all = OptimalStrategies.of(game);
        assertThat(all.isUnique()).isTrue();
        assertThat(all.rows()).containsExactly(row);
        assertThat(all.columns()).containsExactly(column);
        ZeroSumSolution close = ZeroSumSolver.standard().solve(ZeroSumGame.of(payoffs));
        assertThat(close.value()).isCloseTo(value.doubleValue(), within(1e-12));
        for (int i = 0; i < row.size(); i++) {
            assertThat(close.row().probability(i)).isCloseTo(row.get(i).doubleValue(), within(1e-12));
        }
        for (int j = 0; j < column.size(); j++) {
            assertThat(close.column().probability(j)).isCloseTo(column.get(j).doubleValue(), within(1e-12));
        }
        assertThat(close.certificate().gap()).isLessThan(1e-12);
    }

    @Test
    void textbookGames() {
        List<BigFraction> twoFifths = List.of(f(2, 5), f(3, 5));
        unique(new double[][] {{2, -1}, {-1, 1}}, f(1, 5), twoFifths, twoFifths);
        List<BigFraction> skew = List.of(f(1, 2), f(1, 6), f(1, 3));
        unique(new double[][] {{0, -2, 1}, {2, 0, -3}, {-1, 3, 0}}, BigFraction.ZERO, skew, skew);
        unique(new double[][] {{7}}, f(7, 1), List.of(BigFraction.ONE), List.of(BigFraction.ONE));
    }

    @Test
    void segmentOfOptimalRows() {
        RationalGame game = MatrixSamples.exact(new double[][] {{1, 4}, {3, 2}, {0, 5}});
        OptimalStrategies all = OptimalStrategies.of(game);
        assertThat(all.value()).isEqualTo(f(5, 2));
        assertThat(all.isUnique()).isFalse();
        assertThat(all.rows())
                .containsExactly(
                        List.of(f(1, 4), f(3, 4), BigFraction.ZERO), List.of(BigFraction.ZERO, f(5, 6), f(1, 6)));
        assertThat(all.columns()).containsExactly(List.of(f(1, 2), f(1, 2)));
        RationalProfile widest = all.ofMaximalSupport();
        assertThat(widest.strategy(0)).containsExactly(f(1, 8), f(19, 24), f(1, 12));
    }

    /** Everything is optimal: the extreme points are the pure strategies. */
    @Test
    void equalPayoffs() {
        OptimalStrategies all = OptimalStrategies.of(MatrixSamples.exact(new double[][] {{3, 3, 3}, {3, 3, 3}}));
        assertThat(all.value()).isEqualTo(f(3, 1));
        assertThat(all.rows()).hasSize(2);
        assertThat(all.columns()).hasSize(3);
        ZeroSumSolution close = ZeroSumSolver.standard().solve(ZeroSumGame.of(new double[][] {{3, 3, 3}, {3, 3, 3}}));
        assertThat(close.value()).isEqualTo(3);
        assertThat(close.certificate().gap()).isZero();
        FirstOrderSolution quick =
                FirstOrderSolver.optimisticHedge().solve(ZeroSumGame.of(new double[][] {{3, 3}}), 0, 10);
        assertThat(quick.reached()).isTrue();
        assertThat(quick.rounds()).isEqualTo(1);
    }

    /** Fractions that no double holds, and a constant sum other than zero. */
    @Test
    void constantSumInThirds() {
        RationalGame game =
                RationalGame.of(GameForm.of(2, 2), (player, a) -> (player == 0) == (a[0] == a[1]) ? f(1, 3) : f(0, 1));
        ExactZeroSumSolution solution = ExactZeroSumSolver.solve(game);
        assertThat(solution.value()).isEqualTo(f(1, 6));
        assertThat(solution.row()).containsExactly(f(1, 2), f(1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ExactZeroSumSolver.solve(RationalGame.bimatrix(new long[][] {{1, 2}}, new long[][] {{1, 2}})))
                .withMessageContaining("same sum everywhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactZeroSumSolver.solve(RationalGame.of(GameForm.of(2), (player, a) -> f(1, 1))))
                .withMessageContaining("2 players");
        // No double holds these payoffs; the value of [[a, 0], [0, b]] is a b / (a + b).
        BigFraction a = new BigFraction(new BigInteger("1234567890123456789012345"));
        BigFraction b = new BigFraction(new BigInteger("1234567890123456789012346"), BigInteger.valueOf(3));
        RationalGame wide = RationalGame.of(GameForm.of(2, 2), (player, profile) -> {
            BigFraction own = profile[0] != profile[1] ? BigFraction.ZERO : profile[0] == 0 ? a : b;
            return player == 0 ? own : own.negate();
        });
        assertThat(ExactZeroSumSolver.solve(wide).value())
                .isEqualTo(a.multiply(b).divide(a.add(b)));
    }

    @Test
    void maximalLotteries() {
        // Rock, paper, scissors, and a well that beats rock and scissors and loses to paper.
        double[][] margins = {{0, -1, 1, -1}, {1, 0, -1, 1}, {-1, 1, 0, -1}, {1, -1, 1, 0}};
        MaximalLottery lottery = MaximalLottery.ofMargins(margins);
        // The well dominates the rock; paper, scissors and well are again a cycle.
        assertThat(lottery.lottery().toArray())
                .containsExactly(new double[] {0, 1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(lottery.certificate().gap()).isLessThan(1e-12);
        double[][] preferences = {{0.5, 0.6, 0.9}, {0.4, 0.5, 0.5}, {0.1, 0.5, 0.5}};
        assertThat(MaximalLottery.ofPreferences(preferences).lottery().probability(0))
                .isCloseTo(1, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximalLottery.ofMargins(new double[][] {{0, 1}, {1, 0}}))
                .withMessageContaining("margins[1][0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximalLottery.ofPreferences(new double[][] {{0.5, 0.6}, {0.6, 0.5}}))
                .withMessageContaining("must sum to 1");
    }

    @Test
    void aBudgetThatEndsIsReported() {
        ZeroSumGame game = ZeroSumGame.of(new double[][] {{2, -1}, {-1, 1}});
        FirstOrderSolution far = FirstOrderSolver.regretMatchingPlus().solve(game, 1e-12, 7);
        assertThat(far.reached()).isFalse();
        assertThat(far.rounds()).isEqualTo(7);
        assertThat(far.products()).isEqualTo(7 * 2 + 7 * 4);
        assertThat(far.certificate().gap()).isGreaterThan(1e-12);
        assertThatThrownBy(far::requireReached)
                .isInstanceOf(UncertifiedStrategiesException.class)
                .hasMessageContaining("in 7 rounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirstOrderSolver.extragradient().solve(game, -1, 7))
                .withMessageContaining("targetGap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirstOrderSolver.extragradient().solve(game, 0.1, 0))
                .withMessageContaining("maxRounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Extragradient.of(game, 0))
                .withMessageContaining("stepSize");
        assertThatThrownBy(() -> Extragradient.of(game, 1).average(new double[2], new double[2]))
                .isInstanceOf(IllegalStateException.class);
    }
}
