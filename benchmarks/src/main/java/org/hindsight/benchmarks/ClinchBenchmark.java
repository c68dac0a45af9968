// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.queries.ClinchConstants;
import org.hindsight.stackelberg.queries.SimplexClinch;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.hindsight.stackelberg.security.instances.SecurityGames;
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
 * Time of Clinch on the simplex with resolution 1e-8, against as many best responses alone: 1834 of them with 100 targets. The search
 * adds a sum, a query and a copy to each.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClinchBenchmark {
    private static final double RESOLUTION = 1e-8;

    /** The number of targets. */
    @Param({"10", "100", "1000"})
    public int targets;

    private SecurityGame game = SecurityGame.builder(BudgetCoverage.of(1, 1))
            .defenderCovered(1)
            .defenderUncovered(0)
            .attackerCovered(0)
            .attackerUncovered(1)
            .build();
    private SimplexClinch search = SimplexClinch.of(game, ClinchConstants.exact(RESOLUTION));
    private double[] coverage = new double[1];
    private long queries;

    /** Draws the game, and counts the queries. */
    @Setup
    public void setUp() {
        game = SecurityGames.simplexRandom(targets, 0, 1, Xoshiro256PlusPlus.seeded(targets));
        search = SimplexClinch.of(game, ClinchConstants.exact(RESOLUTION));
        coverage = new double[targets];
        queries = clinch();
        if (queries != SimplexClinch.QUERIES.at(new SimplexClinch.Search(targets, RESOLUTION))) {
            throw new IllegalStateException("the number of queries is not the closed form");
        }
    }

    /**
     * Searches.
     *
     * @return the number of queries
     */
    @Benchmark
    public long clinch() {
        search.reset();
        while (!search.isFinished()) {
            search.commitment(coverage);
            search.observe(game.attackedTarget(coverage));
        }
        return search.queries();
    }

    /**
     * Finds as many best responses, to coverages that change in one coordinate.
     *
     * @return the sum of the responses
     */
    @Benchmark
    public long bestResponsesAlone() {
        long sum = 0;
        for (long query = 0; query < queries; query++) {
            int response = game.attackedTarget(coverage);
            coverage[response] += 1e-9;
            sum += response;
        }
        return sum;
    }
}
