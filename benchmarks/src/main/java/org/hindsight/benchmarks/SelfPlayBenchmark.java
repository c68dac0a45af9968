// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.dynamics.SelfPlay;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.RegretMatchingPlus;
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
 * Time of one round of self-play of two learners in a random game.
 *
 * <p>{@code payoffsAlone} is the two payoff vectors that a round cannot do without; what Hedge and regret matching plus add is
 * linear in the actions, what Blum and Mansour's learner adds is cubic. Run with the GC profiler: a round allocates nothing.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SelfPlayBenchmark {
    private static final int RATE_HORIZON = 1_000_000;

    /** The number of actions of each player. */
    @Param({"10", "100", "1000"})
    public int actions;

    private NormalFormGame game = NormalFormGame.of(GameForm.of(1), new double[1][1]);
    private SelfPlay hedge = SelfPlay.among(game, RegretMatchingPlus::of);
    private SelfPlay regretMatchingPlus = hedge;
    private SelfPlay blumMansour = hedge;
    private double[][] strategies = new double[1][1];
    private double[][] payoffs = new double[1][1];

    /** Builds the game and seats the learners. */
    @Setup
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        double[] rowPayoffs = new double[actions * actions];
        double[] columnPayoffs = new double[actions * actions];
        for (int k = 0; k < rowPayoffs.length; k++) {
            rowPayoffs[k] = random.nextDouble();
            columnPayoffs[k] = random.nextDouble();
        }
        game = BimatrixGame.of(actions, actions, rowPayoffs, columnPayoffs).toNormalForm();
        hedge = SelfPlay.among(game, n -> Hedge.tunedFor(n, RATE_HORIZON));
        regretMatchingPlus = SelfPlay.among(game, RegretMatchingPlus::of);
        blumMansour = SelfPlay.among(game, n -> BlumMansour.overTunedHedge(n, RATE_HORIZON));
        payoffs = new double[2][actions];
        hedge.round();
        strategies = hedge.lastProfile().toArrays();
    }

    /**
     * Plays a round of Hedge.
     *
     * @return the rounds played
     */
    @Benchmark
    public long hedgeSelfPlay() {
        hedge.round();
        return hedge.rounds();
    }

    /**
     * Plays a round of regret matching plus.
     *
     * @return the rounds played
     */
    @Benchmark
    public long rmPlus() {
        regretMatchingPlus.round();
        return regretMatchingPlus.rounds();
    }

    /**
     * Plays a round of Blum and Mansour's learner over Hedge.
     *
     * @return the rounds played
     */
    @Benchmark
    public long blumMansour() {
        blumMansour.round();
        return blumMansour.rounds();
    }

    /**
     * Evaluates both players' payoff vectors.
     *
     * @return the vectors
     */
    @Benchmark
    public double[][] payoffsAlone() {
        game.payoffVector(0, strategies, payoffs[0]);
        game.payoffVector(1, strategies, payoffs[1]);
        return payoffs;
    }
}
