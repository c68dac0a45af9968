// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LinearProgramTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void keepsWhatItWasGiven() {
        double[] objective = {1, -2, 3};
        double[] row = {0, 4, -5};
        LinearProgram.Builder builder = LinearProgram.minimise(objective)
                .bounds(1, -INFINITY, 7)
                .free(2)
                .atMost(row, 6)
                .atLeast(new int[] {2, 0}, new double[] {8, 9}, -1)
                .equalTo(new double[3], 0);
        LinearProgram program = builder.build();
        objective[0] = 100;
        row[1] = 100;
        builder.bounds(0, 5, 5).atMost(row, 0);

        assertThat(program.isMaximisation()).isFalse();
        assertThat(program.variables()).isEqualTo(3);
        assertThat(program.constraints()).isEqualTo(3);
        assertThat(program.objective(0)).isEqualTo(1);
        assertThat(program.lower(0)).isZero();
        assertThat(program.upper(0)).isEqualTo(INFINITY);
        assertThat(program.lower(1)).isEqualTo(-INFINITY);
        assertThat(program.upper(1)).isEqualTo(7);
        assertThat(program.lower(2)).isEqualTo(-INFINITY);
        assertThat(program.relation(1)).isEqualTo(Relation.AT_LEAST);
        assertThat(program.rightHandSide(1)).isEqualTo(-1);
        assertThat(program.entries(0)).isEqualTo(2);
        assertThat(program.entryVariable(1, 0)).isZero();
        assertThat(program.entryCoefficient(1, 0)).isEqualTo(9);
        assertThat(program.coefficient(0, 1)).isEqualTo(4);
        assertThat(program.coefficient(0, 0)).isZero();
        assertThat(program.entries(2)).isZero();
        assertThat(program.value(1, 1, 1)).isEqualTo(2);
        assertThat(program)
                .hasToString("minimise [1.0, -2.0, 3.0] subject to 4.0 x1 + -5.0 x2 <= 6.0, 9.0 x0 + 8.0 x2 >= -1.0, "
                        + "0 = 0.0; x0 in [0.0, Infinity]; x1 in [-Infinity, 7.0]; x2 in [-Infinity, Infinity]");
    }

    @Test
    void growsPastItsFirstCapacity() {
        LinearProgram.Builder builder = LinearProgram.maximise(new double[10]);
        for (int i = 0; i < 100; i++) {
            double[] row = new double[10];
            java.util.Arrays.fill(row, i + 1);
            builder.atMost(row, i);
        }
        LinearProgram program = builder.build();
        assertThat(program.constraints()).isEqualTo(100);
        assertThat(program.coefficient(99, 9)).isEqualTo(100);
        assertThat(program.rightHandSide(99)).isEqualTo(99);
    }

    @Test
    void refusesWhatIsNotAProgram() {
        refuses(LinearProgram::maximise, "objective.length must be at least 1, was 0");
        refuses(() -> LinearProgram.maximise(1, Double.NaN), "objective[1] = NaN must be finite");
        refuses(() -> small().bounds(2, 0, 1), "variable must lie in 0..1, was 2");
        refuses(() -> small().bounds(0, 2, 1), "lower[0] = 2.0 must be at most upper[0] = 1.0");
        refuses(() -> small().bounds(0, Double.NaN, 1), "lower[0] = NaN must be finite or negative infinity");
        refuses(() -> small().bounds(0, INFINITY, INFINITY), "lower[0] = Infinity must be finite or negative infinity");
        refuses(() -> small().bounds(1, 0, Double.NaN), "upper[1] = NaN must be finite or positive infinity");
        refuses(
                () -> small().bounds(1, -INFINITY, -INFINITY),
                "upper[1] = -Infinity must be finite or positive infinity");
        refuses(() -> small().free(0, 2), "variable must lie in 0..1, was 2");
        refuses(
                () -> small().atMost(new double[] {1, Double.NaN}, 1),
                "constraint 1: coefficient[1] = NaN must be finite");
        refuses(() -> small().atMost(new double[1], 1), "constraint 1: coefficient has length 1, expected 2");
        refuses(
                () -> small().atLeast(new double[2], INFINITY),
                "constraint 1: right-hand side = Infinity must be finite");
        refuses(
                () -> small().equalTo(new int[] {0, 2}, new double[2], 1),
                "constraint 1: variable[1] must lie in 0..1, was 2");
        refuses(
                () -> small().equalTo(new int[] {1, 1}, new double[2], 1),
                "constraint 1: variable[1] = 1 must not appear twice");
        refuses(
                () -> small().equalTo(new int[] {1}, new double[2], 1),
                "constraint 1: coefficient has length 2, expected 1");
        refuses(
                () -> small().equalTo(new int[] {1}, new double[] {INFINITY}, 1),
                "constraint 1: coefficient[0] = Infinity must be finite");
        LinearProgram program = small().build();
        refuses(() -> program.objective(-1), "variable must lie in 0..1, was -1");
        refuses(() -> program.lower(2), "variable must lie in 0..1, was 2");
        refuses(() -> program.upper(2), "variable must lie in 0..1, was 2");
        refuses(() -> program.relation(1), "constraint must lie in 0..0, was 1");
        refuses(() -> program.rightHandSide(1), "constraint must lie in 0..0, was 1");
        refuses(() -> program.entries(1), "constraint must lie in 0..0, was 1");
        refuses(() -> program.entryVariable(0, 2), "entry must lie in 0..1, was 2");
        refuses(() -> program.entryCoefficient(0, 2), "entry must lie in 0..1, was 2");
        refuses(() -> program.coefficient(0, 2), "variable must lie in 0..1, was 2");
        refuses(() -> program.value(1), "point has length 1, expected 2");
    }

    @Test
    void refusesWhatIsNotAWitness() {
        LinearProgram program = small().build();
        refuses(
                () -> OptimalityCertificate.of(program, new double[1], new double[1]),
                "primal has length 1, expected 2");
        refuses(() -> OptimalityCertificate.of(program, new double[2], new double[2]), "dual has length 2, expected 1");
        refuses(
                () -> OptimalityCertificate.of(program, new double[] {0, INFINITY}, new double[1]),
                "primal[1] = Infinity must be finite");
        refuses(
                () -> OptimalityCertificate.of(program, new double[2], new double[] {Double.NaN}),
                "dual[0] = NaN must be finite");
        refuses(() -> InfeasibilityCertificate.of(program), "multipliers has length 0, expected 1");
        refuses(() -> InfeasibilityCertificate.of(program, Double.NaN), "multipliers[0] = NaN must be finite");
        refuses(
                () -> UnboundednessCertificate.of(program, new double[1], new double[2]),
                "point has length 1, expected 2");
        refuses(
                () -> UnboundednessCertificate.of(program, new double[2], new double[1]),
                "ray has length 1, expected 2");
        refuses(
                () -> LinearProgramSolver.standard().withTolerance(0),
                "tolerance must be positive and finite, was 0.0");
        refuses(LinearProgramSolver.standard()::withBackends, "backends.length must be at least 1, was 0");
    }

    @Test
    void comparesByContent() {
        assertThat(small().build()).isEqualTo(small().build()).hasSameHashCodeAs(small().build());
        assertThat(small().build()).isNotEqualTo(small().free(1).build());
        assertThat(small().build())
                .isNotEqualTo(small().atMost(new double[2], 0).build());
    }

    private static LinearProgram.Builder small() {
        return LinearProgram.maximise(1, 1).atMost(new double[] {1, 2}, 3);
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
