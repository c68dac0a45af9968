// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.linear.dense.MatrixGame;
import org.hindsight.core.linear.dense.MatrixGameSolution;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;

class KernelBackendProperties {
    private static final LinearProgramSolver STANDARD = LinearProgramSolver.standard();
    private static final LinearProgramSolver GENERAL =
            STANDARD.withBackends(OjAlgoBackend.dual(), OjAlgoBackend.tableau(), new ExactBackend());

    /**
     * A matrix game in disguise: the value variable anywhere, of either sign, in either sense; inequalities multiplied by
     * factors of either sign, with constants on the right; strategies that add up to anything.
     */
    @Property(tries = 500)
    void recognisesMatrixGames(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int m,
            @ForAll @IntRange(min = 1, max = 7) int n,
            @ForAll boolean maximise) {
        Random random = new Random(seed);
        int value = random.nextInt(m + 1);
        int equality = random.nextInt(n + 1);
        // The direction in which the value variable improves the objective.
        double gain = (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
        double direction = Math.signum(maximise ? gain : -gain);
        double[] objective = new double[m + 1];
        objective[value] = gain;
        LinearProgram.Builder builder =
                (maximise ? LinearProgram.maximise(objective) : LinearProgram.minimise(objective)).free(value);
        for (int k = 0; k <= n; k++) {
            double[] row = new double[m + 1];
            double factor = (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
            if (k == equality) {
                Arrays.fill(row, factor);
                row[value] = 0;
                builder.equalTo(row, factor * (1 + random.nextInt(2)));
            } else {
                for (int j = 0; j <= m; j++) {
                    row[j] = factor * random.nextInt(-3, 4);
                }
                row[value] = factor * direction;
                builder.constrain(
                        row, factor > 0 ? Relation.AT_MOST : Relation.AT_LEAST, factor * random.nextInt(-2, 3));
            }
        }
        LinearProgram program = builder.build();
        LinearProgramResult.Optimal answer = STANDARD.solve(program).optimal();
        assertThat(answer.backend()).isEqualTo("matrix game kernel");
        agrees(answer, program);
    }

    /** The same for programs over the simplex, feasible or not. */
    @Property(tries = 500)
    void recognisesSimplexDomains(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(max = 6) int rows,
            @ForAll boolean maximise) {
        Random random = new Random(seed);
        int equality = random.nextInt(rows + 1);
        double[] objective = new double[n];
        Arrays.setAll(objective, j -> random.nextInt(-3, 4));
        LinearProgram.Builder builder =
                maximise ? LinearProgram.maximise(objective) : LinearProgram.minimise(objective);
        for (int k = 0; k <= rows; k++) {
            double[] row = new double[n];
            if (k == equality) {
                double factor = (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
                Arrays.fill(row, factor);
                builder.equalTo(row, factor * (1 + random.nextInt(2)));
            } else {
                // No row is empty, as bounds would decide that one.
                Arrays.setAll(row, j -> random.nextInt(-3, 4));
                row[random.nextInt(n)] = random.nextBoolean() ? 1 : -2;
                builder.constrain(
                        row, random.nextBoolean() ? Relation.AT_MOST : Relation.AT_LEAST, random.nextInt(-2, 3));
            }
        }
        if (random.nextInt(3) == 0) {
            builder.bounds(0, 0, 2);
        }
        LinearProgram program = builder.build();
        LinearProgramResult answer = STANDARD.solve(program);
        assertThat(answer.backend()).isEqualTo("simplex domain kernel");
        ExactOutcome exact = ExactSimplex.solve(program);
        assertThat(answer.getClass().getSimpleName()).isEqualTo(exact.getClass().getSimpleName());
        if (answer instanceof LinearProgramResult.Optimal optimal) {
            agrees(optimal, program);
        }
    }

    /** The least of some terms over a simplex with further constraints, in disguise, feasible or not. */
    @Property(tries = 500)
    void recognisesLeastTerms(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(min = 1, max = 3) int terms,
            @ForAll @IntRange(min = 1, max = 4) int others,
            @ForAll boolean maximise) {
        Random random = new Random(seed);
        int least = random.nextInt(n + 1);
        int equality = random.nextInt(terms + others + 1);
        double gain = (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
        double direction = Math.signum(maximise ? gain : -gain);
        double[] objective = new double[n + 1];
        objective[least] = gain;
        LinearProgram.Builder builder =
                (maximise ? LinearProgram.maximise(objective) : LinearProgram.minimise(objective)).free(least);
        for (int k = 0, terms0 = terms; k <= terms + others; k++) {
            double[] row = new double[n + 1];
            double factor = (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
            if (k == equality) {
                Arrays.fill(row, factor);
                row[least] = 0;
                builder.equalTo(row, factor * (1 + random.nextInt(2)));
                continue;
            }
            for (int j = 0; j <= n; j++) {
                row[j] = factor * random.nextInt(-3, 4);
            }
            row[least] = terms0-- > 0 ? factor * direction : 0;
            // No row is empty, as bounds would decide that one.
            row[least == 0 ? 1 : 0] = factor;
            builder.constrain(row, factor > 0 ? Relation.AT_MOST : Relation.AT_LEAST, factor * random.nextInt(-1, 3));
        }
        LinearProgram program = builder.build();
        LinearProgramResult answer = STANDARD.solve(program);
        assertThat(answer.backend()).isEqualTo("simplex domain kernel, least term");
        ExactOutcome exact = ExactSimplex.solve(program);
        assertThat(answer.getClass().getSimpleName()).isEqualTo(exact.getClass().getSimpleName());
        if (answer instanceof LinearProgramResult.Optimal optimal) {
            agrees(optimal, program);
        }
    }

    private static void agrees(LinearProgramResult.Optimal answer, LinearProgram program) {
        double expected =
                ((ExactOutcome.Optimal) ExactSimplex.solve(program)).value().doubleValue();
        assertThat(answer.value()).isCloseTo(expected, within(1e-11 * (1 + Math.abs(expected))));
        assertThat(answer.certificate().gap()).isLessThan(1e-12);
    }

    @Example
    void leavesOtherProgramsAlone() {
        LinearProgram.Builder[] others = {
            LinearProgram.maximise(1, 2).atMost(new double[] {1, 1}, 1),
            LinearProgram.maximise(1, 2).equalTo(new double[] {1, 2}, 1).atMost(new double[] {1, 0}, 0.5),
            LinearProgram.maximise(1, 2).equalTo(new double[] {1, 1}, 1).equalTo(new double[] {1, 0}, 0.5),
            LinearProgram.maximise(1, 2).equalTo(new double[] {1, 1}, 1).bounds(1, 0, 0.5),
            LinearProgram.maximise(1, 2).equalTo(new double[] {1, 1}, 1).bounds(1, 0.5, 3),
            LinearProgram.maximise(1, 2).equalTo(new double[] {1, 1}, -1),
            LinearProgram.maximise(1, 2).equalTo(new double[] {1, 0}, 1),
            // A value that is not free, that an inequality leaves out, and that one bounds on the wrong side.
            game(new double[] {-1, -2, 1}, new double[] {-2, -1, 1}).bounds(2, 0, 5),
            game(new double[] {-1, -2, 0}, new double[] {-2, -1, 1}),
            game(new double[] {-1, -2, -1}, new double[] {-2, -1, 1}),
        };
        for (LinearProgram.Builder other : others) {
            LinearProgram program = other.build();
            assertThat(new MatrixGameBackend().accepts(program)).isFalse();
            assertThat(new SimplexDomainBackend().accepts(program)).isFalse();
            assertThat(new MatrixGameBackend().propose(program).claim()).isEqualTo(Proposal.Claim.NOTHING);
            assertThat(new SimplexDomainBackend().propose(program).claim()).isEqualTo(Proposal.Claim.NOTHING);
        }
        assertThat(new MatrixGameBackend()
                        .accepts(game(new double[] {-1, -2, 1}, new double[] {-2, -1, 1})
                                .build()))
                .isTrue();
    }

    private static LinearProgram.Builder game(double[] first, double[] second) {
        return LinearProgram.maximise(0, 0, 1)
                .free(2)
                .atMost(first, 0)
                .equalTo(new double[] {1, 1, 0}, 1)
                .atMost(second, 0);
    }

    /** What is done when a kernel fails gives the kernel's answer, where that does not fail. */
    @Property
    void fallsBackOnTheSameAnswer(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int m,
            @ForAll @IntRange(min = 1, max = 8) int n,
            @ForAll boolean integers) {
        Random random = new Random(seed);
        double[] payoffs = new double[m * n];
        Arrays.setAll(payoffs, k -> integers ? 1e6 + random.nextInt(-2, 3) : random.nextDouble());
        MatrixGame game = MatrixGame.of(m, n, payoffs);
        MatrixGameSolution own = STANDARD.solve(game);
        MatrixGameSolution other = KernelFallback.solve(game, GENERAL);
        assertThat(other.status()).isEqualTo(SolveStatus.OPTIMAL);
        assertThat(other.value()).isCloseTo(own.value(), within(5e-9));
        assertThat(other.method()).isNotEqualTo(own.method());

        double[] objective = random.doubles(n).toArray();
        double[] sides = new double[m];
        Arrays.setAll(sides, k -> payoffs[0] + random.nextInt(-1, 2) * random.nextDouble());
        SimplexDomainProgram program = SimplexDomainProgram.view(objective, payoffs, sides);
        SimplexDomainSolution kernel = STANDARD.solve(program);
        SimplexDomainSolution general = KernelFallback.solve(program, GENERAL);
        assertThat(general.status()).isEqualTo(kernel.status());
        if (kernel.status() == SolveStatus.OPTIMAL) {
            assertThat(general.value()).isCloseTo(kernel.value(), within(2e-9));
        }
    }

    /** Large offsets and units through the facade. */
    @Example
    void solvesGamesInEveryUnit() {
        Random random = new Random(31);
        for (int power = -9; power <= 9; power++) {
            double[][] payoffs = Programs.uniformPayoffs(random, 15, 12, Math.pow(10, power), 0);
            LinearProgramResult.Optimal answer =
                    STANDARD.solve(Programs.matrixGame(payoffs)).optimal();
            assertThat(answer.backend()).isEqualTo("matrix game kernel");
            assertThat(answer.certificate().gap()).isLessThan(1e-12);
            assertThat(Programs.dualityGap(
                            payoffs, Arrays.copyOf(answer.primal(), 15), Arrays.copyOf(answer.dual(), 12)))
                    .isLessThan(1e-12 * Math.pow(10, power));
        }
    }
}
