// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.linear.ExactOutcome;
import org.hindsight.core.linear.ExactSimplex;
import org.hindsight.core.linear.LinearProgram;

class MatrixGameSolverProperties {
    private static final MatrixGameSolver SOLVER = new MatrixGameSolver();

    /** 15,000 games of all kinds; what the two strategies guarantee is computed here by the definition. */
    @Example
    void guaranteesMeet() {
        fuzz(1, 15_000, 9);
    }

    @Example
    @Tag("slow")
    void guaranteesMeetInManyGames() {
        fuzz(2, 2_000_000, 12);
        fuzz(3, 50_000, 60);
    }

    private static void fuzz(long seed, int games, int largestSide) {
        Random random = new Random(seed);
        for (int k = 0; k < games; k++) {
            int m = random.nextInt(1, largestSide + 1);
            int n = random.nextInt(1, largestSide + 1);
            double[][] payoffs = Games.any(random, m, n);
            MatrixGameSolution answer = SOLVER.solve(MatrixGame.of(payoffs));
            double slack = 1e-11 * Math.max(1e-300, Games.range(payoffs));
            double lower = Games.earnedByWorstColumn(payoffs, answer.rowStrategy());
            double upper = Games.earnedByBestRow(payoffs, answer.columnStrategy());
            if (answer.status() != SolveStatus.OPTIMAL
                    || !(Math.abs(upper - lower) <= slack)
                    || !(Math.abs(answer.value() - lower) <= slack)) {
                throw new AssertionError(Arrays.deepToString(payoffs) + " " + answer);
            }
        }
    }

    @Property(tries = 1000)
    void envelopeIsRightOnTwoRows(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int n) {
        double[][] payoffs = Games.any(new Random(seed), 2, n);
        double expected = Games.valueOfTwoRows(payoffs);
        MatrixGameSolution answer = SOLVER.solve(MatrixGame.of(payoffs));
        assertThat(answer.value()).isCloseTo(expected, within(1e-12));
        assertThat(answer.method()).isIn("envelope of lines", "pure strategies");
        MatrixGameSolution mirrored = SOLVER.solve(MatrixGame.of(Games.negativeTranspose(payoffs)));
        assertThat(mirrored.value()).isCloseTo(-expected, within(1e-12));
    }

    @Property(tries = 1000)
    void valueIsThatOfExactArithmetic(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int m,
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 9) int size) {
        double[][] payoffs = Games.integers(new Random(seed), m, n, size);
        double[] objective = new double[m + 1];
        objective[m] = 1;
        LinearProgram.Builder builder = LinearProgram.maximise(objective).free(m);
        for (int j = 0; j < n; j++) {
            double[] row = new double[m + 1];
            for (int i = 0; i < m; i++) {
                row[i] = -payoffs[i][j];
            }
            row[m] = 1;
            builder.atMost(row, 0);
        }
        double[] sum = new double[m + 1];
        Arrays.fill(sum, 0, m, 1);
        ExactOutcome exact = ExactSimplex.solve(builder.equalTo(sum, 1).build());
        assertThat(SOLVER.solve(MatrixGame.of(payoffs)).value())
                .isCloseTo(((ExactOutcome.Optimal) exact).value().doubleValue(), within(1e-12 * size));
    }

    /** A guarantee slightly below the value is feasible for the row player, one slightly above is not. */
    @Property(tries = 1000)
    void theOtherKernelAgrees(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int m, @ForAll @IntRange(min = 1, max = 10) int n) {
        double[][] payoffs = Games.any(new Random(seed), m, n);
        double value = SOLVER.solve(MatrixGame.of(payoffs)).value();
        SimplexDomainSolver other = new SimplexDomainSolver();
        assertThat(other.solve(guarantee(payoffs, value - 1e-6)).status()).isEqualTo(SolveStatus.OPTIMAL);
        assertThat(other.solve(guarantee(payoffs, value + 1e-6)).status()).isEqualTo(SolveStatus.INFEASIBLE);
    }

    private static SimplexDomainProgram guarantee(double[][] payoffs, double level) {
        double[][] rows = Games.negativeTranspose(payoffs);
        double[] sides = new double[rows.length];
        Arrays.fill(sides, -level);
        return SimplexDomainProgram.of(new double[payoffs.length], rows, sides);
    }

    @Property
    void valueFollowsTheGame(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 10) int m,
            @ForAll @IntRange(min = 1, max = 10) int n,
            @ForAll @IntRange(min = -6, max = 6) int power) {
        Random random = new Random(seed);
        double[][] payoffs = Games.any(random, m, n);
        double value = SOLVER.solve(MatrixGame.of(payoffs)).value();
        double factor = Math.pow(10, power);
        assertThat(SOLVER.solve(MatrixGame.of(Games.affine(payoffs, factor, 0))).value())
                .isCloseTo(factor * value, within(1e-11 * factor));
        assertThat(SOLVER.solve(MatrixGame.of(Games.affine(payoffs, 1, 1e6))).value())
                .isCloseTo(1e6 + value, within(1e-8));
        assertThat(SOLVER.solve(MatrixGame.of(Games.negativeTranspose(payoffs))).value())
                .isCloseTo(-value, within(1e-11));
        double[][] moved = Games.affine(payoffs, 1, 0);
        for (double[] row : moved) {
            for (int j = 0; j < n; j++) {
                row[j] += 0.1 * (2 * random.nextDouble() - 1);
            }
        }
        assertThat(SOLVER.solve(MatrixGame.of(moved)).value()).isCloseTo(value, within(0.1));
    }

    @Property(tries = 50)
    void aSolverKeepsNothingButItsArrays(@ForAll long seed) {
        Random random = new Random(seed);
        MatrixGameSolver used = new MatrixGameSolver();
        for (int k = 0; k < 10; k++) {
            MatrixGame game = MatrixGame.of(Games.any(random, random.nextInt(1, 12), random.nextInt(1, 12)));
            assertThat(used.solve(game)).isEqualTo(new MatrixGameSolver().solve(game));
        }
    }
}
