// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.HashSet;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.nash.ExtremeEquilibria;
import org.hindsight.games.nash.SupportEnumeration;
import org.hindsight.games.nash.VertexEnumeration;
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
 * Time to find all equilibria, exactly, of a game n by n with uniform whole payoffs from 0 to 999.
 *
 * <p>{@code vertices} enumerates vertices, certificates included, and {@code verticesTwoThreads} does so on two threads; {@code
 * certificates} is the check of all equilibria alone. {@code naive} enumerates supports, in fractions too, which is refused
 * beyond 12 actions and takes very long beyond 8.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 10)
@Measurement(iterations = 5)
public class AllEquilibriaBenchmark {
    private static final int LARGEST_CHECKED = 6;

    /** The number of actions of each player. */
    @Param({"6", "8", "10", "12", "14"})
    public int actions;

    private RationalGame game = RationalGame.bimatrix(new long[1][1], new long[1][1]);
    private ExtremeEquilibria known = VertexEnumeration.standard().solve(game);

    /** Draws the game, finds its equilibria and checks small ones against the baseline. */
    @Setup(Level.Trial)
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(actions);
        long[][][] payoffs = new long[2][actions][actions];
        for (long[][] matrix : payoffs) {
            for (long[] row : matrix) {
                for (int j = 0; j < actions; j++) {
                    row[j] = random.nextInt(1000);
                }
            }
        }
        game = RationalGame.bimatrix(payoffs[0], payoffs[1]);
        known = vertices();
        System.out.printf(
                Locale.ROOT, "%n%d equilibria, %d bases%n", known.equilibria().size(), known.work());
        if (actions <= LARGEST_CHECKED && !known.degenerate()) {
            HashSet<RationalProfile> theirs = new HashSet<>();
            SupportEnumeration.solve(game).equilibria().forEach(found -> theirs.add(found.profile()));
            if (!theirs.equals(new HashSet<>(known.profiles()))) {
                throw new IllegalStateException("the solvers disagree");
            }
        }
    }

    /**
     * Enumerates vertices.
     *
     * @return the equilibria
     */
    @Benchmark
    public ExtremeEquilibria vertices() {
        return VertexEnumeration.standard().solve(game);
    }

    /**
     * Enumerates vertices on two threads.
     *
     * @return the equilibria
     */
    @Benchmark
    public ExtremeEquilibria verticesTwoThreads() {
        return VertexEnumeration.standard().withThreads(2).solve(game);
    }

    /**
     * Measures the equilibria.
     *
     * @return the largest gap, which is zero
     */
    @Benchmark
    public double certificates() {
        double gap = 0;
        for (RationalProfile profile : known.profiles()) {
            gap = Math.max(gap, ExactNashCertificate.of(game, profile).gap());
        }
        return gap;
    }

    /**
     * Enumerates supports.
     *
     * @return the number of equilibria
     */
    @Benchmark
    public int naive() {
        return SupportEnumeration.solve(game).equilibria().size();
    }
}
