// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.EpsilonGreedy;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.index.KlUcb;
import org.hindsight.noregret.bandits.index.Moss;
import org.hindsight.noregret.bandits.index.Ucb;
import org.hindsight.noregret.bandits.posterior.ThompsonBernoulli;
import org.hindsight.noregret.bandits.posterior.ThompsonGaussian;
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
 * Time of one round of a stochastic bandit learner in the middle of a long game: select, draw the reward, observe.
 *
 * <p>The set-up plays 200 rounds an arm, so that the first pulls of all arms do not count; from then on every invocation is
 * one round of one game that goes on, and starts again after two thousand rounds an arm. {@code scanUcb1} holds the same
 * indices and scans all of them, {@code scanMoss} and {@code scanKlUcb} likewise; both sides of a pair pull the same arms.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class IndexLearnersBenchmark {
    /** The learner. */
    public enum Learner {
        /** UCB1. */
        UCB1,
        /** UCB1 that scans all indices. */
        SCAN_UCB1,
        /** Asymptotically optimal UCB. */
        UCB_ASYMPTOTIC,
        /** MOSS. */
        MOSS,
        /** MOSS that scans all indices. */
        SCAN_MOSS,
        /** KL-UCB. */
        KL_UCB,
        /** KL-UCB that solves for all arms whose bound by Pinsker's inequality beats the best so far. */
        SCAN_KL_UCB,
        /** Epsilon-greedy. */
        EPSILON_GREEDY,
        /** Thompson sampling with beta posteriors. */
        THOMPSON_BERNOULLI,
        /** Thompson sampling with normal posteriors. */
        THOMPSON_GAUSSIAN,
    }

    /** The learner, one class in each fork. */
    @Param
    public Learner learner = Learner.UCB1;

    /** The number of arms. */
    @Param({"10", "100", "1000", "10000"})
    public int arms;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
    private BernoulliBandit bandit = BernoulliBandit.of(0);
    private BanditLearner player = Ucb1.of(1);
    private BanditLearner start = Ucb1.of(1);
    private long rounds;

    /** Builds bandit and learner, checks a scan against what it is compared with, and plays the beginning. */
    @Setup
    public void setUp() {
        double[] means = new double[arms];
        Xoshiro256PlusPlus meanCoins = Xoshiro256PlusPlus.seeded(2);
        for (int arm = 0; arm < arms; arm++) {
            means[arm] = 0.1 + 0.8 * meanCoins.nextDouble();
        }
        bandit = BernoulliBandit.of(means);
        switch (learner) {
            case SCAN_UCB1 -> requireSameArms(create(Learner.UCB1), create(learner));
            case SCAN_MOSS -> requireSameArms(create(Learner.MOSS), create(learner));
            case SCAN_KL_UCB -> requireSameArms(create(Learner.KL_UCB), create(learner));
            default -> {}
        }
        start = create(learner);
        int beginning =
                switch (learner) {
                    case SCAN_KL_UCB, THOMPSON_BERNOULLI, THOMPSON_GAUSSIAN, SCAN_UCB1, SCAN_MOSS -> 2 * arms;
                    default -> 200 * arms;
                };
        play(start, beginning);
        player = start.fork();
        rounds = 0;
    }

    private BanditLearner create(Learner kind) {
        return switch (kind) {
            case UCB1 -> Ucb1.of(arms);
            case SCAN_UCB1 -> ScanningLearner.ucb1(arms);
            case UCB_ASYMPTOTIC -> Ucb.asymptotic(arms, 0.25);
            case MOSS -> Moss.tunedFor(arms, 2_000L * arms);
            case SCAN_MOSS -> ScanningLearner.moss(arms, 2_000L * arms);
            case KL_UCB -> KlUcb.of(arms);
            case SCAN_KL_UCB -> ScanningLearner.klUcb(arms);
            case EPSILON_GREEDY -> EpsilonGreedy.constant(arms, 0.1);
            case THOMPSON_BERNOULLI -> ThompsonBernoulli.of(arms);
            case THOMPSON_GAUSSIAN -> ThompsonGaussian.of(arms);
        };
    }

    private void play(BanditLearner other, int count) {
        for (int round = 0; round < count; round++) {
            int arm = other.select(random);
            other.observe(arm, bandit.reward(arm, random));
        }
    }

    /**
     * Plays one round.
     *
     * @return the arm
     */
    @Benchmark
    public int round() {
        if (++rounds > 2_000L * arms) {
            player = start.fork();
            rounds = 0;
        }
        int arm = player.select(random);
        player.observe(arm, bandit.reward(arm, random));
        return arm;
    }

    private void requireSameArms(BanditLearner one, BanditLearner other) {
        int differences = 0;
        int count = Math.min(3 * arms, 3_000);
        for (int round = 0; round < count; round++) {
            int arm = one.select(random);
            differences += other.select(random) == arm ? 0 : 1;
            double reward = bandit.reward(arm, random);
            one.observe(arm, reward);
            other.observe(arm, reward);
        }
        if (differences > 0) {
            throw new IllegalStateException(differences + " of " + count + " rounds differ from the scan");
        }
    }
}
