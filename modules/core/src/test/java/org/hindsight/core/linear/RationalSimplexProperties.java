// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;

class RationalSimplexProperties {
    @Property(tries = 500)
    void agreesWithTheTableauMethod(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int n, @ForAll @IntRange(max = 8) int m) {
        agree(Programs.integer(seed, n, m));
    }

    @Property(tries = 200)
    void agreesWithTheTableauMethodOnPlantedOptima(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int n,
            @ForAll @IntRange(max = 7) int m,
            @ForAll boolean degenerate) {
        agree(Programs.planted(seed, n, m, degenerate).program());
    }

    /** Coefficients of up to 1e9 in units from 2^-30 to 2^30, and all-but-equal rows that doubles hardly tell apart. */
    @Property(tries = 200)
    void agreesWithTheTableauMethodOnHugeCoefficients(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int n, @ForAll @IntRange(min = 1, max = 6) int m) {
        Random random = new Random(seed);
        double[][] rows = new double[m][n];
        double[] b = new double[m];
        double[] c = new double[n];
        for (int i = 0; i < m; i++) {
            boolean nearby = i > 0 && random.nextInt(3) == 0;
            double unit = nearby ? 1 : Math.scalb(1.0, random.nextInt(-30, 31));
            for (int j = 0; j < n; j++) {
                rows[i][j] =
                        nearby ? Math.nextUp(rows[i - 1][j]) : unit * random.nextInt(-1_000_000_000, 1_000_000_000);
            }
            b[i] = nearby ? b[i - 1] : unit * random.nextInt(-1_000_000, 1_000_000_000);
        }
        Arrays.setAll(c, j -> random.nextInt(-1_000_000_000, 1_000_000_000));
        LinearProgram.Builder builder = LinearProgram.maximise(c);
        for (int i = 0; i < m; i++) {
            builder.atMost(rows[i], b[i]);
        }
        agree(builder.build());
    }

    private static void agree(LinearProgram program) {
        ExactOutcome expected = ExactSimplex.solve(program);
        prove(program, expected);
        ExactOutcome warm = RationalSimplex.solve(program);
        ExactOutcome cold = RationalSimplex.solveFromSlacks(RationalProgram.exactly(program));
        for (ExactOutcome outcome : List.of(warm, cold)) {
            assertThat(outcome).hasSameClassAs(expected);
            prove(program, outcome);
            if (expected instanceof ExactOutcome.Optimal optimum) {
                assertThat(((ExactOutcome.Optimal) outcome).value()).isEqualTo(optimum.value());
            }
        }
    }

    /** By two checkers, neither of which knows a solver. */
    private static void prove(LinearProgram program, ExactOutcome outcome) {
        assertThat(ExactProof.holds(RationalProgram.exactly(program), outcome)).isTrue();
        double[] sizes = Units.ofVariables(program);
        if (outcome instanceof ExactOutcome.Optimal optimum) {
            assertThat(ExactCheck.optimality(program, array(optimum.primal()), array(optimum.dual()), sizes))
                    .isZero();
        } else if (outcome instanceof ExactOutcome.Infeasible infeasible) {
            assertThat(ExactCheck.infeasibility(program, array(infeasible.multipliers()), sizes))
                    .isZero();
        } else if (outcome instanceof ExactOutcome.Unbounded unbounded) {
            assertThat(ExactCheck.unboundedness(
                            program, array(unbounded.point()), array(unbounded.ray()), Units.ofMultipliers(program)))
                    .isZero();
        }
    }

    private static BigFraction[] array(List<BigFraction> numbers) {
        return numbers.toArray(new BigFraction[0]);
    }

    /** Multiplying rows, variables and the objective by fractions divides the answer by them. */
    @Property(tries = 300)
    void solvesProgramsInFractions(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int n, @ForAll @IntRange(min = 1, max = 6) int m) {
        Random random = new Random(seed);
        int[][] a = new int[m][n];
        int[] b = new int[m];
        int[] c = new int[n];
        for (int[] row : a) {
            Arrays.setAll(row, j -> random.nextInt(-2, 4));
        }
        Arrays.setAll(b, i -> random.nextInt(-1, 6));
        Arrays.setAll(c, j -> random.nextInt(-2, 4));
        LinearProgram.Builder whole =
                LinearProgram.maximise(Arrays.stream(c).asDoubleStream().toArray());
        BigFraction unit = fraction(random);
        BigFraction[] sizes = new BigFraction[n];
        Arrays.setAll(sizes, j -> fraction(random));
        BigFraction[] costs = new BigFraction[n];
        Arrays.setAll(costs, j -> unit.multiply(sizes[j]).multiply(c[j]));
        RationalProgram.Builder fractional = RationalProgram.maximise(costs);
        boolean free = random.nextBoolean();
        if (free) {
            whole.free(0);
            fractional.free(0);
        }
        for (int i = 0; i < m; i++) {
            BigFraction factor = fraction(random);
            List<BigFraction> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(factor.multiply(sizes[j]).multiply(a[i][j]));
            }
            double[] doubles = Arrays.stream(a[i]).asDoubleStream().toArray();
            switch (random.nextInt(3)) {
                case 0 -> {
                    whole.atMost(doubles, b[i]);
                    fractional.atMost(row, factor.multiply(b[i]));
                }
                case 1 -> {
                    whole.atLeast(doubles, b[i]);
                    fractional.atLeast(row, factor.multiply(b[i]));
                }
                default -> {
                    whole.equalTo(doubles, b[i]);
                    fractional.equalTo(row, factor.multiply(b[i]));
                }
            }
        }
        RationalProgram program = fractional.build();
        ExactOutcome expected = ExactSimplex.solve(whole.build());
        ExactOutcome outcome = RationalSimplex.solve(program);
        assertThat(outcome).hasSameClassAs(expected);
        assertThat(ExactProof.holds(program, outcome)).isTrue();
        if (expected instanceof ExactOutcome.Optimal optimum) {
            assertThat(((ExactOutcome.Optimal) outcome).value())
                    .isEqualTo(optimum.value().multiply(unit));
        }
    }

    /** Positive, with a denominator of up to twenty digits. */
    private static BigFraction fraction(Random random) {
        return new BigFraction(
                new BigInteger(60, random).add(BigInteger.ONE), new BigInteger(66, random).add(BigInteger.ONE));
    }

    /** What is not an outcome is not proven. */
    @Property
    void provesNoWrongOutcome(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int n, @ForAll @IntRange(max = 5) int m) {
        Programs.Planted planted = Programs.planted(seed, n, m, true);
        RationalProgram program = RationalProgram.exactly(planted.program());
        ExactOutcome.Optimal right = (ExactOutcome.Optimal) RationalSimplex.solve(program);
        BigFraction tiny = new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(40));
        assertThat(ExactProof.holds(
                        program, new ExactOutcome.Optimal(right.value().add(tiny), right.primal(), right.dual(), 0)))
                .isFalse();
        for (int sign : new int[] {1, -1}) {
            for (int i = 0; i < m; i++) {
                List<BigFraction> dual = new ArrayList<>(right.dual());
                dual.set(i, dual.get(i).add(tiny.multiply(sign)));
                ExactOutcome wrong = new ExactOutcome.Optimal(right.value(), right.primal(), dual, 0);
                double gap = ExactCheck.optimality(
                        planted.program(), array(right.primal()), array(dual), Units.ofVariables(planted.program()));
                assertThat(ExactProof.holds(program, wrong)).isEqualTo(gap == 0);
            }
        }
        assertThat(ExactProof.holds(program, new ExactOutcome.Infeasible(right.dual(), 0)))
                .isFalse();
    }

    /** Games and equilibria of integers, some very degenerate: the doubles agree, and the proof has no gap. */
    @Property(tries = 12)
    void solvesLargerGames(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int n) {
        Random random = new Random(seed);
        int size = random.nextBoolean() ? 1 : 100;
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) {
            int row = i;
            // Common factors, which the exact form takes out, must not lead astray.
            Arrays.setAll(a[i], j -> 10 * random.nextInt(-size, size + 1));
            Arrays.setAll(b[i], j -> 10 * random.nextInt(-size, size + 1) - a[row][j]);
        }
        for (LinearProgram program : List.of(Programs.matrixGame(a), Programs.correlatedEquilibrium(a, b))) {
            ExactOutcome.Optimal exact = (ExactOutcome.Optimal) RationalSimplex.solve(program);
            double value =
                    LinearProgramSolver.standard().solve(program).optimal().value();
            // The doubles lead to the optimal basis: the exact method has nothing to do but to prove it.
            assertThat(exact.pivots()).isLessThanOrEqualTo(2);
            assertThat(exact.value().doubleValue()).isCloseTo(value, within(1e-8 * size));
        }
    }
}
