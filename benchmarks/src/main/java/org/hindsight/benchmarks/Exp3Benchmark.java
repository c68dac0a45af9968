// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.adversarial.Exp3;
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
 * Time of one round of Exp3 on a Bernoulli bandit: select, draw the reward, observe.
 *
 * <p>An invocation plays a whole game from a reset on, with the same coins each time, a shorter one for the baselines. {@code naive} computes the softmax of
 * all estimates every round; {@code generatorAlone} draws the two uniforms that a round cannot do without.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Exp3Benchmark {
    private static final int ROUNDS = 100_000;
    /** The baselines take the same time in every round, and much of it. */
    private static final int NAIVE_ROUNDS = 1_000;

    /** The number of arms. */
    @Param({"10", "100", "1000", "10000"})
    public int arms;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
    private BernoulliBandit bandit = BernoulliBandit.of(0);
    private Exp3 learner = Exp3.tunedFor(1, 1);
    private TextbookExp3 textbook = new TextbookExp3(1, 0);

    /** Builds the bandit and checks that all learners state the same laws. */
    @Setup
    public void setUp() {
        double[] means = new double[arms];
        Xoshiro256PlusPlus meanCoins = Xoshiro256PlusPlus.seeded(2);
        for (int arm = 0; arm < arms; arm++) {
            means[arm] = 0.1 + 0.8 * meanCoins.nextDouble();
        }
        bandit = BernoulliBandit.of(means);
        learner = Exp3.tunedFor(arms, ROUNDS);
        textbook = new TextbookExp3(arms, learner.learningRate());
        requireSameLaws();
    }

    /**
     * Plays Hindsight's Exp3.
     *
     * @return the total reward
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public double exp3() {
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
     * Plays the textbook's Exp3.
     *
     * @return the total reward
     */
    @Benchmark
    @OperationsPerInvocation(NAIVE_ROUNDS)
    public double naive() {
        random.reseed(3);
        textbook.reset();
        double total = 0;
        for (int round = 0; round < NAIVE_ROUNDS; round++) {
            int arm = textbook.select(random);
            double reward = bandit.reward(arm, random);
            textbook.observe(arm, reward);
            total += reward;
        }
        return total;
    }

    /**
     * Draws the two uniforms of a round, for the arm and for its reward.
     *
     * @return their sum
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public double generatorAlone() {
        random.reseed(3);
        double total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            total += random.nextDouble() + random.nextDouble();
        }
        return total;
    }

    private void requireSameLaws() {
        random.reseed(3);
        double[] law = new double[arms];
        for (int round = 0; round < 2000; round++) {
            learner.probabilities(law);
            requireEqual(law, textbook.law());
            int arm = learner.select(random);
            double reward = bandit.reward(arm, random);
            learner.observe(arm, reward);
            textbook.observe(arm, reward);
        }
    }

    private static void requireEqual(double[] ours, double[] textbooks) {
        for (int arm = 0; arm < ours.length; arm++) {
            if (!(Math.abs(ours[arm] - textbooks[arm]) <= 1e-10)) {
                throw new IllegalStateException(
                        "probability of arm " + arm + " is " + ours[arm] + ", the textbook's " + textbooks[arm]);
            }
        }
    }
}
