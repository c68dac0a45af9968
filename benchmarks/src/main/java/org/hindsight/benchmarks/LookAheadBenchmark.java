// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.PlayAccount;
import org.hindsight.stackelberg.StackelbergPlay;
import org.hindsight.stackelberg.delay.Batched;
import org.hindsight.stackelberg.delay.MultiThreaded;
import org.hindsight.stackelberg.followers.Discounting;
import org.hindsight.stackelberg.followers.FastLookAheadFollower;
import org.hindsight.stackelberg.followers.LookAheadFollower;
import org.hindsight.stackelberg.queries.ClinchConstants;
import org.hindsight.stackelberg.queries.SimplexClinch;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.instances.PublishedRandomGames;
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
 * Time of a play against an attacker of three targets who looks ahead, discount factor 0.75: simulated round by round, the
 * baseline, and block by block.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookAheadBenchmark {
    private static final SecurityGame GAME = PublishedRandomGames.game(0, 3);

    /** The number of rounds. */
    @Param({"50", "500", "5000"})
    public int rounds;

    /** The batch, or 0 for threads. */
    @Param({"0", "1", "7"})
    public int batch;

    private final PlayAccount account = PlayAccount.of(GAME);
    private Leader leader = leader(1, 1);
    private Follower naive = LookAheadFollower.of(GAME, Discounting.geometric(0.75), 1);
    private Follower fast = FastLookAheadFollower.of(GAME, Discounting.geometric(0.75), 1);

    private static Leader leader(int batch, int rounds) {
        double slopeBound = ClinchConstants.slopeBoundOf(GAME);
        double accuracy = Math.max(1, batch) * 3.0 / rounds;
        SimplexClinch search = SimplexClinch.of(GAME, ClinchConstants.reference(slopeBound, 1 / 7.0, accuracy));
        return batch == 0
                ? MultiThreaded.of(search.withoutOpeningQuery(), rounds)
                : Batched.of(search.withoutOpeningQuery(), batch);
    }

    /** Makes the players, and checks that both simulations agree. */
    @Setup
    public void setUp() {
        leader = leader(batch, rounds);
        naive = LookAheadFollower.of(GAME, Discounting.geometric(0.75), rounds);
        fast = FastLookAheadFollower.of(GAME, Discounting.geometric(0.75), rounds);
        if (rounds <= 500 && roundByRound() != blockByBlock()) {
            throw new IllegalStateException("the simulations differ");
        }
    }

    /**
     * Plays against the attacker who simulates every round.
     *
     * @return the defender's payoffs
     */
    @Benchmark
    public double roundByRound() {
        StackelbergPlay.run(leader, naive, rounds, Xoshiro256PlusPlus.seeded(0), account);
        return account.leaderTotal();
    }

    /**
     * Plays against the attacker who simulates block by block.
     *
     * @return the defender's payoffs
     */
    @Benchmark
    public double blockByBlock() {
        StackelbergPlay.run(leader, fast, rounds, Xoshiro256PlusPlus.seeded(0), account);
        return account.leaderTotal();
    }
}
