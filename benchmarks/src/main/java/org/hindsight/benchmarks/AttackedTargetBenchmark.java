// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.instances.SecurityGames;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one answer of an attacker who sees the coverage, the query of every learner of commitments.
 *
 * <p>{@code scan} is the loop over flat arrays, which should take less than 1 ns for each target and allocate nothing; {@code tolerant} is the
 * best response with a rule for ties; {@code boxed} is the way with streams and comparators.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AttackedTargetBenchmark {
    private static final int COVERAGES = 64;

    /** The number of targets. */
    @Param({"10", "30", "100"})
    public int targets;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
    private final double[][] coverages = new double[COVERAGES][];
    private SecurityGame game = SecurityGames.simplexRandom(1, 0.25, 0.75, Xoshiro256PlusPlus.seeded(0));
    private BestResponse response = BestResponse.in(game);
    private int next;

    /** Draws a game and coverages near the least minimax one, where the answer is not obvious. */
    @Setup(Level.Trial)
    public void setUp() {
        game = SecurityGames.simplexRandom(targets, 0.25, 0.75, Xoshiro256PlusPlus.seeded(targets));
        response = BestResponse.in(game).withTolerance(0);
        double[] least = Origami.solve(game).coverage();
        for (int k = 0; k < COVERAGES; k++) {
            double[] coverage = least.clone();
            for (int target = 0; target < targets; target++) {
                coverage[target] *= random.nextDouble();
            }
            coverages[k] = coverage;
        }
        for (int k = 0; k < COVERAGES; k++) {
            int scanned = scan();
            next = (next + COVERAGES - 1) % COVERAGES;
            if (scanned != boxed()) {
                throw new IllegalStateException("answers differ");
            }
        }
    }

    private double[] coverage() {
        next = (next + 1) % COVERAGES;
        return coverages[next];
    }

    /**
     * Scans the arrays.
     *
     * @return the attacked target
     */
    @Benchmark
    public int scan() {
        return game.attackedTarget(coverage());
    }

    /**
     * Answers with a rule for ties.
     *
     * @return the attacked target
     */
    @Benchmark
    public int tolerant() {
        return response.to(coverage(), random);
    }

    /**
     * Streams over boxed targets.
     *
     * @return the attacked target
     */
    @Benchmark
    public int boxed() {
        double[] coverage = coverage();
        return IntStream.range(0, targets)
                .boxed()
                .min(Comparator.comparingDouble(target -> -game.attackerPayoff(target, coverage[target])))
                .orElseThrow();
    }
}
