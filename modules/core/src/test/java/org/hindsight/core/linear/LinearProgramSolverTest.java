// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearProgramSolverTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final LinearProgramSolver STANDARD = LinearProgramSolver.standard();

    /** Each algorithm on its own, so that a fallback cannot hide a wrong sign. */
    static List<LinearProgramBackend> backends() {
        return List.of(
                OjAlgoBackend.dual(),
                OjAlgoBackend.dualUnscaled(),
                OjAlgoBackend.factorised(),
                OjAlgoBackend.tableau(),
                new ExactBackend());
    }

    /** F. Hillier, G. Lieberman, "Introduction to operations research", the Wyndor Glass example. */
    @ParameterizedTest
    @MethodSource("backends")
    void solvesATextbookMaximisation(LinearProgramBackend backend) {
        LinearProgram program = LinearProgram.maximise(3, 5)
                .atMost(new double[] {1, 0}, 4)
                .atMost(new double[] {0, 2}, 12)
                .atMost(new double[] {3, 2}, 18)
                .build();
        check(backend, program, 36, new double[] {2, 6}, new double[] {0, 1.5, 1});
    }

    /** By hand: the last constraint is loose, x2 = 1 - x0, x1 = 2 - x0, so the cost is 7 - 2 x0 with x0 at most 1. */
    @ParameterizedTest
    @MethodSource("backends")
    void solvesAMinimisationWithEveryRelation(LinearProgramBackend backend) {
        LinearProgram program = LinearProgram.minimise(2, 3, 1)
                .atLeast(new double[] {1, 1, 0}, 2)
                .equalTo(new double[] {1, 0, 1}, 1)
                .atMost(new double[] {0, 1, 1}, 7)
                .build();
        check(backend, program, 5, new double[] {1, 1, 0}, new double[] {3, -1, 0});
    }

    /** By hand: a free variable, one with only an upper bound, a box, a fixed one, negative right-hand sides. */
    @ParameterizedTest
    @MethodSource("backends")
    void respectsEveryKindOfBound(LinearProgramBackend backend) {
        LinearProgram program = LinearProgram.maximise(1, 1, 1, 1)
                .free(0)
                .bounds(1, -INFINITY, -2)
                .bounds(2, -1, 3)
                .bounds(3, 5, 5)
                .atMost(new double[] {2, 0, 1, 0}, -3)
                .atLeast(new double[] {0, -1, 0, 1}, 1)
                .build();
        // x0 = (-3 - x2)/2, so x2 earns 1/2 a unit and goes to 3; x0 = -3; x1 at its bound.
        check(backend, program, 3, new double[] {-3, -2, 3, 5}, new double[] {0.5, 0});
    }

    private static void check(
            LinearProgramBackend backend, LinearProgram program, double value, double[] primal, double[] dual) {
        LinearProgramResult.Optimal answer =
                STANDARD.withBackends(backend).solve(program).optimal();
        assertThat(answer.value()).isCloseTo(value, within(1e-12));
        assertThat(answer.primal()).containsExactly(primal, within(1e-12));
        assertThat(answer.dual()).containsExactly(dual, within(1e-12));
        assertThat(answer.backend()).isEqualTo(backend.name());
        assertThat(answer.certificate().gap()).isLessThan(1e-12);
        // What the backend itself proposes: refinement would mend multipliers in the wrong order.
        Proposal proposal = backend.propose(program);
        assertThat(proposal.point()).containsExactly(primal, within(1e-12));
        assertThat(proposal.multipliers()).containsExactly(dual, within(1e-12));
        // Arrays never leak.
        Arrays.fill(answer.primal(), 99);
        Arrays.fill(answer.dual(), 99);
        assertThat(answer.primal()).containsExactly(primal, within(1e-12));
        assertThat(answer.dual()).containsExactly(dual, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void provesInfeasibility(LinearProgramBackend backend) {
        List<LinearProgram> programs = List.of(
                LinearProgram.maximise(1, 1)
                        .atMost(new double[] {1, 1}, 1)
                        .atLeast(new double[] {1, 1}, 2)
                        .build(),
                // Only the bounds contradict the constraint.
                LinearProgram.minimise(0, 0)
                        .bounds(0, -INFINITY, 3)
                        .bounds(1, -4, 1)
                        .equalTo(new double[] {2, 1}, 8)
                        .build(),
                // Free variables must cancel.
                LinearProgram.maximise(1, 2)
                        .free(0, 1)
                        .equalTo(new double[] {1, -1}, 0)
                        .atMost(new double[] {2, -2}, -1)
                        .build(),
                // Infeasible and, but for that, unbounded.
                LinearProgram.maximise(1, 1)
                        .atMost(new double[] {1, -1}, -1)
                        .atMost(new double[] {-1, 1}, -1)
                        .build());
        for (LinearProgram program : programs) {
            LinearProgramResult answer = STANDARD.withBackends(backend).solve(program);
            assertThat(answer).isInstanceOf(LinearProgramResult.Infeasible.class);
            assertThat(((LinearProgramResult.Infeasible) answer).certificate().exactGap())
                    .isLessThan(1e-12);
            assertThatExceptionOfType(LinearProgramException.class)
                    .isThrownBy(answer::optimal)
                    .withMessageStartingWith(
                            "the linear program has no optimum: The program has no feasible point. Gap ");
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void provesUnboundedness(LinearProgramBackend backend) {
        List<LinearProgram> programs = List.of(
                LinearProgram.maximise(1, 1).atMost(new double[] {1, -1}, 1).build(),
                LinearProgram.minimise(0, 1)
                        .free(1)
                        .equalTo(new double[] {1, 1}, 3)
                        .atLeast(new double[] {1, 0}, 10)
                        .build(),
                LinearProgram.minimise(1)
                        .bounds(0, -INFINITY, 5)
                        .atMost(new double[] {1}, 2)
                        .build());
        for (LinearProgram program : programs) {
            LinearProgramResult answer = STANDARD.withBackends(backend).solve(program);
            assertThat(answer).isInstanceOf(LinearProgramResult.Unbounded.class);
            assertThat(((LinearProgramResult.Unbounded) answer).certificate().exactGap())
                    .isLessThan(1e-12);
            assertThatExceptionOfType(LinearProgramException.class)
                    .isThrownBy(answer::optimal)
                    .withMessageContaining("without limit");
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void copesWithDegenerateData(LinearProgramBackend backend) {
        LinearProgramSolver solver = STANDARD.withBackends(backend);
        // Empty constraints that hold, repeated ones, a redundant equality, a variable that no constraint mentions.
        LinearProgram redundant = LinearProgram.maximise(1, 2, -1, 0)
                .atMost(new double[4], 0)
                .equalTo(new double[] {1, 1, 0, 0}, 1)
                .equalTo(new double[] {2, 2, 0, 0}, 2)
                .equalTo(new double[] {2, 2, 0, 0}, 2)
                .atLeast(new double[4], -3)
                .atMost(new double[] {0, 1, 0, 0}, 0.5)
                .atMost(new double[] {0, 1, 0, 0}, 0.5)
                .build();
        assertThat(solver.solve(redundant).optimal().value()).isCloseTo(1.5, within(1e-12));
        // Nothing but bounds.
        LinearProgram box = LinearProgram.maximise(1, -2, 0)
                .bounds(0, -1, 4)
                .bounds(1, 3, 7)
                .build();
        assertThat(solver.solve(box).optimal().primal()).containsExactly(4, 3, 0);
        LinearProgram ray = LinearProgram.minimise(1, -1).bounds(0, 2, 3).build();
        assertThat(solver.solve(ray)).isInstanceOf(LinearProgramResult.Unbounded.class);
        // Constraints that cannot hold whatever the variables.
        for (Relation relation : Relation.values()) {
            double wrong = relation == Relation.AT_LEAST ? 1 : -1;
            LinearProgram contradiction = LinearProgram.maximise(1)
                    .atMost(new double[] {1}, 1)
                    .constrain(new double[1], relation, wrong)
                    .build();
            assertThat(solver.solve(contradiction)).isInstanceOf(LinearProgramResult.Infeasible.class);
        }
        // Everything is optimal, and the only feasible point.
        assertThat(solver.solve(LinearProgram.maximise(0, 0)
                                .atMost(new double[] {1, 1}, 1)
                                .build())
                        .optimal()
                        .value())
                .isZero();
        assertThat(solver.solve(LinearProgram.maximise(1, 1)
                                .atMost(new double[] {1, 1}, 0)
                                .build())
                        .optimal()
                        .primal())
                .containsExactly(0, 0);
    }

    /** Asked as they are, general solvers report wrong values for about a third of the small games of size 1e-6. */
    @Test
    void solvesGamesOfEverySize() {
        for (double size : new double[] {1e-6, 1, 1e9}) {
            for (int seed = 0; seed < 300; seed++) {
                double[][] payoffs = Programs.uniformPayoffs(new Random(seed), 10, 10, size, 0);
                LinearProgramResult.Optimal answer =
                        STANDARD.solve(Programs.matrixGame(payoffs)).optimal();
                double[] x = Arrays.copyOf(answer.primal(), 10);
                double[] y = Arrays.copyOf(answer.dual(), 10);
                assertThat(Programs.dualityGap(payoffs, x, y)).isLessThan(1e-12 * size);
                assertThat(Arrays.stream(x).sum()).isCloseTo(1, within(1e-12));
                assertThat(Arrays.stream(y).sum()).isCloseTo(1, within(1e-12));
                assertThat(answer.value()).isEqualTo(answer.primal()[10]);
            }
        }
    }

    @Test
    void solvesShiftedSymmetricAndIntegerGames() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            double[][] shifted = Programs.uniformPayoffs(random, 10, 10, 1, 1e6);
            checkGame(shifted, 1e-3);
            double[][] symmetric = new double[9][9];
            double[][] integer = new double[8][8];
            for (int i = 0; i < 9; i++) {
                for (int j = 0; j < i; j++) {
                    symmetric[i][j] = 2 * random.nextDouble() - 1;
                    symmetric[j][i] = -symmetric[i][j];
                }
            }
            for (double[] row : integer) {
                Arrays.setAll(row, j -> random.nextInt(-1, 2));
            }
            assertThat(checkGame(symmetric, 1e-12)).isCloseTo(0, within(1e-12));
            checkGame(integer, 1e-12);
        }
    }

    private static double checkGame(double[][] payoffs, double tolerance) {
        LinearProgramResult.Optimal answer =
                STANDARD.solve(Programs.matrixGame(payoffs)).optimal();
        double[] x = Arrays.copyOf(answer.primal(), payoffs.length);
        double[] y = Arrays.copyOf(answer.dual(), payoffs[0].length);
        assertThat(Programs.dualityGap(payoffs, x, y)).isLessThan(tolerance);
        return answer.value();
    }

    /** Payoffs in {-1, 0, 1} make these programs extremely degenerate. */
    @Test
    void findsCorrelatedEquilibria() {
        double[][] chicken = {{6, 2}, {7, 0}};
        double[][] transposed = {{6, 7}, {2, 0}};
        LinearProgramResult.Optimal answer = STANDARD.solve(Programs.correlatedEquilibrium(chicken, transposed))
                .optimal();
        assertThat(answer.value()).isCloseTo(10.5, within(1e-12));
        assertThat(answer.primal()).containsExactly(new double[] {0.5, 0.25, 0.25, 0}, within(1e-12));
        for (int seed = 0; seed < 60; seed++) {
            int n = 2 + seed % 7;
            Random random = new Random(seed);
            double[][] a = new double[n][n];
            double[][] b = new double[n][n];
            for (int i = 0; i < n; i++) {
                Arrays.setAll(a[i], j -> random.nextInt(-1, 2));
                Arrays.setAll(b[i], j -> random.nextInt(-1, 2));
            }
            LinearProgram program = Programs.correlatedEquilibrium(a, b);
            double value = STANDARD.solve(program).optimal().value();
            if (ExactSimplex.fits(program)) {
                ExactOutcome.Optimal exact = (ExactOutcome.Optimal) ExactSimplex.solve(program);
                assertThat(value).isCloseTo(exact.value().doubleValue(), within(1e-9));
            }
        }
    }

    /** Commitment to an action that the follower never answers with a strictly dominated one. */
    @Test
    void refusesToInduceADominatedAnswer() {
        LinearProgram program = LinearProgram.maximise(5, 7)
                .equalTo(new double[] {1, 1}, 1)
                .atLeast(new double[] {1 - 2, 0 - 3}, 0)
                .build();
        assertThat(STANDARD.solve(program)).isInstanceOf(LinearProgramResult.Infeasible.class);
    }

    @Test
    void solvesALargerGameThanExactArithmeticWouldTake() {
        double[][] payoffs = Programs.uniformPayoffs(new Random(7), 120, 120, 1e9, 0);
        LinearProgram program = Programs.matrixGame(payoffs);
        assertThat(ExactSimplex.fits(program)).isFalse();
        assertThat(STANDARD.solve(program).optimal().certificate().gap()).isLessThan(1e-11);
    }

    @Test
    void agreesWithHipparchus() {
        for (int seed = 0; seed < 200; seed++) {
            Programs.Planted planted = Programs.planted(seed, 2 + seed % 5, 2 + seed % 4, false);
            LinearProgram program = planted.program();
            int n = program.variables();
            List<LinearConstraint> constraints = new ArrayList<>();
            for (int i = 0; i < program.constraints(); i++) {
                double[] row = new double[n];
                for (int j = 0; j < n; j++) {
                    row[j] = program.coefficient(i, j);
                }
                Relationship relationship =
                        switch (program.relation(i)) {
                            case AT_MOST -> Relationship.LEQ;
                            case EQUAL -> Relationship.EQ;
                            case AT_LEAST -> Relationship.GEQ;
                        };
                constraints.add(new LinearConstraint(row, relationship, program.rightHandSide(i)));
            }
            double[] objective = new double[n];
            for (int j = 0; j < n; j++) {
                objective[j] = program.objective(j);
                double[] unit = new double[n];
                unit[j] = 1;
                if (!Double.isInfinite(program.lower(j))) {
                    constraints.add(new LinearConstraint(unit, Relationship.GEQ, program.lower(j)));
                }
                if (!Double.isInfinite(program.upper(j))) {
                    constraints.add(new LinearConstraint(unit, Relationship.LEQ, program.upper(j)));
                }
            }
            PointValuePair peer = new SimplexSolver()
                    .optimize(
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            program.isMaximisation() ? GoalType.MAXIMIZE : GoalType.MINIMIZE,
                            new NonNegativeConstraint(false));
            assertThat(STANDARD.solve(program).optimal().value())
                    .as("seed %s", seed)
                    .isCloseTo(peer.getValue(), within(1e-9 * (1 + Math.abs(planted.value()))));
        }
    }

    /** Every way to be wrong that a backend has. */
    static List<Proposal> lies() {
        return List.of(
                Proposal.optimal(new double[] {2, 6}, new double[] {0, 1.5, 1.1}, 0),
                Proposal.optimal(new double[] {2, 5.9}, new double[] {0, 1.5, 1}, 0),
                Proposal.optimal(new double[] {4, 3}, new double[] {0, 1.5, 1}, 0),
                Proposal.optimal(new double[] {0, 0}, new double[3], 0),
                Proposal.optimal(new double[] {2, 6}, new double[3], 0),
                Proposal.optimal(new double[] {Double.NaN, 6}, new double[] {0, 1.5, 1}, 0),
                Proposal.optimal(new double[] {2, 6}, new double[] {0, 1.5, INFINITY}, 0),
                Proposal.optimal(new double[] {2}, new double[] {0, 1.5, 1}, 0),
                Proposal.optimal(new double[] {2, 6}, new double[2], 0),
                Proposal.infeasible(new double[] {1, 1, 1}, 0),
                Proposal.infeasible(new double[] {-1, -1, -1}, 0),
                Proposal.infeasible(new double[] {0, 0, 0}, 0),
                Proposal.infeasible(0),
                Proposal.unbounded(new double[2], new double[] {1, 1}, 0),
                Proposal.unbounded(new double[2], new double[2], 0),
                Proposal.unbounded(0),
                Proposal.nothing("no idea", 0));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void seesThroughALiar(Proposal lie) {
        LinearProgram program = LinearProgram.maximise(3, 5)
                .atMost(new double[] {1, 0}, 4)
                .atMost(new double[] {0, 2}, 12)
                .atMost(new double[] {3, 2}, 18)
                .build();
        LinearProgramBackend liar = backend("liar", () -> lie);
        LinearProgramResult.Optimal answer =
                STANDARD.preferring(liar).solve(program).optimal();
        assertThat(answer.value()).isCloseTo(36, within(1e-12));
        assertThat(answer.backend()).isNotEqualTo("liar");
        assertThatExceptionOfType(LinearProgramException.class)
                .isThrownBy(() -> STANDARD.withBackends(liar).solve(program))
                .withMessageContaining("2 variables and 3 constraints could be certified to within 1.0E-9")
                .satisfies(failure -> assertThat(failure.attempts())
                        .singleElement()
                        .asString()
                        .startsWith("liar: "))
                .satisfies(failure -> assertThat(failure.bestGap()).isGreaterThan(1e-9));
    }

    @Test
    void seesThroughALiarWhoseProgramHasNoOptimum() {
        LinearProgram infeasible = LinearProgram.maximise(1)
                .atMost(new double[] {1}, 1)
                .atLeast(new double[] {1}, 2)
                .build();
        LinearProgram unbounded =
                LinearProgram.maximise(1).atLeast(new double[] {1}, 2).build();
        LinearProgramSolver misled =
                STANDARD.preferring(backend("liar", () -> Proposal.optimal(new double[] {2}, new double[] {1, 0}, 0)));
        assertThat(misled.solve(infeasible)).isInstanceOf(LinearProgramResult.Infeasible.class);
        misled = STANDARD.preferring(backend("liar", () -> Proposal.optimal(new double[] {2}, new double[1], 0)));
        assertThat(misled.solve(unbounded)).isInstanceOf(LinearProgramResult.Unbounded.class);
    }

    /** Multipliers of 1e20 that cancel make every relative measure of them small, but not the objective gap. */
    @Test
    void isNotImpressedByLargeNumbersThatCancel() {
        LinearProgram dependent = LinearProgram.maximise(1, 2)
                .equalTo(new double[] {1, 1}, 1)
                .equalTo(new double[] {1, 1}, 1)
                .build();
        OptimalityCertificate inflatedDual =
                OptimalityCertificate.of(dependent, new double[] {1, 0}, new double[] {1e20, -1e20});
        assertThat(inflatedDual.dualViolation()).isLessThan(1e-9);
        assertThat(inflatedDual.gap()).isGreaterThan(1);
        assertThat(inflatedDual.exactGap()).isGreaterThan(1);

        LinearProgram bounded = LinearProgram.maximise(0, 0, 1)
                .atMost(new double[] {1, -1, 1}, 1)
                .atMost(new double[] {-1, 1, 0}, 0)
                .bounds(2, 0, 5)
                .build();
        OptimalityCertificate inflatedPrimal =
                OptimalityCertificate.of(bounded, new double[] {1e20, 1e20, 5}, new double[] {1, 1});
        assertThat(inflatedPrimal.primalViolation()).isLessThan(1e-9);
        assertThat(inflatedPrimal.gap()).isGreaterThan(0.1);
        UnboundednessCertificate inflatedRay = UnboundednessCertificate.of(
                LinearProgram.maximise(0, 0, 1)
                        .atMost(new double[] {1, -1, 1}, 1)
                        .atMost(new double[] {-1, 1, 0}, 0)
                        .build(),
                new double[3],
                new double[] {1e20, 1e20, 1});
        assertThat(inflatedRay.gap()).isGreaterThan(0.1);
    }

    @Test
    void reportsABackendThatThrows() {
        LinearProgram program =
                LinearProgram.maximise(1).atMost(new double[] {2}, 1).build();
        LinearProgramBackend broken = backend("broken", () -> {
            throw new IllegalStateException("out of luck");
        });
        assertThat(STANDARD.preferring(broken).solve(program).optimal().value()).isEqualTo(0.5);
        assertThatExceptionOfType(LinearProgramException.class)
                .isThrownBy(() -> STANDARD.withBackends(broken).solve(program))
                .withMessageContaining("broken: threw java.lang.IllegalStateException: out of luck");
    }

    @Test
    void asksOnlyBackendsThatAccept() {
        LinearProgram large = Programs.matrixGame(Programs.uniformPayoffs(new Random(1), 160, 160, 1, 0));
        assertThatExceptionOfType(LinearProgramException.class)
                .isThrownBy(() -> LinearProgramSolver.exact().solve(large))
                .withMessageContaining("tried no backend, as none accepts it");
    }

    /** The facade scales for backends that want it, and takes their answers back. */
    @Test
    void givesAKernelTheProgramAsItWasPosed() {
        LinearProgram program =
                LinearProgram.maximise(1e9).atMost(new double[] {1e-6}, 1).build();
        LinearProgramBackend kernel = new LinearProgramBackend() {
            @Override
            public String name() {
                return "kernel";
            }

            @Override
            public boolean wantsScaling() {
                return false;
            }

            @Override
            public Proposal propose(LinearProgram asked) {
                assertThat(asked).isSameAs(program);
                return Proposal.optimal(new double[] {1e6}, new double[] {1e15}, 3);
            }
        };
        LinearProgramResult.Optimal answer =
                STANDARD.preferring(kernel).solve(program).optimal();
        assertThat(answer.backend()).isEqualTo("kernel");
        assertThat(answer.iterations()).isEqualTo(3);
    }

    @Test
    void refinesWhatMissesTheTolerance() {
        double[][] payoffs = Programs.uniformPayoffs(new Random(3), 10, 10, 1, 0);
        LinearProgram program = Programs.matrixGame(payoffs);
        ExactBackend exact = new ExactBackend();
        LinearProgramBackend sloppy = new LinearProgramBackend() {
            @Override
            public String name() {
                return "sloppy";
            }

            /** Right to six digits. */
            @Override
            public Proposal propose(LinearProgram asked) {
                Proposal proposal = exact.propose(asked);
                return Proposal.optimal(
                        spoil(Objects.requireNonNull(proposal.point())),
                        spoil(Objects.requireNonNull(proposal.multipliers())),
                        1);
            }

            private double[] spoil(double[] numbers) {
                return Arrays.stream(numbers)
                        .map(x -> x + 1e-6 * Math.sin(1e6 * x))
                        .toArray();
            }
        };
        LinearProgramResult.Optimal answer =
                STANDARD.withBackends(sloppy).solve(program).optimal();
        assertThat(answer.iterations()).isGreaterThan(1);
        assertThat(answer.certificate().gap()).isLessThan(1e-9);
    }

    @Test
    void keepsItsTolerance() {
        assertThat(STANDARD.tolerance()).isEqualTo(1e-9);
        assertThat(STANDARD.withTolerance(1e-6).tolerance()).isEqualTo(1e-6);
        assertThat(STANDARD.tolerance()).isEqualTo(1e-9);
        LinearProgram program =
                LinearProgram.maximise(1).atMost(new double[] {1}, 1).build();
        LinearProgramBackend close =
                backend("close", () -> Proposal.optimal(new double[] {1 - 1e-7}, new double[] {1}, 0));
        LinearProgramSolver strict = STANDARD.withBackends(close);
        assertThat(strict.withTolerance(1e-6).solve(program).optimal().value()).isEqualTo(1 - 1e-7);
        assertThatExceptionOfType(LinearProgramException.class).isThrownBy(() -> strict.solve(program));
    }

    private static LinearProgramBackend backend(String name, java.util.function.Supplier<Proposal> proposal) {
        return new LinearProgramBackend() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean wantsScaling() {
                return false;
            }

            @Override
            public Proposal propose(LinearProgram program) {
                return proposal.get();
            }
        };
    }
}
