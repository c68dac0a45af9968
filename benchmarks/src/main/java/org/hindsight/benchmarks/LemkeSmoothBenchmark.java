// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.smooth.SmoothEquilibrium;
import org.hindsight.games.smooth.SmoothNashSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to find a smooth equilibrium of a random game at sigma = 1/2 by Lemke's algorithm, certificate included.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LemkeSmoothBenchmark {
    /** The number of actions of each player. */
    @Param({"10", "30"})
    public int actions;

    private BimatrixGame game = BimatrixGame.of(new double[1][1], new double[1][1]);

    /** Draws the payoffs. */
    @Setup
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(actions);
        double[][][] payoffs = new double[2][actions][actions];
        for (double[][] matrix : payoffs) {
            for (double[] row : matrix) {
                for (int j = 0; j < actions; j++) {
                    row[j] = random.nextDouble();
                }
            }
        }
        game = BimatrixGame.of(payoffs[0], payoffs[1]);
    }

    /**
     * Solves the game.
     *
     * @return the equilibrium
     */
    @Benchmark
    public SmoothEquilibrium solve() {
        return SmoothNashSolver.seeded(1).solve(game, 0.5);
    }
}
