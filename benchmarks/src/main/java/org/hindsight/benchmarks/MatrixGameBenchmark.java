// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.linear.dense.MatrixGame;
import org.hindsight.core.linear.dense.MatrixGameSolution;
import org.hindsight.core.linear.dense.MatrixGameSolver;
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
 * Time to solve a zero-sum game with uniform payoffs in [-1, 1], n by n; games alternate between four.
 *
 * <p>{@code kernel} is Hindsight's, certificate included; {@code certificate} is that check alone; {@code ojAlgo} is that
 * library's simplex method on the packed program (maximise 1.y, By at most 1) without scaling, facade or check, which is
 * more than its usual front end gives; {@code hipparchus} its simplex solver on the same program. Each prints at
 * the end the largest error of its strategies, relative to the payoff range (of a peer's column strategy, that is what it
 * gives away beyond the value): a fast wrong answer is no answer. Use
 * {@code -p actions=1000} for the largest size, which takes the others minutes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatrixGameBenchmark {
    private static final int GAMES = 4;

    /** The number of actions of each player. */
    @Param({"10", "50", "100", "300", "500"})
    public int actions;

    private final MatrixGameSolver solver = new MatrixGameSolver();
    private final MatrixGame[] games = new MatrixGame[GAMES];
    private final MatrixGameSolution[] solutions = new MatrixGameSolution[GAMES];
    /** The payoffs shifted to [1, 3], row by row, for the peers. */
    private final double[][] packed = new double[GAMES][];

    private double[] ones = {};
    private int next;
    private String last = "";
    private double largestGap;
    private int failures;

    /** Draws the games and solves them once. */
    @Setup(Level.Trial)
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(actions);
        ones = new double[actions];
        Arrays.fill(ones, 1);
        int pivots = 0;
        for (int g = 0; g < GAMES; g++) {
            double[] payoffs = new double[actions * actions];
            Arrays.setAll(payoffs, k -> 2 * random.nextDouble() - 1);
            packed[g] = new double[payoffs.length];
            Arrays.setAll(packed[g], k -> payoffs[k] + 2);
            games[g] = MatrixGame.view(actions, actions, payoffs);
            solutions[g] = solver.solve(games[g]);
            pivots += solutions[g].pivots();
            if (solutions[g].status() != SolveStatus.OPTIMAL) {
                throw new IllegalStateException("not solved: " + solutions[g]);
            }
        }
        System.out.printf(Locale.ROOT, "%nkernel pivots, mean: %.1f%n", (double) pivots / GAMES);
        requireSameValue();
    }

    /** Prints the error of the solver that ran. */
    @TearDown(Level.Trial)
    public void report() {
        System.out.printf(Locale.ROOT, "%n%s: largest relative error %.1e, failures %d%n", last, largestGap, failures);
    }

    /**
     * Solves with Hindsight's kernel and certifies.
     *
     * @return the solution
     */
    @Benchmark
    public MatrixGameSolution kernel() {
        MatrixGameSolution solution = solver.solve(nextGame());
        note("kernel", solution);
        return solution;
    }

    /**
     * Measures the kernel's strategies.
     *
     * @return the measured solution
     */
    @Benchmark
    public MatrixGameSolution certificate() {
        MatrixGame game = nextGame();
        MatrixGameSolution known = solutions[next];
        MatrixGameSolution solution =
                MatrixGameSolution.measured(game, known.rowStrategy(), known.columnStrategy(), 0, "certificate");
        note("certificate", solution);
        return solution;
    }

    /**
     * Solves with ojAlgo.
     *
     * @return the strategies that it found, measured
     */
    @Benchmark
    public MatrixGameSolution ojAlgo() {
        nextGame();
        return judge("ojAlgo", PeerSolvers.ojAlgo(ones, packed[next], ones, false));
    }

    /**
     * Solves with Hipparchus.
     *
     * @return the strategies that it found, measured
     */
    @Benchmark
    public MatrixGameSolution hipparchus() {
        nextGame();
        return judge("hipparchus", PeerSolvers.hipparchus(ones, packed[next], ones, false));
    }

    private MatrixGame nextGame() {
        next = (next + 1) % GAMES;
        return games[next];
    }

    /** Measures a peer's column strategy against the kernel's row strategy, whose guarantee is certified. */
    private MatrixGameSolution judge(String name, double @Nullable [] y) {
        MatrixGameSolution known = solutions[next];
        if (y == null || !(sum(y) > 0)) {
            last = name;
            failures++;
            return known;
        }
        MatrixGameSolution solution =
                MatrixGameSolution.measured(games[next], known.rowStrategy(), normalised(y), 0, name);
        note(name, solution);
        return solution;
    }

    private void note(String name, MatrixGameSolution solution) {
        last = name;
        largestGap = Math.max(largestGap, solution.gap());
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += Math.max(0, weight);
        }
        return sum;
    }

    private static double[] normalised(double[] weights) {
        double sum = sum(weights);
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.max(0, weights[k]) / sum;
        }
        return weights;
    }

    /** Where the peers are right, they must have the kernel's value. */
    private void requireSameValue() {
        for (next = 0; actions <= 100 && next < GAMES; next++) {
            double theirs = judge("ojAlgo", PeerSolvers.ojAlgo(ones, packed[next], ones, false))
                    .upper();
            if (Math.abs(theirs - solutions[next].value()) > 1e-6) {
                throw new IllegalStateException("ojAlgo found " + theirs + ", the kernel " + solutions[next]);
            }
        }
        next = 0;
        largestGap = 0;
        failures = 0;
    }
}
