// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.smooth.SmoothResponse;
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
 * Time to find the value of the best smooth response among n actions, a tenth of which can be played in full.
 *
 * <p>{@code naive} sorts.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SmoothResponseBenchmark {
    /** The number of actions. */
    @Param({"1000", "30000", "1000000"})
    public int actions;

    private double[] payoffs = {0};
    private double[] scratch = {0};

    /** Draws the payoffs and checks that both ways agree. */
    @Setup
    public void setUp() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        payoffs = new double[actions];
        scratch = new double[actions];
        for (int a = 0; a < actions; a++) {
            payoffs[a] = random.nextDouble();
        }
        if (!(Math.abs(selection() - naive()) < 1e-9)) {
            throw new IllegalStateException("selection gave " + selection() + ", sorting " + naive());
        }
    }

    /**
     * Selects.
     *
     * @return the value
     */
    @Benchmark
    public double selection() {
        return SmoothResponse.value(payoffs, 10.0 / actions, scratch);
    }

    /**
     * Sorts.
     *
     * @return the value
     */
    @Benchmark
    public double naive() {
        System.arraycopy(payoffs, 0, scratch, 0, actions);
        Arrays.sort(scratch);
        double sum = 0;
        for (int a = actions - actions / 10; a < actions; a++) {
            sum += scratch[a];
        }
        return sum * 10.0 / actions;
    }
}
