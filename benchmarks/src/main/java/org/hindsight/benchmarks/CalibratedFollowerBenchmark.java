// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.PlayAccount;
import org.hindsight.stackelberg.StackelbergPlay;
import org.hindsight.stackelberg.calibrated.CalibratedFollower;
import org.hindsight.stackelberg.calibrated.ExploreThenCommit;
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
 * A whole play of explore-then-commit against a calibrated follower of two leader actions: all experts of the adaptive calibrator against its geometric
 * covering, and the calibrator over all rounds as the floor.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 3, jvmArgsAppend = "-Xmx2g")
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init")
public class CalibratedFollowerBenchmark {
    private static final double[][] LEADER = {{2, 4}, {1, 3}};
    private static final BimatrixStackelbergGame GAME =
            BimatrixStackelbergGame.of(LEADER, new double[][] {{1, 0}, {0, 1}});

    /** The number of rounds. */
    @Param({"2000", "8000", "20000"})
    public int rounds;

    private CalibratedFollower full;
    private CalibratedFollower covering;
    private CalibratedFollower blackwell;
    private ExploreThenCommit leader;
    private PlayAccount account;

    /** Prepares followers, and checks that the full and the covering one let the leader earn about the same. */
    @Setup
    public void prepare() {
        full = CalibratedFollower.adaptive(GAME, rounds);
        covering = CalibratedFollower.covering(GAME, rounds);
        blackwell = CalibratedFollower.blackwell(GAME);
        leader = ExploreThenCommit.bisecting(LEADER, rounds);
        account = PlayAccount.of(GAME);
        double difference = play(full) - play(covering);
        if (!(Math.abs(difference) < rounds)) {
            throw new IllegalStateException("total payoffs differ by " + difference + " in " + rounds + " rounds");
        }
    }

    private double play(CalibratedFollower follower) {
        StackelbergPlay.run(leader, follower, rounds, Xoshiro256PlusPlus.seeded(1), account);
        return account.leaderTotal();
    }

    /**
     * Every start.
     *
     * @return the leader's total
     */
    @Benchmark
    public double everyStart() {
        return play(full);
    }

    /**
     * Starts of the geometric covering.
     *
     * @return the leader's total
     */
    @Benchmark
    public double coveringStarts() {
        return play(covering);
    }

    /**
     * The calibrator over all rounds.
     *
     * @return the leader's total
     */
    @Benchmark
    public double blackwell() {
        return play(blackwell);
    }
}
