// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SimplexDomainSolver;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to solve one game's programs over the simplex, the four families' games being square.
 *
 * <p>{@code commitment} and {@code commitmentZeroSum}: the leader's optimal commitment by one program for each of the
 * follower's actions, with uniform payoffs, or the follower's being the opposite of the leader's plus 0.3 times noise.
 * {@code correlated} and {@code correlatedTies}: the correlated equilibrium of largest welfare with uniform payoffs, or of
 * smallest welfare with payoffs in -1, 0, 1 (whose largest is often that of a pure equilibrium). Four games alternate.
 *
 * <p>{@code kernel} solves every program, certificates included; {@code pruned} gives each the best value so far (the same
 * as {@code kernel} where there is one program); {@code certificate} is the check of the kernel's optima alone; the peers
 * solve every program without a check, and print how many they failed on and by how much at most they missed the value or a
 * constraint. Hipparchus fails on most of the correlated programs.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SimplexDomainBenchmark {
    private static final int GAMES = 4;

    /** The family of programs. */
    @Param({"commitment", "commitmentZeroSum", "correlated", "correlatedTies"})
    public String family = "";

    /** The number of actions of each player. */
    @Param({"10", "20", "30"})
    public int actions;

    private final SimplexDomainSolver solver = new SimplexDomainSolver();
    private final SimplexDomainProgram[][] programs = new SimplexDomainProgram[GAMES][];
    private final SimplexDomainSolution[][] solutions = new SimplexDomainSolution[GAMES][];
    private int next;
    private String last = "";
    private double largestError;
    private int failures;

    /** Draws the games and solves them once. */
    @Setup(Level.Trial)
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(actions);
        int pivots = 0;
        for (int g = 0; g < GAMES; g++) {
            double[][] first = new double[actions][actions];
            double[][] second = new double[actions][actions];
            for (int i = 0; i < actions; i++) {
                for (int j = 0; j < actions; j++) {
                    boolean ties = family.equals("correlatedTies");
                    first[i][j] = ties ? random.nextInt(3) - 1 : 2 * random.nextDouble() - 1;
                    second[i][j] = ties ? random.nextInt(3) - 1 : 2 * random.nextDouble() - 1;
                    if (family.equals("commitmentZeroSum")) {
                        second[i][j] = 0.3 * second[i][j] - first[i][j];
                    }
                }
            }
            programs[g] = family.startsWith("correlated")
                    ? new SimplexDomainProgram[] {correlated(first, second, family.equals("correlatedTies") ? -1 : 1)}
                    : commitments(first, second);
            solutions[g] = new SimplexDomainSolution[programs[g].length];
            for (int k = 0; k < programs[g].length; k++) {
                solutions[g][k] = solver.solve(programs[g][k]);
                pivots += solutions[g][k].pivots();
                if (solutions[g][k].status() == SolveStatus.NUMERICAL_FAILURE) {
                    throw new IllegalStateException("not solved: " + solutions[g][k]);
                }
            }
        }
        System.out.printf(Locale.ROOT, "%nkernel pivots a game, mean: %.1f%n", (double) pivots / GAMES);
        requireSameMaximum();
    }

    /** Prints the error of the solver that ran. */
    @TearDown(Level.Trial)
    public void report() {
        System.out.printf(
                Locale.ROOT, "%n%s: largest relative error %.1e, failures %d%n", last, largestError, failures);
    }

    /**
     * Solves every program with Hindsight's kernel and certifies.
     *
     * @return the largest value
     */
    @Benchmark
    public double kernel() {
        return largest(false);
    }

    /**
     * The same, skipping what the best value so far rules out.
     *
     * @return the largest value
     */
    @Benchmark
    public double pruned() {
        return largest(true);
    }

    /**
     * Measures the kernel's optima.
     *
     * @return the largest gap
     */
    @Benchmark
    public double certificate() {
        next = (next + 1) % GAMES;
        last = "certificate";
        double worst = 0;
        for (int k = 0; k < programs[next].length; k++) {
            SimplexDomainSolution known = solutions[next][k];
            if (known.status() == SolveStatus.OPTIMAL) {
                worst = Math.max(
                        worst,
                        SimplexDomainSolution.measured(programs[next][k], known.primal(), known.dual(), 0, "again")
                                .gap());
            }
        }
        largestError = Math.max(largestError, worst);
        return worst;
    }

    /**
     * Solves every program with ojAlgo.
     *
     * @return the number of failures
     */
    @Benchmark
    public int ojAlgo() {
        next = (next + 1) % GAMES;
        for (int k = 0; k < programs[next].length; k++) {
            SimplexDomainProgram program = programs[next][k];
            judge("ojAlgo", k, PeerSolvers.ojAlgo(objective(program), coefficients(program), sides(program), true));
        }
        return failures;
    }

    /**
     * Solves every program with Hipparchus.
     *
     * @return the number of failures
     */
    @Benchmark
    public int hipparchus() {
        next = (next + 1) % GAMES;
        for (int k = 0; k < programs[next].length; k++) {
            SimplexDomainProgram program = programs[next][k];
            judge(
                    "hipparchus",
                    k,
                    PeerSolvers.hipparchus(objective(program), coefficients(program), sides(program), true));
        }
        return failures;
    }

    private double largest(boolean prune) {
        next = (next + 1) % GAMES;
        last = prune ? "pruned" : "kernel";
        double best = Double.NEGATIVE_INFINITY;
        for (SimplexDomainProgram program : programs[next]) {
            SimplexDomainSolution solution = prune ? solver.solveAbove(program, best) : solver.solve(program);
            if (solution.status() == SolveStatus.OPTIMAL) {
                best = Math.max(best, solution.value());
                largestError = Math.max(largestError, Math.max(solution.gap(), solution.violation()));
            } else if (solution.status() == SolveStatus.NUMERICAL_FAILURE) {
                failures++;
            }
        }
        return best;
    }

    /** A peer's distance from the certified value and from feasibility; payoffs are of size one. */
    private void judge(String name, int k, double @Nullable [] x) {
        last = name;
        SimplexDomainSolution known = solutions[next][k];
        if (known.status() == SolveStatus.INFEASIBLE && x == null) {
            return;
        }
        if (known.status() == SolveStatus.INFEASIBLE || x == null) {
            failures++;
            return;
        }
        SimplexDomainProgram program = programs[next][k];
        double value = 0;
        for (int j = 0; j < x.length; j++) {
            value += program.objective(j) * x[j];
        }
        double error = Math.abs(value - known.value());
        for (int row = 0; row < program.constraints(); row++) {
            double left = -program.rightHandSide(row);
            for (int j = 0; j < x.length; j++) {
                left += program.coefficient(row, j) * x[j];
            }
            error = Math.max(error, left);
        }
        largestError = Math.max(largestError, error);
    }

    private void requireSameMaximum() {
        for (int g = 0; g < GAMES; g++) {
            double full = largest(false);
            next = (next + GAMES - 1) % GAMES;
            if (full != largest(true)) {
                throw new IllegalStateException("pruning changed the largest value of game " + next);
            }
        }
        largestError = 0;
        failures = 0;
    }

    /** One program for each of the follower's actions. */
    private static SimplexDomainProgram[] commitments(double[][] leader, double[][] follower) {
        int m = leader.length;
        SimplexDomainProgram[] all = new SimplexDomainProgram[m];
        for (int action = 0; action < m; action++) {
            double[] objective = new double[m];
            double[][] rows = new double[m - 1][m];
            for (int i = 0; i < m; i++) {
                objective[i] = leader[i][action];
                for (int other = 0; other < m; other++) {
                    if (other != action) {
                        rows[other < action ? other : other - 1][i] = follower[i][other] - follower[i][action];
                    }
                }
            }
            all[action] = SimplexDomainProgram.of(objective, rows, new double[m - 1]);
        }
        return all;
    }

    /** Variable i n + j is the probability of the actions i and j; a row for each player, action and deviation. */
    private static SimplexDomainProgram correlated(double[][] a, double[][] b, int sign) {
        int n = a.length;
        double[] welfare = new double[n * n];
        Arrays.setAll(welfare, k -> sign * (a[k / n][k % n] + b[k / n][k % n]));
        double[][] rows = new double[2 * n * (n - 1)][n * n];
        int row = 0;
        for (int told = 0; told < n; told++) {
            for (int other = 0; other < n; other++) {
                if (told == other) {
                    continue;
                }
                for (int k = 0; k < n; k++) {
                    rows[row][told * n + k] = a[other][k] - a[told][k];
                    rows[row + 1][k * n + told] = b[k][other] - b[k][told];
                }
                row += 2;
            }
        }
        return SimplexDomainProgram.of(welfare, rows, new double[row]);
    }

    private static double[] objective(SimplexDomainProgram program) {
        double[] objective = new double[program.variables()];
        Arrays.setAll(objective, program::objective);
        return objective;
    }

    private static double[] coefficients(SimplexDomainProgram program) {
        int n = program.variables();
        double[] coefficients = new double[n * program.constraints()];
        Arrays.setAll(coefficients, k -> program.coefficient(k / n, k % n));
        return coefficients;
    }

    private static double[] sides(SimplexDomainProgram program) {
        double[] sides = new double[program.constraints()];
        Arrays.setAll(sides, program::rightHandSide);
        return sides;
    }
}
