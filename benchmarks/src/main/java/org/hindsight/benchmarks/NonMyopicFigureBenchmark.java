// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.PlayAccount;
import org.hindsight.stackelberg.StackelbergPlay;
import org.hindsight.stackelberg.delay.Batched;
import org.hindsight.stackelberg.delay.MultiThreaded;
import org.hindsight.stackelberg.followers.Discounting;
import org.hindsight.stackelberg.followers.FastLookAheadFollower;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of all 1800 plays of the figure {@code haghtalab2022-geometric}: five games, 20 horizons up to 500, three discount factors, five
 * batches and threads. Round by round the same plays are {@link LookAheadBenchmark}'s baseline.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NonMyopicFigureBenchmark {
    private static final int TARGETS = 3;
    private static final List<SecurityGame> GAMES = PublishedRandomGames.first(5, TARGETS);
    private static final double[] FACTORS = {0.5, 0.75, 0.85};
    private static final int[][] BATCHES = {
        {0, 1, 4, 7, 11, 15}, {0, 1, 5, 9, 13, 17}, {0, 1, 3, 6, 9, 12}, {0, 1, 4, 6, 10, 13}, {0, 1, 4, 7, 11, 15}
    };

    /**
     * Plays all.
     *
     * @return the sum of the defender's payoffs
     */
    @Benchmark
    public double allPlays() {
        double sum = 0;
        for (int index = 0; index < GAMES.size(); index++) {
            SecurityGame game = GAMES.get(index);
            PlayAccount account = PlayAccount.of(game);
            for (double factor : FACTORS) {
                for (int rounds = 25; rounds <= 500; rounds += 25) {
                    for (int batch : BATCHES[index]) {
                        StackelbergPlay.run(
                                leader(game, batch, rounds),
                                FastLookAheadFollower.of(game, Discounting.geometric(factor), rounds),
                                rounds,
                                Xoshiro256PlusPlus.seeded(0),
                                account);
                        sum += account.leaderTotal();
                    }
                }
            }
        }
        return sum;
    }

    private static Leader leader(SecurityGame game, int batch, int rounds) {
        double accuracy = Math.max(1, batch) * TARGETS / (double) rounds;
        SimplexClinch search = SimplexClinch.of(
                        game, ClinchConstants.reference(ClinchConstants.slopeBoundOf(game), 1 / 7.0, accuracy))
                .withoutOpeningQuery();
        return batch == 0 ? MultiThreaded.of(search, rounds) : Batched.of(search, batch);
    }
}
