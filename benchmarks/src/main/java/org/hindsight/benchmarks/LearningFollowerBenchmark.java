// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.learners.LearningFollower;
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
 * Time of one round of a follower who learns, against a leader of ten rows.
 *
 * <p>{@code payoffsAlone} is the baseline: the follower's payoffs, which no round can do without. {@code hedge} adds n exponentials, {@code
 * blumMansour} n copies of Hedge and the stationary law. Run with the GC profiler: a round allocates nothing.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LearningFollowerBenchmark {
    private static final int ROWS = 10;
    private static final long HORIZON = 1_000_000;

    /** The number of responses n. */
    @Param({"10", "100", "1000"})
    public int responses;

    private BimatrixStackelbergGame game = BimatrixStackelbergGame.of(new double[1][1], new double[1][1]);
    private LearningFollower hedge = LearningFollower.of(game, Hedge.of(1, 1));
    private LearningFollower blumMansour = hedge;
    private double[][] commitments = new double[1][1];
    private double[] out = new double[1];
    private int turn;

    /** Builds the game and the followers. */
    @Setup
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        double[][] payoffs = new double[ROWS][responses];
        for (double[] row : payoffs) {
            for (int j = 0; j < responses; j++) {
                row[j] = random.nextDouble();
            }
        }
        game = BimatrixStackelbergGame.of(payoffs, payoffs);
        hedge = LearningFollower.of(game, Hedge.tunedFor(responses, HORIZON));
        blumMansour = LearningFollower.of(game, BlumMansour.overTunedHedge(responses, HORIZON));
        commitments = new double[ROWS][ROWS];
        for (int row = 0; row < ROWS; row++) {
            commitments[row][row] = 1;
        }
        out = new double[responses];
    }

    private double[] commitment() {
        turn = turn + 1 == ROWS ? 0 : turn + 1;
        return commitments[turn];
    }

    private double[] round(LearningFollower follower) {
        follower.distribution(out);
        follower.observe(commitment());
        return out;
    }

    /**
     * Writes the follower's payoffs.
     *
     * @return the payoffs
     */
    @Benchmark
    public double[] payoffsAlone() {
        game.followerPayoffs(commitment(), out);
        return out;
    }

    /**
     * Plays a round of Hedge.
     *
     * @return the distribution
     */
    @Benchmark
    public double[] hedge() {
        return round(hedge);
    }

    /**
     * Plays a round of Blum and Mansour's learner.
     *
     * @return the distribution
     */
    @Benchmark
    public double[] blumMansour() {
        return round(blumMansour);
    }
}
