// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.security.MinimaxCertificate;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.SecuritySolution;
import org.hindsight.stackelberg.security.WaterFilling;
import org.hindsight.stackelberg.security.instances.SecurityGames;
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
 * Time to solve a security game of the family of 2009 with n / 100 resources.
 *
 * <p>{@code origami} is the whole answer, certificate included; {@code level} is the water filling alone; {@code sort} is one {@code
 * Arrays.sort} of the n payoffs, which the closed form by prefix sums needs at least; {@code attackSetLoop} is the published way, a
 * loop that adds one target at a time to the attack set and computes the coverage of all of them again, O(n^2), for at most 10,000
 * targets (for more it returns at once). The growth of {@code origami} must be that of n.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OrigamiBenchmark {
    private static final int LARGEST_LOOP = 10_000;

    /** The number of targets. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int targets;

    private SecurityGame game = SecurityGames.ssg2009(1, 1, Xoshiro256PlusPlus.seeded(0));
    private WaterFilling filling = WaterFilling.ofCapacity(1);
    private double[] tops = {};
    private double[] rates = {};
    private double[] sorted = {};
    private double resources;

    /** Draws the game and checks that all ways agree on the level. */
    @Setup(Level.Trial)
    public void setUp() {
        resources = targets / 100.0;
        game = SecurityGames.ssg2009(targets, resources, Xoshiro256PlusPlus.seeded(targets));
        filling = WaterFilling.ofCapacity(targets);
        tops = new double[targets];
        rates = new double[targets];
        sorted = new double[targets];
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        Arrays.setAll(tops, game::attackerUncovered);
        Arrays.setAll(rates, target -> 1 / game.attackerLoss(target));
        SecuritySolution solution = origami();
        double level = ((MinimaxCertificate) solution.certificate()).attackerValue();
        requireClose(level, level());
        if (targets <= LARGEST_LOOP) {
            requireClose(level, attackSetLoop());
        }
        // The sort gets distinct payoffs: integers with many ties would be too easy for it.
        Arrays.setAll(tops, target -> tops[target] + 1e-3 * random.nextDouble());
    }

    private static void requireClose(double expected, double actual) {
        if (!(Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected)))) {
            throw new IllegalStateException("levels differ: " + expected + " and " + actual);
        }
    }

    /**
     * Solves and certifies.
     *
     * @return the solution
     */
    @Benchmark
    public SecuritySolution origami() {
        return Origami.solve(game);
    }

    /**
     * Finds the level alone.
     *
     * @return v*
     */
    @Benchmark
    public double level() {
        return filling.level(tops, rates, resources);
    }

    /**
     * Sorts a copy of the payoffs.
     *
     * @return the sorted payoffs
     */
    @Benchmark
    public double[] sort() {
        System.arraycopy(tops, 0, sorted, 0, targets);
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * Adds targets to the attack set one by one until the resources are spent.
     *
     * @return v*, or 0 for more targets than it is made for
     */
    @Benchmark
    public double attackSetLoop() {
        if (targets > LARGEST_LOOP) {
            return 0;
        }
        Integer[] order = new Integer[targets];
        Arrays.setAll(order, target -> target);
        Arrays.sort(order, (a, b) -> Double.compare(tops[b], tops[a]));
        double level = tops[order[0]];
        int attacked = 1;
        while (attacked < targets) {
            double next = tops[order[attacked]];
            double needed = 0;
            for (int k = 0; k < attacked; k++) {
                needed += (tops[order[k]] - next) * rates[order[k]];
            }
            if (needed > resources) {
                break;
            }
            level = next;
            attacked++;
        }
        double spent = 0;
        double slope = 0;
        for (int k = 0; k < attacked; k++) {
            spent += (tops[order[k]] - level) * rates[order[k]];
            slope += rates[order[k]];
        }
        return level - (resources - spent) / slope;
    }
}
