// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.linear.ExactOutcome;
import org.hindsight.core.linear.ExactSimplex;

class SimplexDomainSolverProperties {
    private static final SimplexDomainSolver SOLVER = new SimplexDomainSolver();

    @Example
    void agreesWithExactArithmetic() {
        compare(1, 2000);
    }

    @Example
    @Tag("slow")
    void agreesWithExactArithmeticManyTimes() {
        compare(2, 300_000);
    }

    /** Status, value, and what pruning makes of an incumbent below, at and above the optimum. */
    private static void compare(long seed, int programs) {
        Random random = new Random(seed);
        int infeasible = 0;
        for (int k = 0; k < programs; k++) {
            SimplexDomainProgram program =
                    SimplexPrograms.integers(random, random.nextInt(1, 8), random.nextInt(0, 8), random.nextInt(1, 6));
            ExactOutcome exact = ExactSimplex.solve(SimplexPrograms.general(program));
            SimplexDomainSolution answer = SOLVER.solve(program);
            double incumbent = random.nextInt(-10, 11) / 2.0;
            SimplexDomainSolution pruned = SOLVER.solveAbove(program, incumbent);
            if (exact instanceof ExactOutcome.Optimal optimum) {
                double value = optimum.value().doubleValue();
                assertThat(answer.status()).as(program.toString()).isEqualTo(SolveStatus.OPTIMAL);
                assertThat(answer.value()).as(program.toString()).isCloseTo(value, within(1e-12));
                assertThat(answer.bound()).isCloseTo(value, within(1e-12));
                if (pruned.status() == SolveStatus.CUT_OFF) {
                    assertThat(value).isLessThan(incumbent);
                    assertThat(pruned.bound()).isGreaterThanOrEqualTo(value).isLessThan(incumbent);
                } else {
                    assertThat(pruned).isEqualTo(answer);
                }
            } else {
                infeasible++;
                assertThat(answer.status()).as(program.toString()).isEqualTo(SolveStatus.INFEASIBLE);
                assertThat(pruned.status()).isIn(SolveStatus.INFEASIBLE, SolveStatus.CUT_OFF);
            }
        }
        assertThat(infeasible).isBetween(programs / 10, programs / 2);
    }

    @Property(tries = 500)
    void findsAPlantedOptimum(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(max = 40) int rows,
            @ForAll @IntRange(min = -6, max = 6) int power) {
        SimplexPrograms.Planted planted = SimplexPrograms.planted(new Random(seed), n, rows);
        SimplexDomainSolution answer = SOLVER.solve(planted.program());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(SolveStatus.OPTIMAL);
        assertThat(answer.value()).isCloseTo(planted.value(), within(1e-11));
        double unit = Math.pow(10, power);
        SimplexDomainSolution rescaled =
                SOLVER.solve(SimplexPrograms.rescaled(planted.program(), unit, 1e6 * unit, 1 / unit, 0));
        assertThat(rescaled.status()).isEqualTo(SolveStatus.OPTIMAL);
        assertThat(rescaled.value() / unit - 1e6).isCloseTo(planted.value(), within(1e-8));
    }

    /** The best commitment over all followers' actions does not depend on what pruning skipped. */
    @Property
    void pruningChangesNoMaximum(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int m, @ForAll @IntRange(min = 2, max = 12) int n) {
        Random random = new Random(seed);
        double[][] leader = Games.any(random, m, n);
        double[][] follower = Games.any(random, m, n);
        double best = Double.NEGATIVE_INFINITY;
        double bestPruned = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < n; action++) {
            SimplexDomainProgram program = SimplexPrograms.commitment(leader, follower, action);
            SimplexDomainSolution full = SOLVER.solve(program);
            SimplexDomainSolution pruned = SOLVER.solveAbove(program, bestPruned);
            assertThat(full.status()).isIn(SolveStatus.OPTIMAL, SolveStatus.INFEASIBLE);
            if (pruned.status() == SolveStatus.CUT_OFF) {
                assertThat(full.value()).isLessThan(bestPruned);
            } else {
                assertThat(pruned).isEqualTo(full);
                bestPruned = Math.max(bestPruned, pruned.value());
            }
            best = Math.max(best, full.value());
        }
        assertThat(bestPruned).isEqualTo(best);
    }

    @Property(tries = 50)
    void aSolverKeepsNothingButItsArrays(@ForAll long seed) {
        Random random = new Random(seed);
        SimplexDomainSolver used = new SimplexDomainSolver();
        for (int k = 0; k < 10; k++) {
            SimplexDomainProgram program = SimplexPrograms.planted(random, random.nextInt(1, 30), random.nextInt(0, 90))
                    .program();
            assertThat(used.solve(program)).isEqualTo(new SimplexDomainSolver().solve(program));
        }
    }
}
