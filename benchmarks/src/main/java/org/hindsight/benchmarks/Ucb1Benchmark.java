// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one round of UCB1 on a Bernoulli bandit: select, draw the reward, observe.
 *
 * <p>An invocation plays a whole game from a reset on, with the same coins each time. {@code naive} is the textbook scan
 * with a logarithm and a square root for each arm; {@code generatorAlone} is the uniform that a round cannot do without.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Ucb1Benchmark {
    private static final int ROUNDS = 20_000;

    /** The number of arms. */
    @Param({"10", "100", "1000", "10000"})
    public int arms;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
    private BernoulliBandit bandit = BernoulliBandit.of(0);
    private Ucb1 learner = Ucb1.of(1);
    private TextbookUcb1 textbook = new TextbookUcb1(1);

    /** Builds the bandit and checks that both learners pull the same arms. */
    @Setup
    public void setUp() {
        double[] means = new double[arms];
        Xoshiro256PlusPlus meanCoins = Xoshiro256PlusPlus.seeded(2);
        for (int arm = 0; arm < arms; arm++) {
            means[arm] = 0.1 + 0.8 * meanCoins.nextDouble();
        }
        bandit = BernoulliBandit.of(means);
        learner = Ucb1.of(arms);
        textbook = new TextbookUcb1(arms);
        requireSameArms();
    }

    /**
     * Plays Hindsight's UCB1.
     *
     * @return the total reward
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public double ucb1() {
        random.reseed(3);
        learner.reset();
        double total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int arm = learner.select(random);
            double reward = bandit.reward(arm, random);
            learner.observe(arm, reward);
            total += reward;
        }
        return total;
    }

    /**
     * Plays the textbook's UCB1.
     *
     * @return the total reward
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public double naive() {
        random.reseed(3);
        textbook.reset();
        double total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int arm = textbook.select();
            double reward = bandit.reward(arm, random);
            textbook.observe(arm, reward);
            total += reward;
        }
        return total;
    }

    /**
     * Draws one uniform a round.
     *
     * @return their sum
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public double generatorAlone() {
        random.reseed(3);
        double total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            total += random.nextDouble();
        }
        return total;
    }

    /**
     * The same arms in every round, except where the two best indices are equal up to rounding, which the two formulas
     * may break differently; from there on the textbook follows.
     */
    private void requireSameArms() {
        random.reseed(3);
        int differences = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int arm = learner.select(random);
            if (textbook.select() != arm) {
                differences++;
            }
            double reward = bandit.reward(arm, random);
            learner.observe(arm, reward);
            textbook.observe(arm, reward);
        }
        if (differences > ROUNDS / 1000) {
            throw new IllegalStateException(differences + " of " + ROUNDS + " rounds differ from the textbook");
        }
    }
}
