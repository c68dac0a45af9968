// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
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
 * Time of one payoff vector of a game of two players, the inner loop of every dynamics.
 *
 * <p>{@code naive} multiplies each row of the matrix with the opponent's strategy, whose sums do not vectorise. The limit is
 * the memory that the matrix fills: 8 MB at 1000 actions.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PayoffVectorBenchmark {
    /** The number of actions of each player. */
    @Param({"32", "100", "300", "1000"})
    public int actions;

    private NormalFormGame game = NormalFormGame.of(GameForm.of(1), new double[1][1]);
    private double[] matrix = new double[1];
    private double[][] strategies = new double[1][1];
    private double[] out = new double[1];

    /** Builds the game and checks that both ways give the same vector. */
    @Setup
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        matrix = new double[actions * actions];
        for (int k = 0; k < matrix.length; k++) {
            matrix[k] = 2 * random.nextDouble() - 1;
        }
        game = BimatrixGame.of(actions, actions, matrix, matrix).toNormalForm();
        strategies = MixedProfile.uniform(game.form()).toArrays();
        out = new double[actions];
        double[] expected = naive().clone();
        double[] seen = payoffVector();
        for (int a = 0; a < actions; a++) {
            if (!(Math.abs(seen[a] - expected[a]) < 1e-12)) {
                throw new IllegalStateException("action " + a + ": " + seen[a] + " instead of " + expected[a]);
            }
        }
    }

    /**
     * Evaluates Hindsight's payoff vector of player 0.
     *
     * @return the vector
     */
    @Benchmark
    public double[] payoffVector() {
        game.payoffVector(0, strategies, out);
        return out;
    }

    /**
     * Multiplies row by row.
     *
     * @return the vector
     */
    @Benchmark
    public double[] naive() {
        double[] opponent = strategies[1];
        for (int i = 0; i < actions; i++) {
            double sum = 0;
            for (int j = 0; j < actions; j++) {
                sum += matrix[i * actions + j] * opponent[j];
            }
            out[i] = sum;
        }
        return out;
    }
}
