// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SimplexDomainSolverTest {
    private static final Offset<Double> ROUNDING = within(1e-14);
    private static final double[][] NONE = {};

    private final SimplexDomainSolver solver = new SimplexDomainSolver();

    @Test
    void solvesTheExampleOfItsDocumentation() {
        SimplexDomainSolution answer = optimum(
                SimplexDomainProgram.of(new double[] {3, 1, 0}, new double[][] {{1, 0, -1}}, new double[] {0.25}));
        assertThat(answer.value()).isCloseTo(1.875, ROUNDING);
        assertThat(answer.primal()).containsExactly(new double[] {0.625, 0, 0.375}, ROUNDING);
        assertThat(answer.dual()).containsExactly(new double[] {1.5}, ROUNDING);
        assertThat(answer.bound()).isCloseTo(1.875, ROUNDING);
    }

    /** The game of chicken: the best correlated equilibrium has welfare 21/2. */
    @Test
    void findsTheBestCorrelatedEquilibriumOfChicken() {
        double[][] a = {{6, 2}, {7, 0}};
        double[][] b = {{6, 7}, {2, 0}};
        SimplexDomainSolution answer = optimum(SimplexPrograms.correlatedEquilibrium(a, b));
        assertThat(answer.value()).isCloseTo(10.5, ROUNDING);
        assertThat(answer.primal()).containsExactly(new double[] {0.5, 0.25, 0.25, 0}, ROUNDING);
        SimplexDomainSolution worst = optimum(SimplexDomainProgram.of(
                new double[] {-12, -9, -9, 0},
                new double[][] {{1, -2, 0, 0}, {0, 0, -1, 2}, {1, 0, -2, 0}, {0, -1, 0, 2}},
                new double[4]));
        assertThat(worst.value()).isCloseTo(-7.2, ROUNDING);
        assertThat(worst.primal()).containsExactly(new double[] {0, 0.4, 0.4, 0.2}, ROUNDING);
    }

    @Test
    void takesTheFirstBestVertexWhereNothingBinds() {
        SimplexDomainSolution answer = optimum(SimplexDomainProgram.of(new double[] {1, 5, 5, 2}, NONE, new double[0]));
        assertThat(answer.value()).isEqualTo(5);
        assertThat(answer.primal()).containsExactly(0, 1, 0, 0);
        assertThat(answer.dual()).isEmpty();
        assertThat(answer.pivots()).isZero();
        assertThat(optimum(SimplexDomainProgram.of(
                                new double[] {1, 5, 5}, new double[][] {{0, 1, 0}}, new double[] {0}))
                        .primal())
                .containsExactly(0, 0, 1);
    }

    @Test
    void solvesProgramsOfOneVariable() {
        assertThat(optimum(SimplexDomainProgram.of(new double[] {7}, NONE, new double[0]))
                        .value())
                .isEqualTo(7);
        SimplexDomainProgram tight =
                SimplexDomainProgram.of(new double[] {7}, new double[][] {{2}, {-1}}, new double[] {2, 0});
        assertThat(optimum(tight).primal()).containsExactly(1);
        SimplexDomainProgram broken =
                SimplexDomainProgram.of(new double[] {7}, new double[][] {{2}, {-1}}, new double[] {1.5, 0});
        assertThat(solver.solve(broken).status()).isEqualTo(SolveStatus.INFEASIBLE);
    }

    @Test
    void solvesProgramsWhoseObjectiveSaysNothing() {
        double[] same = {3, 3, 3};
        double[][] rows = {{1, -1, 0}, {0, 1, -1}, {-1, 0, 1}};
        SimplexDomainSolution answer = optimum(SimplexDomainProgram.of(same, rows, new double[3]));
        assertThat(answer.value()).isEqualTo(3);
        assertThat(answer.primal()).containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, ROUNDING);
        assertThat(answer.gap()).isZero();
    }

    /** Nobody commits to a strategy to which a strictly dominated action is a best reply. */
    @Test
    void provesThatADominatedActionIsNoBestReply() {
        Random random = new Random(21);
        for (int repeat = 0; repeat < 200; repeat++) {
            int m = random.nextInt(1, 12);
            int n = random.nextInt(2, 12);
            double[][] leader = Games.any(random, m, n);
            double[][] follower = Games.any(random, m, n);
            int dominated = random.nextInt(n);
            int by = (dominated + 1 + random.nextInt(n - 1)) % n;
            for (double[] row : follower) {
                row[dominated] = row[by] - 0.001 - random.nextDouble();
            }
            SimplexDomainProgram program = SimplexPrograms.commitment(leader, follower, dominated);
            SimplexDomainSolution answer = solver.solve(program);
            assertThat(answer.status()).isEqualTo(SolveStatus.INFEASIBLE);
            assertThat(answer.value()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(answer.primal()).isEmpty();
            double[] u = answer.dual();
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int k = 0; k < u.length; k++) {
                    assertThat(u[k]).isNotNegative();
                    sum += u[k] * (program.coefficient(k, j) - program.rightHandSide(k));
                }
                assertThat(sum).isPositive();
            }
        }
    }

    /** Infeasible although every constraint alone can be satisfied. */
    @Test
    void provesThatConstraintsContradictEachOther() {
        SimplexDomainSolution answer = solver.solve(SimplexDomainProgram.of(
                new double[] {1, 2, 3}, new double[][] {{-1, 1, 0}, {1, -1, 0}, {0, 0, 1}}, new double[] {-0.1, -0.1, 5
                }));
        assertThat(answer.status()).isEqualTo(SolveStatus.INFEASIBLE);
        assertThat(answer.dual()[0]).isCloseTo(answer.dual()[1], within(1e-12));
        assertThat(answer.dual()[2]).isZero();
        assertThat(answer.claim()).isEqualTo("The program has no feasible point.");
    }

    @Test
    void cutsOffOnlyWhatIsBelowTheIncumbent() {
        SimplexDomainProgram program =
                SimplexDomainProgram.of(new double[] {3, 1, 0}, new double[][] {{1, 0, -1}}, new double[] {0.25});
        assertThat(solver.solveAbove(program, 1.8).status()).isEqualTo(SolveStatus.OPTIMAL);
        assertThat(solver.solveAbove(program, 1.875 - 1e-12).status()).isEqualTo(SolveStatus.OPTIMAL);
        assertThat(solver.solveAbove(program, Double.NEGATIVE_INFINITY)).isEqualTo(solver.solve(program));
        SimplexDomainSolution cut = solver.solveAbove(program, 1.9);
        assertThat(cut.status()).isEqualTo(SolveStatus.CUT_OFF);
        assertThat(cut.bound()).isBetween(1.875, 1.9);
        assertThat(cut.primal()).isEmpty();
        SimplexDomainSolution atOnce = solver.solveAbove(program, 3.5);
        assertThat(atOnce.status()).isEqualTo(SolveStatus.CUT_OFF);
        assertThat(atOnce.pivots()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solver.solveAbove(program, Double.NaN))
                .withMessage("incumbent must be below infinity, was NaN");
    }

    /** Extreme degeneracy: all payoffs in -1, 0, 1. */
    @Test
    void findsCorrelatedEquilibriaOfGamesOfSmallIntegers() {
        Random random = new Random(22);
        for (int n = 2; n <= 12; n++) {
            for (int repeat = 0; repeat < 10; repeat++) {
                SimplexDomainProgram program = SimplexPrograms.correlatedEquilibrium(
                        Games.integers(random, n, n, 1), Games.integers(random, n, n, 1));
                SimplexDomainSolution answer = optimum(program);
                assertThat(SimplexPrograms.violation(program, answer.primal())).isLessThan(1e-13);
                // Negated, the objective asks for the worst equilibrium, whose degeneracy is greater.
                SimplexDomainSolution worst = optimum(SimplexPrograms.rescaled(program, -1, 0, 1, 0));
                assertThat(-worst.value()).isLessThanOrEqualTo(answer.value() + 1e-12);
            }
        }
    }

    @Test
    void isNotMisledByOffsetsAndUnits() {
        Random random = new Random(23);
        for (int repeat = 0; repeat < 60; repeat++) {
            int n = random.nextInt(2, 6);
            SimplexDomainProgram program = SimplexPrograms.correlatedEquilibrium(
                    Games.integers(random, n, n, 1 + repeat % 9), Games.integers(random, n, n, 1 + repeat % 9));
            double value = optimum(program).value();
            double size = 1 + repeat % 9;
            for (double unit : new double[] {1e-9, 1e-6, 1e6, 1e9}) {
                assertThat(optimum(SimplexPrograms.rescaled(program, unit, 0, 1 / unit, 0))
                                        .value()
                                / unit)
                        .isCloseTo(value, within(1e-11 * size));
            }
            SimplexDomainSolution shifted = optimum(SimplexPrograms.rescaled(program, 1, 1e9, 1, 1e6));
            assertThat(shifted.value() - 1e9).isCloseTo(value, within(1e-6));
            double[] x = shifted.primal();
            double own = 0;
            for (int j = 0; j < x.length; j++) {
                own += x[j] * program.objective(j);
            }
            assertThat(own).isCloseTo(value, within(1e-10 * size));
        }
    }

    /** A basis that is rebuilt from the program is the basis that was reached. */
    @Test
    void refactorsWhereItStands() {
        Random random = new Random(24);
        for (int repeat = 0; repeat < 50; repeat++) {
            SimplexDomainProgram program = SimplexPrograms.planted(
                            random, 3 + random.nextInt(10), 3 + random.nextInt(10))
                    .program();
            SimplexDomainTableau tableau = new SimplexDomainTableau();
            tableau.begin(program);
            int limit = random.nextInt(10);
            while (tableau.join(program) > 0
                    && tableau.dual(limit, Double.NEGATIVE_INFINITY, () -> false)
                            == SimplexDomainTableau.Ended.FEASIBLE) {
                assertThat(tableau.joined()).isPositive();
            }
            double[] x = new double[program.variables()];
            double[] y = new double[program.constraints()];
            tableau.readPoint(x);
            tableau.readMultipliers(false, y);
            assertThat(tableau.refactor(program)).isTrue();
            double[] again = new double[x.length];
            tableau.readPoint(again);
            assertThat(again).containsExactly(x, within(1e-10));
            again = new double[y.length];
            tableau.readMultipliers(false, again);
            assertThat(again).containsExactly(y, within(1e-9));
        }
    }

    /** Nothing is claimed where numbers overflow on the way. */
    @Test
    void refusesWhatOverflows() {
        SimplexDomainProgram program = SimplexDomainProgram.of(
                new double[] {1, 0, 0}, new double[][] {{1e308, -1e308, 1}, {1, 1, -1e308}}, new double[2]);
        assertThat(solver.solve(program).status()).isIn(SolveStatus.OPTIMAL, SolveStatus.NUMERICAL_FAILURE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimplexDomainProgram.of(new double[] {1e308, -1e308}, NONE, new double[0]))
                .withMessage("largest minus smallest objective = Infinity must be finite");
        program = SimplexDomainProgram.of(new double[] {1, 0}, new double[][] {{1e308, -1e308}}, new double[] {-1e308});
        assertThat(solver.solve(program).status()).isEqualTo(SolveStatus.NUMERICAL_FAILURE);
    }

    @Test
    void measuresWhatOthersFound() {
        SimplexDomainProgram program =
                SimplexDomainProgram.of(new double[] {3, 1, 0}, new double[][] {{1, 0, -1}}, new double[] {0.25});
        double[] x = {0.625, 0, 0.375};
        assertThat(SimplexDomainSolution.measured(program, x, new double[] {1.5}, 0, "hand")
                        .status())
                .isEqualTo(SolveStatus.OPTIMAL);
        SimplexDomainSolution loose =
                SimplexDomainSolution.measured(program, new double[] {0.6, 0, 0.4}, new double[] {1.5}, 0, "hand");
        assertThat(loose.status()).isEqualTo(SolveStatus.NUMERICAL_FAILURE);
        assertThat(loose.gap()).isCloseTo(0.025, ROUNDING);
        SimplexDomainSolution outside =
                SimplexDomainSolution.measured(program, new double[] {1, 0, 0}, new double[] {1.5}, 0, "hand");
        assertThat(outside.status()).isEqualTo(SolveStatus.NUMERICAL_FAILURE);
        assertThat(outside.violation()).isCloseTo(0.6, ROUNDING);
        SimplexDomainSolution wrongSign =
                SimplexDomainSolution.measured(program, x.clone(), new double[] {-1.5}, 0, "hand");
        assertThat(wrongSign.status()).isEqualTo(SolveStatus.NUMERICAL_FAILURE);
        SimplexDomainSolution unproven =
                SimplexDomainSolution.measured(program, x.clone(), new double[] {0}, 0, "hand");
        assertThat(unproven.status()).isEqualTo(SolveStatus.NUMERICAL_FAILURE);
        assertThat(unproven.gap()).isCloseTo(0.375, ROUNDING);
        for (double multiplier : new double[] {0, 1e-9, 0.5, 1, -1}) {
            assertThat(SimplexDomainSolution.infeasible(program, new double[] {multiplier}, 0, "hand")
                            .status())
                    .isEqualTo(SolveStatus.NUMERICAL_FAILURE);
        }
    }

    @Test
    void refusesWhatIsNoProgram() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimplexDomainProgram.of(new double[0], NONE, new double[0]))
                .withMessage("objective.length must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimplexDomainProgram.of(new double[2], new double[][] {{1}}, new double[1]))
                .withMessage("rows[0] has length 1, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimplexDomainProgram.view(
                        new double[2], new double[] {1, 2, 3, Double.NaN, 0, 0}, new double[3]))
                .withMessage("coefficient[1][1] = NaN must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimplexDomainProgram.view(new double[2], new double[3], new double[1]))
                .withMessage("coefficients has length 3, expected 1 * 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimplexDomainProgram.of(
                        new double[2], new double[1][2], new double[] {Double.NEGATIVE_INFINITY}))
                .withMessage("rightHandSides[0] = -Infinity must be finite");
    }

    private SimplexDomainSolution optimum(SimplexDomainProgram program) {
        SimplexDomainSolution answer = solver.solve(program);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(SolveStatus.OPTIMAL);
        return answer;
    }
}
