// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.adversarial.TsallisInf;
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
 * Time of one round of Tsallis-INF with importance weighting on a Bernoulli bandit: select, draw the reward, observe.
 *
 * <p>An invocation plays a whole game from a reset on, with the same coins each time, a shorter one for the baselines. {@code newton} computes all
 * probabilities every round by Newton's method from the last round's root, {@code naive} by bisection; {@code
 * generatorAlone} draws the two uniforms that a round cannot do without.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TsallisInfBenchmark {
    private static final int ROUNDS = 100_000;
    /** The baselines take the same time in every round, and much of it. */
    private static final int NAIVE_ROUNDS = 1_000;

    /** The number of arms. */
    @Param({"10", "100", "1000", "10000"})
    public int arms;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
    private BernoulliBandit bandit = BernoulliBandit.of(0);
    private TsallisInf learner = TsallisInf.importanceWeighted(1);
    private TextbookTsallisInf newtons = new TextbookTsallisInf(1, true);
    private TextbookTsallisInf textbook = new TextbookTsallisInf(1, false);

    /** Builds the bandit and checks that all learners state the same laws. */
    @Setup
    public void setUp() {
        double[] means = new double[arms];
        Xoshiro256PlusPlus meanCoins = Xoshiro256PlusPlus.seeded(2);
        for (int arm = 0; arm < arms; arm++) {
            means[arm] = 0.1 + 0.8 * meanCoins.nextDouble();
        }
        bandit = BernoulliBandit.of(means);
        learner = TsallisInf.importanceWeighted(arms);
        newtons = new TextbookTsallisInf(arms, true);
        textbook = new TextbookTsallisInf(arms, false);
        requireSameLaws();
    }

    /**
     * Plays Hindsight's Tsallis-INF.
     *
     * @return the total reward
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public double tsallisInf() {
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
     * Plays with Newton's method.
     *
     * @return the total reward
     */
    @Benchmark
    @OperationsPerInvocation(NAIVE_ROUNDS)
    public double newton() {
        random.reseed(3);
        newtons.reset();
        double total = 0;
        for (int round = 0; round < NAIVE_ROUNDS; round++) {
            int arm = newtons.select(random);
            double reward = bandit.reward(arm, random);
            newtons.observe(arm, reward);
            total += reward;
        }
        return total;
    }

    /**
     * Plays with bisection.
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
            requireEqual(law, newtons.law());
            requireEqual(law, textbook.law());
            int arm = learner.select(random);
            double reward = bandit.reward(arm, random);
            learner.observe(arm, reward);
            newtons.observe(arm, reward);
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
