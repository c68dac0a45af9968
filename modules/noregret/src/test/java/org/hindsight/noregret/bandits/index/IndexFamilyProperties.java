// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.Ucb1;

/** The index learners, fast as they are, against scans for the largest index over the whole history. */
class IndexFamilyProperties {
    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(1);
    private static final long HORIZON = 3_000;

    /** The textbook's index of an arm with n rewards, their sum and sum of squares, after t rewards of K arms. */
    @FunctionalInterface
    interface Index {
        double of(double n, double sum, double squares, double t, int arms);
    }

    record Learner(String name, Function<Integer, BanditLearner> create, Index index) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Learner> LEARNERS = List.of(
            new Learner(
                    "UCB1",
                    Ucb1::of,
                    (n, sum, squares, t, arms) -> sum / n + Math.sqrt(2 * StrictMath.log(t)) * (1 / Math.sqrt(n))),
            new Learner(
                    "ALPHA",
                    arms -> Ucb.alpha(arms, 3),
                    (n, sum, squares, t, arms) -> sum / n + Math.sqrt(1.5 * StrictMath.log(t)) * (1 / Math.sqrt(n))),
            new Learner(
                    "SUBGAUSSIAN",
                    arms -> Ucb.subgaussian(arms, 2.5, 0.25),
                    (n, sum, squares, t, arms) ->
                            sum / n + Math.sqrt(1.25 * StrictMath.log(t + 1)) * (1 / Math.sqrt(n))),
            new Learner("ASYMPTOTIC", arms -> Ucb.asymptotic(arms, 0.25), (n, sum, squares, t, arms) -> {
                double log = StrictMath.log(t + 1);
                return sum / n + Math.sqrt(0.5 * StrictMath.log1p((t + 1) * log * log)) * (1 / Math.sqrt(n));
            }),
            new Learner("MOSS", arms -> Moss.tunedFor(arms, HORIZON), (n, sum, squares, t, arms) -> {
                double ratio = (double) HORIZON / arms / n;
                return sum / n + (ratio > 1 ? Math.sqrt(1 / n * StrictMath.log(ratio)) : 0);
            }),
            new Learner("UCB_V", UcbV::of, (n, sum, squares, t, arms) -> {
                double mean = sum / n;
                double exploration = 1.2 * StrictMath.log(t);
                double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean) / n);
                return mean + Math.sqrt(2 * exploration) * deviation + 3 * exploration * (1 / n);
            }));

    @Property(tries = 120)
    void selectsTheLargestIndex(
            @ForAll("learners") Learner kind,
            @ForAll("arms") int arms,
            @ForAll LazyKlUcbProperties.Rewards rewards,
            @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        BanditLearner learner = kind.create().apply(arms);
        double[] n = new double[arms];
        double[] sums = new double[arms];
        double[] squares = new double[arms];
        for (int t = 0; t < Math.max(800, 3 * arms); t++) {
            int best = -1;
            double bestIndex = Double.NEGATIVE_INFINITY;
            for (int arm = 0; arm < arms; arm++) {
                double index = n[arm] == 0
                        ? Double.POSITIVE_INFINITY
                        : kind.index().of(n[arm], sums[arm], squares[arm], t, arms);
                if (index > bestIndex) {
                    bestIndex = index;
                    best = arm;
                }
            }
            assertThat(learner.select(UNUSED)).as("round %s", t).isEqualTo(best);
            int arm = random.nextInt(100) == 0 ? random.nextInt(arms) : best;
            double reward = rewards.of(arm, arms, random);
            learner.observe(arm, reward);
            n[arm]++;
            sums[arm] += reward;
            squares[arm] += reward * reward;
            if (random.nextInt(200) == 0) {
                BanditLearner fork = learner.fork();
                learner.observe(0, 1);
                learner.reset();
                learner = fork;
            }
        }
    }

    @Provide
    Arbitrary<Learner> learners() {
        return Arbitraries.of(LEARNERS);
    }

    @Provide
    Arbitrary<Integer> arms() {
        return Arbitraries.of(1, 2, 3, 10, 57, 150);
    }
}
