// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.linear.ConfidenceEllipsoid;
import org.hindsight.noregret.linear.LinUcb;
import org.hindsight.noregret.linear.LinearBandit;
import org.hindsight.noregret.linear.RewardNoise;
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
 * Time of one round of LinUCB with ten vectors to choose from: select, draw the noise, observe.
 *
 * <p>An invocation plays a whole game from a reset on, with the same noise each time, on action sets that were drawn
 * beforehand. {@code naive} inverts V anew in each round, O(d^3); {@code rareSwitching} renews its estimate only when det V has
 * grown by a half; {@code generatorAlone} is the noise that a round cannot do without.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LinUcbBenchmark {
    private static final int ROUNDS = 500;
    private static final int ACTIONS = 10;
    private static final int SETS = 50;
    private static final double NOISE = 0.1;

    /** The number of features. */
    @Param({"5", "20", "50"})
    public int dimension;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
    private LinearBandit bandit = LinearBandit.withSphericalContexts(ACTIONS, 1);
    private double[][] sets = new double[SETS][];
    private LinUcb learner = LinUcb.over(ConfidenceEllipsoid.ofDimension(1));
    private LinUcb rareLearner = learner;
    private TextbookLinUcb textbook = new TextbookLinUcb(ConfidenceEllipsoid.ofDimension(1));

    /** Builds the bandit and checks that both learners choose the same actions. */
    @Setup
    public void setUp() {
        double[] parameter = new double[dimension];
        Arrays.fill(parameter, 1 / Math.sqrt(dimension));
        bandit = LinearBandit.withSphericalContexts(ACTIONS, parameter).withNoise(RewardNoise.gaussian(NOISE));
        Xoshiro256PlusPlus setCoins = Xoshiro256PlusPlus.seeded(2);
        for (int i = 0; i < SETS; i++) {
            sets[i] = new double[ACTIONS * dimension];
            bandit.actionSet(sets[i], setCoins);
        }
        ConfidenceEllipsoid ellipsoid =
                ConfidenceEllipsoid.ofDimension(dimension).withNoise(NOISE);
        learner = LinUcb.over(ellipsoid);
        rareLearner = learner.switchingRarely(0.5);
        textbook = new TextbookLinUcb(ellipsoid);
        requireSameActions();
    }

    /**
     * Plays Hindsight's LinUCB.
     *
     * @return the total reward
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public double linUcb() {
        return play(learner);
    }

    /**
     * Plays Hindsight's LinUCB that switches rarely.
     *
     * @return the total reward
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public double rareSwitching() {
        return play(rareLearner);
    }

    private double play(LinUcb player) {
        random.reseed(3);
        player.reset();
        double total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] features = sets[round % SETS];
            int action = player.select(features, random);
            double reward = bandit.reward(features, action, random);
            player.observe(features, action, reward);
            total += reward;
        }
        return total;
    }

    /**
     * Plays LinUCB with a fresh inverse in each round.
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
            double[] features = sets[round % SETS];
            int action = textbook.select(features);
            double reward = bandit.reward(features, action, random);
            textbook.observe(features, action, reward);
            total += reward;
        }
        return total;
    }

    /**
     * Draws one normal number a round.
     *
     * @return their sum
     */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public double generatorAlone() {
        random.reseed(3);
        double total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            total += random.nextGaussian();
        }
        return total;
    }

    /** The same action in every round, except where two indices are equal up to rounding. */
    private void requireSameActions() {
        random.reseed(3);
        int differences = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] features = sets[round % SETS];
            int action = learner.select(features, random);
            if (textbook.select(features) != action) {
                differences++;
            }
            double reward = bandit.reward(features, action, random);
            learner.observe(features, action, reward);
            textbook.observe(features, action, reward);
        }
        if (differences > ROUNDS / 100) {
            throw new IllegalStateException(differences + " of " + ROUNDS + " rounds differ from the textbook");
        }
    }

    /** LinUCB as the textbook writes it: V is summed up and inverted by Gauss and Jordan in each round. */
    private static final class TextbookLinUcb {
        private final ConfidenceEllipsoid ellipsoid;
        private final int d;
        private final double[] v;
        private final double[] b;
        private final double[] inverse;
        private final double[] scratch;
        private final double[] theta;

        TextbookLinUcb(ConfidenceEllipsoid ellipsoid) {
            this.ellipsoid = ellipsoid;
            this.d = ellipsoid.dimension();
            this.v = new double[d * d];
            this.b = new double[d];
            this.inverse = new double[d * d];
            this.scratch = new double[d * d];
            this.theta = new double[d];
            reset();
        }

        int select(double[] features) {
            double radius = ellipsoid.radius(Math.max(0, invert() - d * Math.log(ellipsoid.regularisation())));
            for (int i = 0; i < d; i++) {
                theta[i] = 0;
                for (int j = 0; j < d; j++) {
                    theta[i] += inverse[i * d + j] * b[j];
                }
            }
            int best = 0;
            double bestIndex = Double.NEGATIVE_INFINITY;
            for (int start = 0; start < features.length; start += d) {
                double mean = 0;
                double norm = 0;
                for (int i = 0; i < d; i++) {
                    double row = 0;
                    for (int j = 0; j < d; j++) {
                        row += inverse[i * d + j] * features[start + j];
                    }
                    norm += features[start + i] * row;
                    mean += features[start + i] * theta[i];
                }
                double index = mean + radius * Math.sqrt(norm);
                if (index > bestIndex) {
                    bestIndex = index;
                    best = start / d;
                }
            }
            return best;
        }

        /** Writes the inverse of V and returns ln det V. V is positive definite, so the pivots need no exchange. */
        private double invert() {
            System.arraycopy(v, 0, scratch, 0, v.length);
            Arrays.fill(inverse, 0);
            for (int i = 0; i < d; i++) {
                inverse[i * d + i] = 1;
            }
            double logDeterminant = 0;
            for (int k = 0; k < d; k++) {
                double pivot = scratch[k * d + k];
                logDeterminant += Math.log(pivot);
                for (int j = 0; j < d; j++) {
                    scratch[k * d + j] /= pivot;
                    inverse[k * d + j] /= pivot;
                }
                for (int i = 0; i < d; i++) {
                    double factor = scratch[i * d + k];
                    if (i != k) {
                        for (int j = 0; j < d; j++) {
                            scratch[i * d + j] -= factor * scratch[k * d + j];
                            inverse[i * d + j] -= factor * inverse[k * d + j];
                        }
                    }
                }
            }
            return logDeterminant;
        }

        void observe(double[] features, int action, double reward) {
            for (int i = 0; i < d; i++) {
                b[i] += features[action * d + i] * reward;
                for (int j = 0; j < d; j++) {
                    v[i * d + j] += features[action * d + i] * features[action * d + j];
                }
            }
        }

        void reset() {
            Arrays.fill(v, 0);
            Arrays.fill(b, 0);
            for (int i = 0; i < d; i++) {
                v[i * d + i] = ellipsoid.regularisation();
            }
        }
    }
}
