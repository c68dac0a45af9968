// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Every number of these witnesses matters: optimum and multipliers are unique and all constraints tight. */
    private static final LinearProgram UNIQUE = LinearProgram.maximise(1, 2, 1)
            .free(1)
            .bounds(2, -1, 4)
            .atMost(new double[] {2, 1, 0}, 4)
            .atLeast(new double[] {1, -1, 0}, -1)
            .build();

    // x0 = 1, x1 = 2, x2 = 4; y solves 2 y0 + y1 = 1, y0 - y1 = 2.
    private static final double[] PRIMAL = {1, 2, 4};
    private static final double[] DUAL = {1, -1};

    @Test
    void acceptsTheOptimum() {
        OptimalityCertificate certificate = OptimalityCertificate.of(UNIQUE, PRIMAL, DUAL);
        assertThat(certificate.gap()).isZero();
        assertThat(certificate.exactGap()).isZero();
        assertThat(certificate.value()).isEqualTo(9);
        assertThat(certificate.reducedCosts()).containsExactly(0, 0, 1);
        assertThat(certificate.claim()).isEqualTo("The largest value of the program is 9.0.");
        assertThat(certificate.holdsWithin(0)).isTrue();
        assertThat(certificate.program()).isSameAs(UNIQUE);
    }

    @Test
    void rejectsEveryTamperedNumber() {
        for (double error : new double[] {1e-7, -1e-7, 0.5, -0.5, 1e6, -1e6}) {
            for (int j = 0; j < PRIMAL.length; j++) {
                double[] primal = PRIMAL.clone();
                primal[j] += error;
                assertThat(OptimalityCertificate.of(UNIQUE, primal, DUAL).gap()).isGreaterThan(1e-9);
            }
            for (int i = 0; i < DUAL.length; i++) {
                double[] dual = DUAL.clone();
                dual[i] += error;
                assertThat(OptimalityCertificate.of(UNIQUE, PRIMAL, dual).gap()).isGreaterThan(1e-9);
            }
        }
    }

    @Test
    void tellsTheThreeMeasuresApart() {
        // Infeasible, with the right multipliers.
        OptimalityCertificate infeasible = OptimalityCertificate.of(UNIQUE, new double[] {1.5, 2, 4}, DUAL);
        assertThat(infeasible.primalViolation()).isCloseTo(1 / 4.0, within(1e-15));
        assertThat(infeasible.dualViolation()).isZero();
        // Out of bounds.
        assertThat(OptimalityCertificate.of(UNIQUE, new double[] {1, 2, 5}, DUAL)
                        .primalViolation())
                .isCloseTo(1 / 5.0, within(1e-15));
        assertThat(OptimalityCertificate.of(UNIQUE, new double[] {-1e-17, 2, 4}, DUAL)
                        .primalViolation())
                .isEqualTo(1);
        // Feasible and not optimal: c.x = 5, and the multipliers price what is left on the table at 4.
        OptimalityCertificate suboptimal = OptimalityCertificate.of(UNIQUE, new double[] {0, 1, 4}, DUAL);
        assertThat(suboptimal.primalViolation()).isZero();
        assertThat(suboptimal.dualViolation()).isZero();
        assertThat(suboptimal.value()).isEqualTo(6);
        assertThat(suboptimal.objectiveGap()).isGreaterThanOrEqualTo(3 / 8.0);
        // Multipliers of the wrong sign, and ones that leave a free variable a price.
        assertThat(OptimalityCertificate.of(UNIQUE, PRIMAL, new double[] {1, 1}).dualViolation())
                .isEqualTo(1);
        assertThat(OptimalityCertificate.of(UNIQUE, PRIMAL, new double[] {2, -1})
                        .dualViolation())
                .isCloseTo(1 / 2.0, within(1e-15));
    }

    /** By hand: payoffs 1e-6 of rock, paper, scissors have value 0, and still a scale. */
    @Test
    void measuresAgainstTheScaleOfAProgramOfValueZero() {
        double[][] payoffs = {{0, -1e-6, 1e-6}, {1e-6, 0, -1e-6}, {-1e-6, 1e-6, 0}};
        LinearProgram program = Programs.matrixGame(payoffs);
        double third = 1.0 / 3;
        double[] uniform = {third, third, third, 0};
        assertThat(OptimalityCertificate.of(program, uniform, uniform).gap()).isLessThan(1e-15);
        double[] off = {third + 1e-4, third - 1e-4, third, -1e-10};
        double[] dual = {third, third, third, 0};
        assertThat(OptimalityCertificate.of(program, off, dual).objectiveGap()).isGreaterThan(1e-5);
        assertThat(Units.ofVariables(program)).containsExactly(1, 1, 1, 1e-6);
    }

    @Test
    void overflowProvesNothing() {
        LinearProgram program =
                LinearProgram.maximise(1e300).atMost(new double[] {1e300}, 1).build();
        assertThat(OptimalityCertificate.of(program, new double[] {1e300}, new double[] {1})
                        .gap())
                .isEqualTo(INFINITY);
        assertThat(UnboundednessCertificate.of(program, new double[] {0}, new double[] {1e300})
                        .gap())
                .isEqualTo(INFINITY);
    }

    @Test
    void farkasMultipliersMustCancelFreeVariablesAndContradictTheRest() {
        // 2 x0 + x1 = 8 with x0 at most 3 and x1 at most 1.
        LinearProgram bounded = LinearProgram.minimise(0, 0)
                .bounds(0, -INFINITY, 3)
                .bounds(1, -4, 1)
                .equalTo(new double[] {2, 1}, 8)
                .build();
        assertThat(InfeasibilityCertificate.of(bounded, -1).gap()).isZero();
        assertThat(InfeasibilityCertificate.of(bounded, -1e-30).gap()).isZero();
        assertThat(InfeasibilityCertificate.of(bounded, 1).gap()).isEqualTo(INFINITY);
        assertThat(InfeasibilityCertificate.of(bounded, 0).gap()).isEqualTo(INFINITY);
        // x0 - x1 = 0 and 2 x0 - 2 x1 at most -1, both free.
        LinearProgram free = LinearProgram.maximise(1, 2)
                .free(0, 1)
                .equalTo(new double[] {1, -1}, 0)
                .atMost(new double[] {2, -2}, -1)
                .build();
        InfeasibilityCertificate certificate = InfeasibilityCertificate.of(free, -2, 1);
        assertThat(certificate.gap()).isZero();
        assertThat(certificate.exactGap()).isZero();
        assertThat(certificate.multipliers()).containsExactly(-2, 1);
        assertThat(certificate.claim()).isEqualTo("The program has no feasible point.");
        assertThat(InfeasibilityCertificate.of(free, -2.001, 1).gap()).isGreaterThan(1e-4);
        assertThat(InfeasibilityCertificate.of(free, -2, 1.001).gap()).isGreaterThan(1e-4);
        assertThat(InfeasibilityCertificate.of(free, 2, -1).gap()).isEqualTo(INFINITY);
    }

    @Test
    void raysMustImproveAndStayFeasible() {
        LinearProgram program = LinearProgram.maximise(1, 1)
                .bounds(1, 0, INFINITY)
                .atMost(new double[] {1, -1}, 1)
                .build();
        double[] origin = {0, 0};
        UnboundednessCertificate certificate = UnboundednessCertificate.of(program, origin, new double[] {1, 1});
        assertThat(certificate.gap()).isZero();
        assertThat(certificate.exactGap()).isZero();
        assertThat(certificate.claim()).isEqualTo("The objective of the program grows without limit.");
        assertThat(certificate.point()).containsExactly(0, 0);
        assertThat(certificate.ray()).containsExactly(1, 1);
        assertThat(UnboundednessCertificate.of(program, origin, new double[] {1.001, 1})
                        .gap())
                .isGreaterThan(1e-4);
        assertThat(UnboundednessCertificate.of(program, origin, new double[] {-1, 1})
                        .gap())
                .isEqualTo(INFINITY);
        assertThat(UnboundednessCertificate.of(program, origin, new double[] {0, 0})
                        .gap())
                .isEqualTo(INFINITY);
        assertThat(UnboundednessCertificate.of(program, new double[] {2, 0}, new double[] {1, 1})
                        .gap())
                .isCloseTo(1 / 2.0, within(1e-15));
        LinearProgram boxed = LinearProgram.maximise(1, 1)
                .bounds(1, 0, 1e9)
                .atMost(new double[] {1, -1}, 1)
                .build();
        assertThat(UnboundednessCertificate.of(boxed, origin, new double[] {1, 1})
                        .gap())
                .isEqualTo(INFINITY);
    }

    @Test
    void exactSimplexRefusesWhatIsTooLarge() {
        LinearProgram program = Programs.matrixGame(Programs.uniformPayoffs(new java.util.Random(1), 60, 60, 1, 0));
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactSimplex.solve(program))
                .withMessage("program with 61 variables and 61 constraints must fit a tableau of 2500 cells");
    }
}
