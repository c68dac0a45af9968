// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.preferences.NashMirrorProx;
import org.hindsight.games.preferences.PreferenceGame;
import org.hindsight.games.preferences.PreferenceMatrix;
import org.hindsight.games.preferences.SoftmaxPolicy;
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
 * Time of one step of Nash mirror prox: two products with the preference matrix, four exponentials an action.
 *
 * <p>{@code productsAlone} is what a step cannot do without.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NashMirrorProxBenchmark {
    /** The number of actions. */
    @Param({"10", "100", "1000"})
    public int actions;

    private PreferenceMatrix preferences = PreferenceMatrix.ties(1);
    private NashMirrorProx prox = NashMirrorProx.of(PreferenceGame.of(preferences, SoftmaxPolicy.uniform(1), 1));
    private double[] policy = {1};
    private double[] rates = {0};

    /** Draws the preferences. */
    @Setup
    public void setUp() {
        preferences = PreferenceMatrix.random(actions, Xoshiro256PlusPlus.seeded(1));
        prox = NashMirrorProx.of(PreferenceGame.of(preferences, SoftmaxPolicy.uniform(actions), 0.1));
        policy = new double[actions];
        rates = new double[actions];
        prox.policy(policy);
    }

    /**
     * Takes a step.
     *
     * @return the number of steps so far
     */
    @Benchmark
    public long step() {
        prox.step();
        return prox.steps();
    }

    /**
     * Multiplies twice.
     *
     * @return a win rate
     */
    @Benchmark
    public double productsAlone() {
        preferences.winRates(policy, rates);
        preferences.winRates(policy, rates);
        return rates[0];
    }
}
