// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.linear.Relation;
import org.hindsight.core.projection.CappedSimplexProjection;
import org.hindsight.core.projection.SimplexProjection;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.jspecify.annotations.Nullable;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.RawStore;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

class QuadraticProgramProperties {
    private static final QuadraticProgramSolver SOLVER = new QuadraticProgramSolver();

    @Example
    void theExampleOfGoldfarbAndIdnani() {
        // Minimise x'x/2 - 5 x_2: the textbook instance of the method's first implementations.
        QuadraticProgram program = QuadraticProgram.nearestTo(0, 5, 0)
                .atLeast(new double[] {-4, -3, 0}, -8)
                .atLeast(new double[] {2, 1, 0}, 2)
                .atLeast(new double[] {0, -2, 1}, 0)
                .build();
        QuadraticProgramResult.Optimal answer = SOLVER.solve(program).optimal();
        assertThat(answer.primal()).containsExactly(new double[] {10 / 21.0, 22 / 21.0, 44 / 21.0}, within(1e-14));
        assertThat(answer.value()).isCloseTo(-50 / 21.0, within(1e-14));
        assertThat(answer.dual()).containsExactly(new double[] {0, 5 / 21.0, 44 / 21.0}, within(1e-14));
        assertThat(answer.certificate().gap()).isLessThan(1e-14);
    }

    @Example
    void withoutConstraintsAndWithRedundantOnes() {
        QuadraticProgram free = QuadraticProgram.minimise(new double[][] {{2, 1}, {1, 2}}, 1, -1)
                .build();
        assertThat(SOLVER.solve(free).optimal().primal()).containsExactly(new double[] {-1, 1}, within(1e-15));

        double[] row = {1, 1};
        QuadraticProgram redundant = QuadraticProgram.nearestTo(3, 4)
                .equalTo(row, 1)
                .equalTo(row, 1)
                .equalTo(new double[] {3, 3}, 3)
                .atMost(row, 1)
                .atLeast(row, 1)
                .atMost(new double[2], 0)
                .atMost(new double[] {1, 0}, 0)
                .atMost(new double[] {1, 0}, 0)
                .build();
        QuadraticProgramResult.Optimal answer = SOLVER.solve(redundant).optimal();
        assertThat(answer.primal()).containsExactly(new double[] {0, 1}, within(1e-15));
        assertThat(answer.certificate().gap()).isLessThan(1e-14);
    }

    @Example
    void contradictionsAreProven() {
        QuadraticProgram[] programs = {
            QuadraticProgram.nearestTo(1)
                    .atMost(new double[] {1}, 0)
                    .atLeast(new double[] {1}, 1e-6)
                    .build(),
            QuadraticProgram.nearestTo(1, 2)
                    .equalTo(new double[] {1, 1}, 1)
                    .equalTo(new double[] {2, 2}, 3)
                    .build(),
            QuadraticProgram.nearestTo(1, 2, 3)
                    .equalTo(new double[] {1, 1, 1}, 1)
                    .atLeast(new double[] {1, 0, 0}, 0.5)
                    .atLeast(new double[] {0, 1, 0}, 0.5)
                    .atLeast(new double[] {0, 0, 1}, 0.25)
                    .build(),
            QuadraticProgram.nearestTo(1).atLeast(new double[] {0}, 1).build(),
        };
        for (QuadraticProgram program : programs) {
            QuadraticProgramResult result = SOLVER.solve(program);
            assertThat(result).isInstanceOf(QuadraticProgramResult.Infeasible.class);
            assertThat(result.certificate().gap()).isLessThanOrEqualTo(QuadraticProgramSolver.TOLERANCE);
            assertThatThrownBy(result::optimal).isInstanceOf(QuadraticProgramException.class);
        }
    }

    /** Small programs with small integers, which are degenerate, against the best of all active sets. */
    @Property(tries = 1500)
    void noActiveSetDoesBetter(
            @ForAll @IntRange(min = 1, max = 3) int variables,
            @ForAll @IntRange(min = 0, max = 6) int constraints,
            @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[][] quadratic = gram(random, variables, true);
        double[] linear = new double[variables];
        for (int j = 0; j < variables; j++) {
            linear[j] = random.nextInt(7) - 3;
        }
        double[][] rows = new double[constraints][variables];
        double[] sides = new double[constraints];
        Relation[] relations = new Relation[constraints];
        for (int i = 0; i < constraints; i++) {
            for (int j = 0; j < variables; j++) {
                rows[i][j] = random.nextInt(5) - 2;
            }
            sides[i] = random.nextInt(5) - 2;
            relations[i] = random.nextInt(4) == 0
                    ? Relation.EQUAL
                    : random.nextBoolean() ? Relation.AT_MOST : Relation.AT_LEAST;
        }
        QuadraticProgram program = program(quadratic, linear, rows, relations, sides);
        QuadraticProgramResult result = SOLVER.solve(program);
        double[] best = bestOfActiveSets(quadratic, linear, rows, relations, sides);
        assertThat(result.certificate().gap()).isLessThanOrEqualTo(1e-11);
        if (best == null) {
            assertThat(result).isInstanceOf(QuadraticProgramResult.Infeasible.class);
        } else {
            assertThat(result.optimal().primal()).containsExactly(best, within(1e-8));
        }
    }

    /** Units of variables, rows and objective are the user's business: 1e-9 to 1e9 each. */
    @Property(tries = 300)
    void unitsDoNotMatter(@ForAll @IntRange(min = 1, max = 8) int variables, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int constraints = random.nextInt(2 * variables + 1);
        double[][] quadratic = gram(random, variables, false);
        double[][] rows = new double[constraints][variables];
        double[] linear = new double[variables];
        double[] sides = new double[constraints];
        Relation[] relations = new Relation[constraints];
        fillFeasible(random, rows, relations, sides, linear);
        double[] plain = SOLVER.solve(program(quadratic, linear, rows, relations, sides))
                .optimal()
                .primal();

        double[] units = new double[variables];
        for (int j = 0; j < variables; j++) {
            units[j] = Math.pow(10, random.nextInt(19) - 9);
        }
        double objective = Math.pow(10, random.nextInt(19) - 9);
        double[][] scaledQuadratic = new double[variables][variables];
        for (int j = 0; j < variables; j++) {
            for (int k = 0; k <= j; k++) {
                scaledQuadratic[j][k] = objective * quadratic[j][k] * (units[j] * units[k]);
                scaledQuadratic[k][j] = scaledQuadratic[j][k];
            }
            linear[j] *= objective * units[j];
        }
        for (int i = 0; i < constraints; i++) {
            double unit = Math.pow(10, random.nextInt(19) - 9);
            for (int j = 0; j < variables; j++) {
                rows[i][j] *= unit * units[j];
            }
            sides[i] *= unit;
        }
        double[] scaled = SOLVER.solve(program(scaledQuadratic, linear, rows, relations, sides))
                .optimal()
                .primal();
        for (int j = 0; j < variables; j++) {
            assertThat(scaled[j] * units[j]).isCloseTo(plain[j], within(1e-7));
        }
    }

    /** Right-hand sides and pulls of very different size in one program: certified, or refused in so many words. */
    @Property(tries = 500)
    void mixedSizesAreSolvedOrRefused(@ForAll @IntRange(min = 1, max = 6) int variables, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int constraints = random.nextInt(2 * variables + 1);
        double[][] quadratic = gram(random, variables, false);
        double[][] rows = new double[constraints][variables];
        double[] linear = new double[variables];
        double[] sides = new double[constraints];
        Relation[] relations = new Relation[constraints];
        fillFeasible(random, rows, relations, sides, linear);
        for (int j = 0; j < variables; j++) {
            linear[j] *= Math.pow(10, random.nextInt(19) - 9);
        }
        for (int i = 0; i < constraints; i++) {
            sides[i] *= Math.pow(10, random.nextInt(19) - 9);
        }
        QuadraticProgram program = program(quadratic, linear, rows, relations, sides);
        try {
            QuadraticProgramResult result = SOLVER.solve(program);
            assertThat(result.certificate().gap()).isLessThanOrEqualTo(QuadraticProgramSolver.TOLERANCE);
        } catch (QuadraticProgramException refusal) {
            assertThat(refusal.bestGap()).isGreaterThan(QuadraticProgramSolver.TOLERANCE);
        }
    }

    @Property(tries = 100)
    void projectionsInClosedForm(
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double slack,
            @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double cap = 1.0 / n + slack * (1 - 1.0 / n);
        double[] point = new double[n];
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        boolean ties = random.nextBoolean();
        for (int j = 0; j < n; j++) {
            point[j] = ties ? random.nextInt(4) / 4.0 : random.nextDouble();
        }
        QuadraticProgram.Builder simplex = QuadraticProgram.nearestTo(point).equalTo(ones, 1);
        for (int j = 0; j < n; j++) {
            simplex.atLeast(unit(n, j), 0);
        }
        double[] expected = new double[n];
        SimplexProjection.write(point, expected);
        assertThat(SOLVER.solve(simplex.build()).optimal().primal()).containsExactly(expected, within(1e-13));
        for (int j = 0; j < n; j++) {
            simplex.atMost(unit(n, j), cap);
        }
        CappedSimplexProjection.write(point, cap, expected, new double[n]);
        assertThat(SOLVER.solve(simplex.build()).optimal().primal()).containsExactly(expected, within(1e-13));
    }

    @Property(tries = 60)
    void agreesWithOjAlgo(@ForAll @IntRange(min = 1, max = 12) int variables, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int constraints = 1 + random.nextInt(2 * variables);
        double[][] quadratic = gram(random, variables, false);
        double[][] rows = new double[constraints][variables];
        double[] linear = new double[variables];
        double[] sides = new double[constraints];
        Relation[] relations = new Relation[constraints];
        fillFeasible(random, rows, relations, sides, linear);
        Arrays.fill(relations, Relation.AT_LEAST);
        double[][] opposite = new double[constraints][variables];
        double[] gain = new double[variables];
        double[][] below = new double[constraints][1];
        for (int i = 0; i < constraints; i++) {
            below[i][0] = -sides[i];
            for (int j = 0; j < variables; j++) {
                opposite[i][j] = -rows[i][j];
            }
        }
        double[][] column = new double[variables][1];
        for (int j = 0; j < variables; j++) {
            gain[j] = -linear[j];
            column[j][0] = gain[j];
        }
        MatrixStore<Double> q = RawStore.wrap(quadratic);
        Optimisation.Result theirs = ConvexSolver.newBuilder()
                .objective(q, RawStore.wrap(column))
                .inequalities(RawStore.wrap(opposite), RawStore.wrap(below))
                .build()
                .solve();
        QuadraticProgramResult ours = SOLVER.solve(program(quadratic, linear, rows, relations, sides));
        if (theirs.getState().isOptimal() && ours instanceof QuadraticProgramResult.Optimal optimum) {
            double[] point = new double[variables];
            for (int j = 0; j < variables; j++) {
                point[j] = theirs.doubleValue(j);
            }
            assertThat(optimum.primal()).containsExactly(point, within(1e-6));
        } else {
            assertThat(ours).isInstanceOf(QuadraticProgramResult.Infeasible.class);
        }
    }

    @Example
    void twoHundredVariables() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(7);
        int n = 200;
        double[][] rows = new double[300][n];
        double[] sides = new double[300];
        double[] linear = new double[n];
        Relation[] relations = new Relation[300];
        fillFeasible(random, rows, relations, sides, linear);
        QuadraticProgramResult.Optimal answer = SOLVER.solve(
                        program(gram(random, n, false), linear, rows, relations, sides))
                .optimal();
        assertThat(answer.certificate().gap()).isLessThan(1e-12);
        assertThat(answer.iterations()).isGreaterThan(20);
    }

    /** The Hilbert matrix has condition 1.5e10; times the common denominator it and the answer are whole. */
    @Example
    void residualsOfTheDataMendAnIllConditionedProgram() {
        int n = 8;
        double[][] hilbert = new double[n][n];
        double[] linear = new double[n];
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                hilbert[j][k] = 360360.0 / (1 + j + k);
                linear[j] -= hilbert[j][k];
            }
        }
        QuadraticProgram program = QuadraticProgram.minimise(hilbert, linear)
                .equalTo(ones, n)
                .atLeast(unit(n, 0), 1)
                .atMost(unit(n, 3), 5)
                .build();
        assertThat(SOLVER.solve(program).optimal().primal()).containsExactly(ones, within(1e-12));
    }

    @Example
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadraticProgram.minimise(new double[][] {{1, 2}, {3, 9}}, 0, 0))
                .withMessageContaining("quadratic[1][0] = 3.0 must equal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadraticProgram.minimise(new double[][] {{0}}, 0))
                .withMessageContaining("quadratic[0][0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SOLVER.solve(QuadraticProgram.minimise(new double[][] {{1, 2}, {2, 1}}, 0, 0)
                        .build()))
                .withMessageContaining("positive definite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SOLVER.solve(QuadraticProgram.minimise(new double[][] {{1, 1}, {1, 1}}, 0, 0)
                        .build()))
                .withMessageContaining("positive definite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadraticProgram.nearestTo(1, 2).atMost(new double[] {1}, 0))
                .withMessageContaining("coefficients has length 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadraticProgram.nearestTo(1, 2).atMost(new double[] {1, Double.NaN}, 0))
                .withMessageContaining("coefficients[1]");
    }

    @Example
    void aCertificateSeesEachKindOfFault() {
        QuadraticProgram program = QuadraticProgram.nearestTo(2)
                .atMost(new double[] {1}, 1)
                .atLeast(new double[] {1}, 0)
                .build();
        assertThat(certificate(program, 1, -1, 0).gap()).isZero();
        assertThat(certificate(program, 1, -0.9, 0).stationarity()).isCloseTo(0.05, within(1e-12));
        assertThat(certificate(program, 1.1, -0.9, 0).primalViolation()).isCloseTo(0.05, within(1e-12));
        assertThat(certificate(program, 0.5, -1.5, 0).complementarity()).isGreaterThan(0.1);
        assertThat(certificate(program, 1, -1.5, -0.5).stationarity()).isEqualTo(1);
    }

    private static KktCertificate certificate(QuadraticProgram program, double point, double... dual) {
        return KktCertificate.of(program, new double[] {point}, dual);
    }

    private static double[] unit(int n, int at) {
        double[] row = new double[n];
        row[at] = 1;
        return row;
    }

    private static double[][] gram(Xoshiro256PlusPlus random, int n, boolean whole) {
        double[][] factor = new double[n][n];
        for (double[] row : factor) {
            for (int j = 0; j < n; j++) {
                row[j] = whole ? random.nextInt(3) - 1 : random.nextDouble() - 0.5;
            }
        }
        double[][] gram = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k <= j; k++) {
                for (int l = 0; l < n; l++) {
                    gram[j][k] += factor[l][j] * factor[l][k];
                }
                gram[j][k] += j == k ? (whole ? 1 : 0.01) : 0;
                gram[k][j] = gram[j][k];
            }
        }
        return gram;
    }

    /** Constraints that a random point satisfies, some of them exactly up to rounding; at most n / 2 equalities. */
    private static void fillFeasible(
            Xoshiro256PlusPlus random, double[][] rows, Relation[] relations, double[] sides, double[] linear) {
        int n = linear.length;
        double[] inside = new double[n];
        for (int j = 0; j < n; j++) {
            inside[j] = random.nextDouble() - 0.5;
            linear[j] = 4 * random.nextDouble() - 2;
        }
        int equalities = 0;
        for (int i = 0; i < rows.length; i++) {
            double value = 0;
            for (int j = 0; j < n; j++) {
                rows[i][j] = random.nextDouble() - 0.5;
                value += rows[i][j] * inside[j];
            }
            boolean equal = 2 * equalities + 2 <= n && random.nextInt(5) == 0;
            equalities += equal ? 1 : 0;
            relations[i] = equal ? Relation.EQUAL : random.nextBoolean() ? Relation.AT_MOST : Relation.AT_LEAST;
            double slack = equal ? 0 : 0.3 * random.nextDouble();
            sides[i] = value + (relations[i] == Relation.AT_MOST ? slack : -slack);
        }
    }

    private static QuadraticProgram program(
            double[][] quadratic, double[] linear, double[][] rows, Relation[] relations, double[] sides) {
        QuadraticProgram.Builder builder = QuadraticProgram.minimise(quadratic, linear);
        for (int i = 0; i < rows.length; i++) {
            builder.add(rows[i], relations[i], sides[i]);
        }
        return builder.build();
    }

    /** The feasible minimiser over all subspaces spanned by constraints, null if there is none. */
    private static double @Nullable [] bestOfActiveSets(
            double[][] quadratic, double[] linear, double[][] rows, Relation[] relations, double[] sides) {
        int n = linear.length;
        double[] best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << rows.length; set++) {
            int size = Integer.bitCount(set);
            if (size > n) {
                continue;
            }
            double[][] system = new double[n + size][n + size + 1];
            for (int j = 0; j < n; j++) {
                System.arraycopy(quadratic[j], 0, system[j], 0, n);
                system[j][n + size] = -linear[j];
            }
            int at = n;
            for (int i = 0; i < rows.length; i++) {
                if ((set >> i & 1) == 1) {
                    for (int j = 0; j < n; j++) {
                        system[at][j] = rows[i][j];
                        system[j][at] = rows[i][j];
                    }
                    system[at++][n + size] = sides[i];
                }
            }
            double[] x = eliminate(system);
            if (x != null && isFeasible(x, rows, relations, sides)) {
                double value = 0;
                for (int j = 0; j < n; j++) {
                    value += linear[j] * x[j];
                    for (int k = 0; k < n; k++) {
                        value += x[j] * quadratic[j][k] * x[k] / 2;
                    }
                }
                if (value < least) {
                    least = value;
                    best = Arrays.copyOf(x, n);
                }
            }
        }
        return best;
    }

    private static boolean isFeasible(double[] x, double[][] rows, Relation[] relations, double[] sides) {
        for (int i = 0; i < rows.length; i++) {
            double excess = -sides[i];
            for (int j = 0; j < rows[i].length; j++) {
                excess += rows[i][j] * x[j];
            }
            double violation = relations[i] == Relation.EQUAL
                    ? Math.abs(excess)
                    : relations[i] == Relation.AT_MOST ? excess : -excess;
            if (violation > 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static double @Nullable [] eliminate(double[][] system) {
        int n = system.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k; i < n; i++) {
                pivot = Math.abs(system[i][k]) > Math.abs(system[pivot][k]) ? i : pivot;
            }
            if (Math.abs(system[pivot][k]) < 1e-9) {
                return null;
            }
            double[] swap = system[k];
            system[k] = system[pivot];
            system[pivot] = swap;
            for (int i = 0; i < n; i++) {
                double factor = i == k ? 0 : system[i][k] / system[k][k];
                for (int j = k; factor != 0 && j <= n; j++) {
                    system[i][j] -= factor * system[k][j];
                }
            }
        }
        double[] solution = new double[n];
        for (int k = 0; k < n; k++) {
            solution[k] = system[k][n] / system[k][k];
        }
        return solution;
    }
}
