// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/** KL-UCB, which solves for few arms, against the scan that solves for all: the same arm in every round. */
class LazyKlUcbProperties {
    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(1);

    @Property(tries = 80)
    void isTheScan(
            @ForAll("arms") int arms, @ForAll Rewards rewards, @ForAll("factors") double factor, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        KlUcb learner = factor < 0 ? KlUcb.withGuarantee(arms) : KlUcb.withLogLogFactor(arms, factor);
        double[] sums = new double[arms];
        long[] counts = new long[arms];
        long t = 0;
        int rounds = Math.max(400, 40_000 / arms);
        for (int round = 0; round < rounds; round++) {
            int expected = scan(sums, counts, factor, t);
            int arm = learner.select(UNUSED);
            assertThat(arm).as("round %s", round).isEqualTo(expected);
            int event = random.nextInt(300);
            if (event == 0) {
                KlUcb fork = learner.fork();
                learner.observe(arm, 1 - rewards.of(arm, arms, random));
                learner.reset();
                learner = fork;
            } else if (event == 1 && round < rounds / 4) {
                learner.reset();
                sums = new double[arms];
                counts = new long[arms];
                t = 0;
                continue;
            } else if (event < 5) {
                arm = random.nextInt(arms);
            }
            double reward = rewards.of(arm, arms, random);
            learner.observe(arm, reward);
            sums[arm] += reward;
            counts[arm]++;
            t++;
        }
    }

    /**
     * Arms 0 and 1 have equal means, 1 from fewer rewards, so that its index is larger. After many rewards of arm 2 the
     * tangents of both are far above their indices, that of arm 1 the more, and 1 is solved for first: its index must not be
     * taken for that of arm 0.
     */
    @Example
    void equalMeansFromUnequalCountsAreNotAlike() {
        for (int rewards : new int[] {2, 3, 10}) {
            KlUcb learner = KlUcb.of(3);
            learner.observe(1, 0.5);
            for (int i = 0; i < rewards; i++) {
                learner.observe(0, 0.5);
            }
            for (int i = 0; i < 100; i++) {
                learner.observe(2, 0);
            }

            assertThat(learner.select(UNUSED)).isEqualTo(1);
        }
    }

    private static int scan(double[] sums, long[] counts, double factor, long t) {
        int best = -1;
        double bestIndex = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < sums.length; arm++) {
            if (counts[arm] == 0) {
                return arm;
            }
            double index = BernoulliDivergence.solve(sums[arm] / counts[arm], threshold(factor, t) / counts[arm]);
            if (index > bestIndex) {
                bestIndex = index;
                best = arm;
            }
        }
        return best;
    }

    private static double threshold(double factor, long t) {
        double logarithm = StrictMath.log((double) t);
        if (factor < 0) {
            double next = StrictMath.log(t + 1.0);
            return StrictMath.log1p((t + 1.0) * next * next);
        }
        return factor == 0 ? logarithm : logarithm + factor * StrictMath.log(Math.max(1, logarithm));
    }

    @Provide
    Arbitrary<Integer> arms() {
        return Arbitraries.of(1, 2, 3, 10, 57, 200);
    }

    /** Negative stands for the threshold of withGuarantee. */
    @Provide
    Arbitrary<Double> factors() {
        return Arbitraries.of(0.0, 0.0, 3.0, -1.0, 1e6);
    }

    enum Rewards {
        ZERO,
        ONE,
        EQUAL_COINS,
        COINS,
        /** Sums of these are equal on paper and differ by rounding. */
        TENTHS,
        DUPLICATES,
        ALMOST_ONE,
        ALMOST_ZERO;

        double of(int arm, int arms, Xoshiro256PlusPlus random) {
            return switch (this) {
                case ZERO -> 0;
                case ONE -> 1;
                case EQUAL_COINS -> random.nextInt(2);
                case COINS -> random.nextInt(arms + 1) < arm ? 1 : 0;
                case TENTHS -> 0.1 * random.nextInt(4);
                case DUPLICATES -> arm % 2 == 0 ? 0.7 : 0.3;
                case ALMOST_ONE -> random.nextBoolean() ? Math.nextDown(1.0) : 1 - 1e-9;
                case ALMOST_ZERO -> random.nextBoolean() ? Double.MIN_VALUE : 1e-12;
            };
        }
    }
}
