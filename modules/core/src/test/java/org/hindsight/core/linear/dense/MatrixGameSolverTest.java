// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MatrixGameSolverTest {
    private static final Offset<Double> ROUNDING = within(1e-14);

    private final MatrixGameSolver solver = new MatrixGameSolver();

    @Test
    void solvesTwoByTwo() {
        MatrixGameSolution answer = optimum(new double[][] {{2, -1}, {-1, 1}});
        assertThat(answer.value()).isCloseTo(0.2, ROUNDING);
        assertThat(answer.rowStrategy()).containsExactly(new double[] {0.4, 0.6}, ROUNDING);
        assertThat(answer.columnStrategy()).containsExactly(new double[] {0.4, 0.6}, ROUNDING);
    }

    @Test
    void solvesAWeightedRockPaperScissors() {
        MatrixGameSolution answer = optimum(new double[][] {{0, -2, 1}, {2, 0, -3}, {-1, 3, 0}});
        double[] strategy = {0.5, 1.0 / 6, 1.0 / 3};
        assertThat(answer.value()).isCloseTo(0, ROUNDING);
        assertThat(answer.rowStrategy()).containsExactly(strategy, ROUNDING);
        assertThat(answer.columnStrategy()).containsExactly(strategy, ROUNDING);
    }

    /** The row player's optimal strategies form a segment. */
    @Test
    void solvesADegenerateGame() {
        double[][] payoffs = {{1, 4}, {3, 2}, {0, 5}};
        MatrixGameSolution answer = optimum(payoffs);
        assertThat(answer.value()).isCloseTo(2.5, ROUNDING);
        assertThat(answer.columnStrategy()).containsExactly(new double[] {0.5, 0.5}, ROUNDING);
        assertThat(Games.earnedByWorstColumn(payoffs, answer.rowStrategy())).isCloseTo(2.5, ROUNDING);
    }

    @Test
    void solvesGamesInWhichSomebodyHasNoChoice() {
        assertThat(optimum(new double[][] {{7}}).value()).isEqualTo(7);
        MatrixGameSolution row = optimum(new double[][] {{3, -2, 5, -2}});
        assertThat(row.value()).isEqualTo(-2);
        assertThat(row.columnStrategy()).containsExactly(0, 1, 0, 0);
        MatrixGameSolution column = optimum(new double[][] {{3}, {-2}, {5}});
        assertThat(column.value()).isEqualTo(5);
        assertThat(column.rowStrategy()).containsExactly(0, 0, 1);
    }

    @Test
    void solvesGamesInWhichNothingMatters() {
        double[][] payoffs = new double[4][6];
        for (double[] row : payoffs) {
            Arrays.fill(row, 0.1);
        }
        MatrixGameSolution answer = optimum(payoffs);
        assertThat(answer.value()).isEqualTo(0.1);
        assertThat(answer.gap()).isZero();
    }

    /** Skew-symmetric with odd entries: value zero, and one equilibrium, which both players share. */
    @Test
    void solvesTournamentGames() {
        Random random = new Random(11);
        for (int n = 3; n <= 61; n += n < 15 ? 1 : 23) {
            for (int repeat = 0; repeat < 20; repeat++) {
                double[][] payoffs = new double[n][n];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < i; j++) {
                        payoffs[i][j] = 2 * random.nextInt(-2, 2) + 1;
                        payoffs[j][i] = -payoffs[i][j];
                    }
                }
                MatrixGameSolution answer = optimum(payoffs);
                assertThat(answer.value()).isCloseTo(0, within(1e-11));
                assertThat(answer.rowStrategy()).containsExactly(answer.columnStrategy(), within(1e-9));
                assertThat(Arrays.stream(answer.rowStrategy())
                                        .filter(p -> p > 1e-9)
                                        .count()
                                % 2)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void isNotMisledByOffsetsAndUnits() {
        Random random = new Random(12);
        for (int power = -9; power <= 9; power++) {
            double[][] payoffs = Games.integers(random, 12, 9, 40);
            double value = optimum(payoffs).value();
            double unit = Math.pow(10, power);
            assertThat(optimum(Games.affine(payoffs, unit, 0)).value() / unit).isCloseTo(value, within(1e-12 * 80));
            // Whole numbers up to 2^53 are exact, so the offset changes nothing but the last bits of the value.
            assertThat(optimum(Games.affine(payoffs, 1, 1e9)).value() - 1e9).isCloseTo(value, within(2e-7));
            MatrixGameSolution shifted = optimum(Games.affine(payoffs, 1, -1e9));
            assertThat(Games.earnedByWorstColumn(payoffs, shifted.rowStrategy()))
                    .isCloseTo(value, within(1e-11));
            assertThat(Games.earnedByBestRow(payoffs, shifted.columnStrategy())).isCloseTo(value, within(1e-11));
        }
        assertThat(optimum(new double[][] {{1e308, 0, 0}, {0, 5e307, 0}, {0, 0, 5e307}})
                        .value())
                .isCloseTo(2e307, within(1e295));
        double small = 1e-290;
        assertThat(optimum(new double[][] {{small, 0, 0}, {0, small, 0}, {0, 0, small}})
                        .rowStrategy())
                .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, ROUNDING);
        // A third of the smallest number is zero: nothing can be measured in such units, and nothing is claimed.
        double tiny = Double.MIN_VALUE;
        MatrixGame unmeasurable = MatrixGame.of(new double[][] {{tiny, 0, 0}, {0, tiny, 0}, {0, 0, tiny}});
        assertThat(solver.solve(unmeasurable).status()).isEqualTo(SolveStatus.NUMERICAL_FAILURE);
    }

    @Test
    void solvesLargeDegenerateGames() {
        Random random = new Random(13);
        for (int n : new int[] {60, 120}) {
            optimum(Games.integers(random, n, n, 1));
            optimum(Games.integers(random, n, 2 * n, 1));
            optimum(Games.integers(random, 2 * n, n / 2, 2));
            double[][] identity = new double[n][n];
            for (int i = 0; i < n; i++) {
                identity[i][i] = 1;
            }
            assertThat(optimum(identity).value()).isCloseTo(1.0 / n, ROUNDING);
        }
    }

    /** The number of pivots that the pricing is there for: about 100 on uniform games of 100 by 100. */
    @Test
    void pivotsFewTimes() {
        Random random = new Random(14);
        int pivots = 0;
        for (int repeat = 0; repeat < 10; repeat++) {
            double[] payoffs = random.doubles(10_000, -1, 1).toArray();
            MatrixGameSolution answer = solver.solve(MatrixGame.view(100, 100, payoffs));
            assertThat(answer.status()).isEqualTo(SolveStatus.OPTIMAL);
            pivots += answer.pivots();
        }
        assertThat(pivots).isBetween(700, 1400);
    }

    @Test
    @Tag("slow")
    void solvesGamesOfAThousandActions() {
        double[] payoffs = new Random(15).doubles(1_000_000, -1, 1).toArray();
        MatrixGameSolution answer = solver.solve(MatrixGame.view(1000, 1000, payoffs));
        assertThat(answer.status()).isEqualTo(SolveStatus.OPTIMAL);
        assertThat(answer.gap()).isLessThan(1e-11);
        assertThat(answer.pivots()).isLessThan(4000);
    }

    /** A basis that is rebuilt from the payoffs is the basis that was reached. */
    @Test
    void refactorsWhereItStands() {
        Random random = new Random(16);
        for (int repeat = 0; repeat < 50; repeat++) {
            int m = random.nextInt(3, 12);
            int n = random.nextInt(3, 12);
            MatrixGame game = MatrixGame.of(m, n, random.doubles((long) m * n).toArray());
            MatrixGameTableau tableau = new MatrixGameTableau();
            tableau.begin(game, 0, 1);
            assertThat(tableau.optimise(random.nextInt(8))).isIn(true, false);
            int side = Math.max(m, n);
            double[] rows = new double[side];
            double[] columns = new double[side];
            tableau.read(rows, columns);
            double[] rowsAgain = new double[side];
            double[] columnsAgain = new double[side];
            assertThat(tableau.refactor(game)).isTrue();
            tableau.read(rowsAgain, columnsAgain);
            assertThat(rowsAgain).containsExactly(rows, within(1e-11));
            assertThat(columnsAgain).containsExactly(columns, within(1e-11));
        }
    }

    @Test
    void measuresStrategiesThatOthersFound() {
        MatrixGame pennies = MatrixGame.of(2, 2, 1, -1, -1, 1);
        MatrixGameSolution bad =
                MatrixGameSolution.measured(pennies, new double[] {1, 0}, new double[] {0.5, 0.5}, 3, "guess");
        assertThat(bad.status()).isEqualTo(SolveStatus.NUMERICAL_FAILURE);
        assertThat(bad.lower()).isEqualTo(-1);
        assertThat(bad.upper()).isEqualTo(0);
        assertThat(bad.gap()).isEqualTo(0.5);
        MatrixGameSolution good =
                MatrixGameSolution.measured(pennies, new double[] {0.5, 0.5}, new double[] {0.5, 0.5}, 3, "guess");
        assertThat(good.status()).isEqualTo(SolveStatus.OPTIMAL);
        assertThat(good).isNotEqualTo(bad).hasToString(good.toString());
        assertThat(good.claim()).isEqualTo("The value of the game lies between 0.0 and 0.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixGameSolution.measured(
                        pennies, new double[] {0.5, 0.4}, new double[] {0.5, 0.5}, 3, "guess"))
                .withMessageContaining("rowStrategy must sum to 1");
    }

    @Test
    void refusesWhatIsNoGame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixGame.of(new double[][] {{1, 2}, {3, Double.NaN}}))
                .withMessage("payoffs[1][1] = NaN must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixGame.view(2, 2, new double[] {1, 2, Double.POSITIVE_INFINITY, 4}))
                .withMessage("payoff[1][0] = Infinity must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixGame.of(2, 2, 1, 2, 3))
                .withMessage("payoffs has length 3, expected 2 * 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixGame.of(0, 2))
                .withMessage("rows must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixGame.of(1, 2, 1e308, -1e308))
                .withMessage("largest minus smallest payoff = Infinity must be finite");
    }

    private MatrixGameSolution optimum(double[][] payoffs) {
        MatrixGameSolution answer = solver.solve(MatrixGame.of(payoffs));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(SolveStatus.OPTIMAL);
        assertThat(answer.gap()).isLessThanOrEqualTo(MatrixGameSolver.TOLERANCE);
        return answer;
    }
}
