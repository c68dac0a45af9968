// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.CommitmentSolution;
import org.hindsight.stackelberg.commitment.CorrelatedProgram;
import org.hindsight.stackelberg.commitment.LazyPrograms;
import org.hindsight.stackelberg.commitment.MultiplePrograms;
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
 * Time to find an optimal commitment in a square game and to certify it.
 *
 * <p>{@code uniform}: all payoffs uniform in [0, 1). {@code conflict}: normal payoffs, the two players' having correlation -0.9.
 * {@code lazy} is best-first lazy programs, {@code multiple} the baseline of one program for each response, {@code correlated}
 * the single program, for small games. Four games alternate.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CommitmentBenchmark {
    private static final int GAMES = 4;

    /** Games of one size and family. */
    private static BimatrixStackelbergGame[] draw(String family, int actions) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(actions);
        BimatrixStackelbergGame[] games = new BimatrixStackelbergGame[GAMES];
        for (int g = 0; g < GAMES; g++) {
            double[][] u = new double[actions][actions];
            double[][] v = new double[actions][actions];
            for (int i = 0; i < actions; i++) {
                for (int j = 0; j < actions; j++) {
                    if (family.equals("uniform")) {
                        u[i][j] = random.nextDouble();
                        v[i][j] = random.nextDouble();
                    } else {
                        u[i][j] = random.nextGaussian();
                        v[i][j] = -0.9 * u[i][j] + Math.sqrt(1 - 0.81) * random.nextGaussian();
                    }
                }
            }
            games[g] = BimatrixStackelbergGame.of(u, v);
        }
        return games;
    }

    /** Games of every size. */
    @State(Scope.Thread)
    public static class Games {
        /** How payoffs are drawn. */
        @Param({"uniform", "conflict"})
        public String family = "";

        /** The number of actions of each player. */
        @Param({"10", "20", "50", "100", "200", "400"})
        public int actions;

        private BimatrixStackelbergGame[] games = {};
        private int next;

        /** Draws the games; checks, but for the largest, that both methods agree. */
        @Setup(Level.Trial)
        public void setUp() {
            games = draw(family, actions);
            requireAgreement(actions <= 100 ? games : new BimatrixStackelbergGame[0], false);
        }

        private BimatrixStackelbergGame game() {
            next = (next + 1) % GAMES;
            return games[next];
        }
    }

    /** Games for which the single program is not too large. */
    @State(Scope.Thread)
    public static class SmallGames {
        /** How payoffs are drawn. */
        @Param({"uniform", "conflict"})
        public String family = "";

        /** The number of actions of each player. */
        @Param({"10", "20"})
        public int actions;

        private BimatrixStackelbergGame[] games = {};
        private int next;

        /** Draws the games and checks that both methods agree. */
        @Setup(Level.Trial)
        public void setUp() {
            games = draw(family, actions);
            requireAgreement(games, true);
        }

        private BimatrixStackelbergGame game() {
            next = (next + 1) % GAMES;
            return games[next];
        }
    }

    private static void requireAgreement(BimatrixStackelbergGame[] games, boolean correlated) {
        boolean agree = Arrays.stream(games).allMatch(game -> {
            double peer = (correlated ? CorrelatedProgram.solve(game) : MultiplePrograms.solve(game)).value();
            return Math.abs(LazyPrograms.solve(game).value() - peer) <= 1e-8 * game.leaderRange();
        });
        if (!agree) {
            throw new IllegalStateException("the methods disagree on the value of a game");
        }
    }

    /**
     * Best-first lazy programs.
     *
     * @param state the games
     * @return the commitment
     */
    @Benchmark
    public CommitmentSolution lazy(Games state) {
        return LazyPrograms.solve(state.game());
    }

    /**
     * One program for each response.
     *
     * @param state the games
     * @return the commitment
     */
    @Benchmark
    public CommitmentSolution multiple(Games state) {
        return MultiplePrograms.solve(state.game());
    }

    /**
     * The single program.
     *
     * @param state the games
     * @return the commitment
     */
    @Benchmark
    public CommitmentSolution correlated(SmallGames state) {
        return CorrelatedProgram.solve(state.game());
    }
}
