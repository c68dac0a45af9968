// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.ArmElimination;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.CountPlay;
import org.hindsight.noregret.bandits.ExploreThenCommit;
import org.hindsight.noregret.bandits.PullCounts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time for one round of a game of a million rounds, played by counts and played by rounds. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CountPlayBenchmark {
    private static final int ROUNDS = 1_000_000;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
    private final BernoulliBandit bandit = BernoulliBandit.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.5, 0.6, 0.7, 0.8, 0.85);
    private final ArmElimination elimination =
            ArmElimination.tunedFor(10, ROUNDS).checkingAtPowersOfTwo();
    private final ExploreThenCommit commitment = ExploreThenCommit.of(10, 10_000);
    private final PullCounts counts = PullCounts.forArms(10);
    private final double[] rewardSums = new double[10];

    /**
     * Plays arm elimination by counts.
     *
     * @return the pulls of the best arm
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public long eliminationByCounts() {
        CountPlay.run(elimination, bandit, ROUNDS, random, counts, rewardSums);
        return counts.pulls(9);
    }

    /**
     * Plays arm elimination by rounds.
     *
     * @return the pulls of the best arm
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public long eliminationByRounds() {
        BanditPlay.run(elimination, bandit, ROUNDS, random, counts);
        return counts.pulls(9);
    }

    /**
     * Plays explore-then-commit by counts.
     *
     * @return the pulls of the best arm
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public long commitmentByCounts() {
        CountPlay.run(commitment, bandit, ROUNDS, random, counts, rewardSums);
        return counts.pulls(9);
    }

    /**
     * Plays explore-then-commit by rounds.
     *
     * @return the pulls of the best arm
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public long commitmentByRounds() {
        BanditPlay.run(commitment, bandit, ROUNDS, random, counts);
        return counts.pulls(9);
    }
}
