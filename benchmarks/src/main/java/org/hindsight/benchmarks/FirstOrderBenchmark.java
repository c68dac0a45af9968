// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.ZeroSumCertificate;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.zerosum.FirstOrderSolution;
import org.hindsight.games.zerosum.FirstOrderSolver;
import org.hindsight.games.zerosum.ZeroSumSolution;
import org.hindsight.games.zerosum.ZeroSumSolver;
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
 * Time to bring the duality gap of a zero-sum game with uniform payoffs, n by n, to a target, in units of the payoff range.
 *
 * <p>{@code linearProgram} is exact up to rounding whatever the target, certificate included; {@code certificate} is that check
 * alone. The others are first-order methods, whose rounds are printed; they stop after {@value #MOST_ROUNDS} rounds, and print
 * the gap that they reached.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class FirstOrderBenchmark {
    private static final long MOST_ROUNDS = 100_000;

    /** The number of actions of each player. */
    @Param({"10", "30", "100", "300"})
    public int actions;

    /** The gap to reach. */
    @Param({"1e-2", "1e-4", "1e-6"})
    public double target;

    private ZeroSumGame game = ZeroSumGame.of(new double[1][1]);
    private ZeroSumSolution known = ZeroSumSolver.standard().solve(game);
    private String last = "";

    /** Draws the game. */
    @Setup(Level.Trial)
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(actions);
        double[][] payoffs = new double[actions][actions];
        for (double[] row : payoffs) {
            for (int j = 0; j < actions; j++) {
                row[j] = 2 * random.nextDouble() - 1;
            }
        }
        game = ZeroSumGame.of(payoffs);
        known = ZeroSumSolver.standard().solve(game);
    }

    /** Prints what was reached. */
    @TearDown(Level.Trial)
    public void report() {
        System.out.printf(Locale.ROOT, "%n%s%n", last);
    }

    /**
     * Solves the linear program.
     *
     * @return the solution
     */
    @Benchmark
    public ZeroSumSolution linearProgram() {
        ZeroSumSolution solution = ZeroSumSolver.standard().solve(game);
        last = String.format(
                Locale.ROOT, "linear program: gap %.1e", solution.certificate().gap());
        return solution;
    }

    /**
     * Measures the strategies of the linear program.
     *
     * @return the certificate
     */
    @Benchmark
    public ZeroSumCertificate certificate() {
        return ZeroSumCertificate.of(
                game, known.certificate().row(), known.certificate().column());
    }

    /**
     * Regret matching plus by turns.
     *
     * @return the best pair
     */
    @Benchmark
    public FirstOrderSolution alternatingRegretMatchingPlus() {
        return approach(FirstOrderSolver.alternatingRegretMatchingPlus());
    }

    /**
     * Optimistic Hedge.
     *
     * @return the best pair
     */
    @Benchmark
    public FirstOrderSolution optimisticHedge() {
        return approach(FirstOrderSolver.optimisticHedge());
    }

    /**
     * The extragradient method.
     *
     * @return the best pair
     */
    @Benchmark
    public FirstOrderSolution extragradient() {
        return approach(FirstOrderSolver.extragradient());
    }

    private FirstOrderSolution approach(FirstOrderSolver solver) {
        FirstOrderSolution solution = solver.solve(game, target, MOST_ROUNDS);
        double error = Math.abs(solution.value() - known.value());
        if (!(error <= (solution.certificate().gap() + 1e-9) * 2)) {
            throw new IllegalStateException(solution + " is not the value " + known.value());
        }
        last = String.format(
                Locale.ROOT,
                "%s: gap %.1e in %d rounds, %d products",
                solution.method(),
                solution.certificate().gap(),
                solution.rounds(),
                solution.products());
        return solution;
    }
}
