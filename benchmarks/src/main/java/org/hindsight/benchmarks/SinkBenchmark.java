// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.sinks.ResponseGraph;
import org.hindsight.games.sinks.SinkEquilibria;
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
 * Time to find the sinks of a game of common interest with ten actions a player, and the limit of the uniform prior.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SinkBenchmark {
    /** The number of players: ten to this power is the number of profiles. */
    @Param({"3", "4", "5", "6"})
    public int players;

    private NormalFormGame game = NormalFormGame.bimatrix(new double[1][1], new double[1][1]);

    /** Draws the payoffs. */
    @Setup
    public void setUp() {
        int[] shape = new int[players];
        Arrays.fill(shape, 10);
        GameForm form = GameForm.of(shape);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(players);
        double[] common = new double[form.profiles()];
        for (int s = 0; s < common.length; s++) {
            common[s] = random.nextDouble();
        }
        game = NormalFormGame.of(form, (player, profile) -> common[form.profileIndex(profile)]);
    }

    /**
     * Finds the sinks and the limit.
     *
     * @return the probability of each sink
     */
    @Benchmark
    public double[] limitOfUniform() {
        return SinkEquilibria.of(ResponseGraph.of(game)).limitOfUniform();
    }
}
