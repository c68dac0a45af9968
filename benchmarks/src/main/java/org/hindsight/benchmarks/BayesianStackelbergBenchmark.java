// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.bayesian.BayesianSolution;
import org.hindsight.stackelberg.bayesian.BayesianStackelbergGame;
import org.hindsight.stackelberg.bayesian.Dobss;
import org.hindsight.stackelberg.bayesian.DobssSolution;
import org.hindsight.stackelberg.bayesian.ResponseSearch;
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
 * Time to solve one Bayesian Stackelberg game of 10 rows and 10 responses a type, with uniform payoffs and an even prior: branch
 * and bound over responses, and the mixed-integer program, which takes so long that single shots are timed.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class BayesianStackelbergBenchmark {
    private static final int ACTIONS = 10;

    /** The number of types. */
    @Param({"2", "3", "4"})
    public int types;

    private BayesianStackelbergGame game = BayesianStackelbergGame.of(
            new double[] {1}, List.of(BimatrixStackelbergGame.of(new double[][] {{0}}, new double[][] {{0}})));

    /** Draws the game. */
    @Setup(Level.Trial)
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(types);
        List<BimatrixStackelbergGame> games = new ArrayList<>();
        for (int l = 0; l < types; l++) {
            double[][] u = new double[ACTIONS][ACTIONS];
            double[][] v = new double[ACTIONS][ACTIONS];
            for (int i = 0; i < ACTIONS; i++) {
                for (int j = 0; j < ACTIONS; j++) {
                    u[i][j] = random.nextDouble();
                    v[i][j] = random.nextDouble();
                }
            }
            games.add(BimatrixStackelbergGame.of(u, v));
        }
        double[] prior = new double[types];
        Arrays.fill(prior, 1.0 / types);
        game = BayesianStackelbergGame.of(prior, games);
    }

    /**
     * Branch and bound with its proof.
     *
     * @return the commitment
     */
    @Benchmark
    public BayesianSolution search() {
        return ResponseSearch.solve(game);
    }

    /**
     * The mixed-integer program.
     *
     * @return the commitment
     */
    @Benchmark
    public DobssSolution integerProgram() {
        return Dobss.solve(game);
    }
}
