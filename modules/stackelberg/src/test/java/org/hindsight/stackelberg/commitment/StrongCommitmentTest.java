// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Worked examples of all solvers of bimatrix commitments, and what they refuse. */
class StrongCommitmentTest {
    private static final List<Function<BimatrixStackelbergGame, CommitmentSolution>> SOLVERS =
            List.of(StrongCommitment::solve, MultiplePrograms::solve, CorrelatedProgram::solve, LazyPrograms::solve);

    private static BimatrixStackelbergGame game(double[][] u, double[][] v) {
        return BimatrixStackelbergGame.of(u, v);
    }

    static List<Arguments> worked() {
        return List.of(
                Arguments.of(
                        game(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}}),
                        3.5,
                        new double[] {0.5, 0.5},
                        1,
                        3.5,
                        true),
                Arguments.of(
                        game(new double[][] {{2, 0, 0}, {1, 0, 0}}, new double[][] {{0, 2, 5}, {0, -1, -4}}),
                        4.0 / 3,
                        new double[] {1.0 / 3, 2.0 / 3},
                        0,
                        4.0 / 3,
                        false),
                Arguments.of(
                        game(new double[][] {{3, 9}, {9, 1}}, new double[][] {{0, 0}, {1, 8}}),
                        9.0,
                        new double[] {1, 0},
                        1,
                        9.0,
                        false),
                Arguments.of(
                        game(new double[][] {{0, 5}, {0, 0}}, new double[][] {{1, 1}, {1, 0}}),
                        5.0,
                        new double[] {1, 0},
                        1,
                        0.0,
                        true),
                Arguments.of(
                        game(new double[][] {{1, 0}}, new double[][] {{0, 0}}), 1.0, new double[] {1}, 0, 0.0, true));
    }

    @ParameterizedTest
    @MethodSource("worked")
    void findsTheStrongValue(
            BimatrixStackelbergGame game, double value, double[] x, int response, double weak, boolean attained) {
        for (Function<BimatrixStackelbergGame, CommitmentSolution> solver : SOLVERS) {
            CommitmentSolution solution = solver.apply(game);
            assertThat(solution.value()).as(solution.method()).isCloseTo(value, within(1e-12));
            assertThat(solution.commitment()).containsExactly(x, within(1e-12));
            assertThat(solution.response()).isEqualTo(response);
            assertThat(solution.certificate().bound()).isCloseTo(value, within(1e-12));
            assertThat(solution.certificate().gap()).isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("worked")
    void findsTheWeakValue(
            BimatrixStackelbergGame game, double value, double[] x, int response, double weak, boolean attained) {
        WeakCommitmentSolution solution = WeakCommitment.solve(game);
        assertThat(solution.value()).isCloseTo(weak, within(1e-12));
        assertThat(solution.certificate().bound()).isCloseTo(weak, within(1e-12));
        if (game.leaderPayoffAt(0, 0) == 3) {
            assertThat(solution.attained()).isFalse();
        }
    }

    @Test
    void theSecondExampleLosesItsResponseOnTheBoundary() {
        // At (1/3, 2/3) all three responses tie at 0, and the others bring the leader nothing.
        BimatrixStackelbergGame game =
                game(new double[][] {{2, 0, 0}, {1, 0, 0}}, new double[][] {{0, 2, 5}, {0, -1, -4}});
        WeakCommitmentSolution solution = WeakCommitment.solve(game);
        assertThat(solution.attained()).isFalse();
        double[] near = solution.commitment(1e-3);
        assertThat(game.leaderPayoff(near, 0)).isGreaterThan(4.0 / 3 - 2e-3);
        assertThat(game.followerPayoff(near, 0)).isGreaterThan(game.followerPayoff(near, 1));
    }

    @Test
    void relaxedValuesOfTheFirstExample() {
        BimatrixStackelbergGame game = game(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
        assertThat(StrongCommitment.relaxed(game, 0.1).value()).isCloseTo(3.55, within(1e-12));
        assertThat(StrongCommitment.relaxed(game, 0.2).value()).isCloseTo(3.6, within(1e-12));
        assertThat(StrongCommitment.relaxed(game, 5).value()).isCloseTo(4, within(1e-12));
        assertThatThrownBy(() -> StrongCommitment.relaxed(game, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("epsilon");
        assertThatThrownBy(() -> StrongCommitment.relaxed(game, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pureCommitments() {
        BimatrixStackelbergGame ties = game(new double[][] {{0, 5}, {0, 0}}, new double[][] {{1, 1}, {1, 0}});
        assertThat(PureCommitment.strong(ties)).isEqualTo(new PureCommitment(5, 0, 1));
        assertThat(PureCommitment.weak(ties)).isEqualTo(new PureCommitment(0, 0, 0));
        BimatrixStackelbergGame first = game(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
        assertThat(PureCommitment.strong(first)).isEqualTo(new PureCommitment(3, 1, 1));
    }

    @Test
    void saysWhichResponsesCannotBeInduced() {
        // The third column is worse than the mixture of the first two everywhere.
        BimatrixStackelbergGame game =
                game(new double[][] {{0, 0, 9}, {0, 1, 9}}, new double[][] {{4, 0, 1}, {0, 4, 1}});
        CommitmentSolution solution = MultiplePrograms.solve(game);
        assertThat(solution.statuses())
                .containsExactly(SolveStatus.OPTIMAL, SolveStatus.OPTIMAL, SolveStatus.INFEASIBLE);
        assertThat(solution.value()).isEqualTo(1);
        assertThat(solution.certificate().bound(2)).isLessThanOrEqualTo(1 + 1e-12);
        assertThat(LazyPrograms.solve(game).statuses().get(2)).isNotEqualTo(SolveStatus.OPTIMAL);
        assertThat(StrictInducibility.of(game, 2).margin()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void constantsOnColumnsOfTheFollowerChangeTheGame() {
        BimatrixStackelbergGame game = game(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
        BimatrixStackelbergGame changed = game(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0.5}, {0, 1.5}});
        assertThat(StrongCommitment.solve(changed).value())
                .isGreaterThan(StrongCommitment.solve(game).value() + 0.1);
    }

    @Test
    void hugeOffsetsAndScalesDoNotMatter() {
        // Payoffs are multiples of 2^-10, so that adding 1e9 loses nothing.
        RandomBimatrixGames.Matrices drawn = RandomBimatrixGames.draw(7, 6, RandomBimatrixGames.Family.UNIFORM, 99);
        double[][] u = new double[7][6];
        double[][] v = new double[7][6];
        double[][] shifted = new double[7][6];
        double[][] tiny = new double[7][6];
        double[][] huge = new double[7][6];
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 6; j++) {
                u[i][j] = Math.rint(drawn.leader()[i][j] * 1024) / 1024;
                v[i][j] = Math.rint(drawn.follower()[i][j] * 1024) / 1024;
                shifted[i][j] = v[i][j] + (i % 2 == 0 ? 1e9 : -1e9);
                tiny[i][j] = v[i][j] * 1e-9;
                huge[i][j] = v[i][j] * 1e9;
            }
        }
        double value = StrongCommitment.solve(game(u, v)).value();
        double weak = WeakCommitment.solve(game(u, v)).value();
        for (double[][] other : List.of(shifted, tiny, huge)) {
            for (Function<BimatrixStackelbergGame, CommitmentSolution> solver : SOLVERS) {
                assertThat(solver.apply(game(u, other)).value()).isCloseTo(value, within(1e-9));
            }
            assertThat(WeakCommitment.solve(game(u, other)).value()).isCloseTo(weak, within(1e-9));
        }
        double[][] moved = new double[7][6];
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 6; j++) {
                moved[i][j] = u[i][j] + 1e9;
            }
        }
        assertThat(StrongCommitment.solve(game(moved, shifted)).value()).isCloseTo(1e9 + value, within(1e-6));
        assertThat(WeakCommitment.solve(game(moved, shifted)).value()).isCloseTo(1e9 + weak, within(1e-6));
    }

    @Test
    void theCertificateSeesWhatIsWrong() {
        BimatrixStackelbergGame game = game(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
        CommitmentCertificate good = StrongCommitment.solve(game).certificate();
        double[][] prices = {{good.price(0, 0), good.price(0, 1)}, {good.price(1, 0), good.price(1, 1)}};
        double[][] none = {{}, {}};
        assertThat(CommitmentCertificate.of(game, 0, good.commitment(), 1, prices)
                        .gap())
                .isLessThan(1e-12);
        assertThat(CommitmentCertificate.of(game, 0, good.commitment(), 1, none).gap())
                .isGreaterThan(0.1);
        assertThat(CommitmentCertificate.of(game, 0, new double[] {0.6, 0.4}, 1, prices)
                        .gap())
                .isGreaterThan(0.05);
        assertThat(CommitmentCertificate.of(game, 0, new double[] {0.4, 0.6}, 1, prices)
                        .gap())
                .isGreaterThan(0.02);
        assertThat(CommitmentCertificate.of(game, 0, good.commitment(), 0, prices)
                        .gap())
                .isGreaterThan(0.1);
        prices[1][0] = -1;
        assertThat(CommitmentCertificate.of(game, 0, good.commitment(), 1, prices)
                        .gap())
                .isInfinite();
        assertThatThrownBy(() -> CommitmentCertificate.of(game, 0, new double[] {1, 1}, 1, none))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CommitmentCertificate.of(game, 0, new double[] {1, 0}, 2, none))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CommitmentCertificate.of(game, 0, new double[] {1, 0}, 1, new double[3][0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAProgramThatIsTooLarge() {
        RandomBimatrixGames.Matrices large = RandomBimatrixGames.draw(60, 60, RandomBimatrixGames.Family.UNIFORM, 1);
        assertThatThrownBy(() -> CorrelatedProgram.solve(large.game()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cells");
    }

    @Test
    void constantPayoffs() {
        BimatrixStackelbergGame flat = game(new double[][] {{3, 3}, {3, 3}}, new double[][] {{1, 1}, {1, 1}});
        for (Function<BimatrixStackelbergGame, CommitmentSolution> solver : SOLVERS) {
            assertThat(solver.apply(flat).value()).isEqualTo(3);
        }
        assertThat(WeakCommitment.solve(flat).value()).isEqualTo(3);
        assertThat(WeakCommitment.solve(flat).attained()).isTrue();
        assertThat(StrictInducibility.of(flat, 0).margin()).isInfinite();
        BimatrixStackelbergGame indifferent = game(new double[][] {{3, 1}, {0, 2}}, new double[][] {{1, 1}, {1, 1}});
        // Without a reason to choose, the weak follower plays a zero-sum game: 3a = a + 2(1 - a) at a = 1/2.
        assertThat(WeakCommitment.solve(indifferent).value()).isCloseTo(1.5, within(1e-12));
    }
}
