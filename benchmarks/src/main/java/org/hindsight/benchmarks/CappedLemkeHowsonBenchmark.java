// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.NashCertificate;
import org.hindsight.games.nash.EquilibriumException;
import org.hindsight.games.nash.LemkeHowson;
import org.hindsight.games.nash.NashSolution;
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
 * Time to find one equilibrium of four games with uniform payoffs, n by n, one after the other.
 *
 * <p>{@code capped} tries one label after the other with growing limits, certificates included; {@code certificate} is that check
 * alone. {@code naive} follows the path of the first label wherever it leads, and gives up after {@value #PATIENCE} pivots: its
 * time is then a lower bound. Each prints its pivots, its largest gap and how many games it gave up on.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class CappedLemkeHowsonBenchmark {
    private static final int GAMES = 4;
    private static final long PATIENCE = 5_000;

    /** The number of actions of each player. */
    @Param({"50", "100", "200", "500"})
    public int actions;

    private final BimatrixGame[] games = new BimatrixGame[GAMES];
    private final NashSolution[] solutions = new NashSolution[GAMES];
    private long pivots;
    private double largestGap;
    private int failures;

    /** Draws the games and solves them once. */
    @Setup(Level.Trial)
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(actions);
        for (int g = 0; g < GAMES; g++) {
            double[] first = new double[actions * actions];
            double[] second = new double[actions * actions];
            for (int k = 0; k < first.length; k++) {
                first[k] = random.nextDouble();
                second[k] = random.nextDouble();
            }
            games[g] = BimatrixGame.of(actions, actions, first, second);
            solutions[g] = LemkeHowson.standard().solve(games[g]);
        }
    }

    /** Forgets the counts of the warm-up. */
    @Setup(Level.Iteration)
    public void startCounting() {
        pivots = 0;
        largestGap = 0;
        failures = 0;
    }

    /** Prints what the last iteration counted. */
    @TearDown(Level.Trial)
    public void report() {
        System.out.printf(
                Locale.ROOT, "%n%d pivots, largest gap %.1e, given up %d of %d%n", pivots, largestGap, failures, GAMES);
    }

    /**
     * Solves with growing limits.
     *
     * @return the largest gap
     */
    @Benchmark
    public double capped() {
        for (BimatrixGame game : games) {
            note(LemkeHowson.standard().solve(game));
        }
        return largestGap;
    }

    /**
     * Measures the equilibria.
     *
     * @return the largest gap
     */
    @Benchmark
    public double certificate() {
        for (int g = 0; g < GAMES; g++) {
            double gap = NashCertificate.of(games[g].toNormalForm(), solutions[g].profile())
                    .gap();
            largestGap = Math.max(largestGap, gap);
        }
        return largestGap;
    }

    /**
     * Follows one path.
     *
     * @return the largest gap
     */
    @Benchmark
    public double naive() {
        for (BimatrixGame game : games) {
            try {
                note(LemkeHowson.standard().withPivotLimit(PATIENCE).solve(game, 0));
            } catch (EquilibriumException tooLong) {
                pivots += PATIENCE;
                failures++;
            }
        }
        return largestGap;
    }

    private void note(NashSolution solution) {
        pivots += solution.work();
        largestGap = Math.max(largestGap, solution.certificate().gap());
    }
}
