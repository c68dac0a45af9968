// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.probability.SumTree;
import org.hindsight.core.random.Xoshiro256PlusPlus;
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
 * Time to draw an index by its weight and then change that weight, as a learner under bandit feedback does each round.
 *
 * <p>{@code naive} keeps the weights and their total in the plain way and scans for the point drawn; {@code
 * generatorAlone} is the two uniforms of a step.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SumTreeBenchmark {
    private static final int STEPS_CHECKED = 2_000;

    /** The number of weights. */
    @Param({"16", "1000", "100000"})
    public int size;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
    private SumTree tree = new SumTree(1);
    private double[] weights = new double[1];
    private double total;

    /** Fills both with the same weights and checks that they draw the same indices. */
    @Setup
    public void setUp() {
        fill();
        Xoshiro256PlusPlus first = Xoshiro256PlusPlus.seeded(4);
        Xoshiro256PlusPlus second = first.copy();
        for (int step = 0; step < STEPS_CHECKED; step++) {
            int expected = drawAndChangeByScan(first);
            int index = drawAndChange(second);
            if (index != expected) {
                throw new IllegalStateException("step " + step + ": tree drew " + index + ", scan " + expected);
            }
        }
        fill();
    }

    private void fill() {
        tree = new SumTree(size);
        weights = new double[size];
        total = 0;
        Xoshiro256PlusPlus coins = Xoshiro256PlusPlus.seeded(2);
        for (int i = 0; i < size; i++) {
            weights[i] = weight(coins);
            total += weights[i];
        }
        tree.setAll(weights);
    }

    /**
     * Draws and changes one weight in the tree.
     *
     * @return the index drawn
     */
    @Benchmark
    public int sumTree() {
        return drawAndChange(random);
    }

    /**
     * Draws and changes one weight by linear scan.
     *
     * @return the index drawn
     */
    @Benchmark
    public int naive() {
        return drawAndChangeByScan(random);
    }

    /**
     * Draws the uniforms of a step.
     *
     * @return their sum
     */
    @Benchmark
    public double generatorAlone() {
        return random.nextDouble() + random.nextDouble();
    }

    private int drawAndChange(Xoshiro256PlusPlus coins) {
        int index = tree.sample(coins);
        tree.set(index, weight(coins));
        return index;
    }

    private int drawAndChangeByScan(Xoshiro256PlusPlus coins) {
        double point = coins.nextDouble() * total;
        int index = 0;
        while (index < weights.length - 1 && point >= weights[index]) {
            point -= weights[index];
            index++;
        }
        double weight = weight(coins);
        total += weight - weights[index];
        weights[index] = weight;
        return index;
    }

    /** Multiples of 1/1024, of which all sums are exact, so that tree and scan agree to the last bit. */
    private static double weight(Xoshiro256PlusPlus coins) {
        return (1 + coins.nextInt(1024)) / 1024.0;
    }
}
