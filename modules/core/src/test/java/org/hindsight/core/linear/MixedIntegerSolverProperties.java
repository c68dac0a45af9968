// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/** Mixed-integer programs against enumeration, and what is refused. */
class MixedIntegerSolverProperties {
    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    /** A knapsack with whole items and one item that can be divided. */
    @Property(tries = 100)
    void knapsacksAgreeWithEnumeration(@ForAll("seeds") long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int items = 1 + random.nextInt(6);
        double[] worth = new double[items + 1];
        double[] weight = new double[items + 1];
        for (int j = 0; j <= items; j++) {
            worth[j] = 0.1 + random.nextDouble();
            weight[j] = 0.1 + random.nextDouble();
        }
        double capacity = items * random.nextDouble() / 2;
        LinearProgram.Builder builder = LinearProgram.maximise(worth).atMost(weight, capacity);
        for (int j = 0; j <= items; j++) {
            builder.bounds(j, 0, 1);
        }
        int[] whole = new int[items];
        Arrays.setAll(whole, j -> j);
        MixedIntegerSolution solution = MixedIntegerSolver.solve(MixedIntegerProgram.of(builder.build(), whole))
                .orElseThrow();
        double best = 0;
        for (int subset = 0; subset < 1 << items; subset++) {
            double value = 0;
            double used = 0;
            for (int j = 0; j < items; j++) {
                value += (subset >> j & 1) * worth[j];
                used += (subset >> j & 1) * weight[j];
            }
            if (used <= capacity) {
                double rest = Math.min(1, (capacity - used) / weight[items]);
                best = Math.max(best, value + rest * worth[items]);
            }
        }
        assertThat(solution.value()).isCloseTo(best, within(1e-7));
        assertThat(solution.bound()).isCloseTo(best, within(1e-7)).isGreaterThanOrEqualTo(solution.value());
        assertThat(solution.violation()).isLessThanOrEqualTo(1e-9);
        double[] point = solution.point();
        for (int j = 0; j < items; j++) {
            assertThat(point[j]).isEqualTo(Math.rint(point[j]));
        }
    }

    @Example
    void infeasibleProgramsHaveNoSolution() {
        // 2 x = 1 has a solution, but no whole one.
        LinearProgram half = LinearProgram.maximise(1)
                .bounds(0, 0, 1)
                .equalTo(new double[] {2}, 1)
                .build();
        assertThat(LinearProgramSolver.standard().solve(half).optimal().value()).isEqualTo(0.5);
        assertThat(MixedIntegerSolver.solve(MixedIntegerProgram.of(half, 0))).isEmpty();
    }

    @Example
    void minimisesToo() {
        LinearProgram program = LinearProgram.minimise(1, 1)
                .bounds(0, 0, 5)
                .bounds(1, 0, 5)
                .atLeast(new double[] {2, 3}, 4)
                .build();
        MixedIntegerSolution solution =
                MixedIntegerSolver.solve(MixedIntegerProgram.of(program, 0, 1)).orElseThrow();
        assertThat(solution.value()).isEqualTo(2);
    }

    @Example
    void badInput() {
        LinearProgram program =
                LinearProgram.maximise(1).atMost(new double[] {1}, 3).build();
        assertThatThrownBy(() -> MixedIntegerProgram.of(program, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("upper(0)");
        assertThatThrownBy(() -> MixedIntegerProgram.of(program, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wholeVariables[0]");
    }
}
