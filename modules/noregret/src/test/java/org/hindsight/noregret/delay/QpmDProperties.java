// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.CounterUniforms;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.BernoulliRewardStack;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.posterior.ThompsonBernoulli;

/** What the proof of {@link QpmD#REGRET} says of every run, on arbitrary delays. */
class QpmDProperties {
    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(0);

    /** N_a is at most the base's selections of a plus the most rewards of a that were outstanding at a pull of it. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void pullsExceedTheBasesByTheOutstanding(@ForAll("runs") Run run) {
        RecordingUcb1 base = new RecordingUcb1(run.arms());
        DelayedPullCounts counts = run.play(QpmD.over(base));
        int last = base.select(UNUSED);
        for (int arm = 0; arm < run.arms(); arm++) {
            int a = arm;
            long selections = base.arms.stream().filter(told -> told == a).count() + (last == arm ? 1 : 0);
            assertThat(counts.pulls(arm)).isLessThanOrEqualTo(selections + counts.largestOutstanding(arm));
        }
        // Its rounds, with the one under way, are no more than ours.
        assertThat(base.arms.size() + 1).isLessThanOrEqualTo(run.delays().length);
    }

    /**
     * The base is told the rewards of an arm in the order of arrival, each once, and nothing else; an arm is pulled only when
     * the base has been told all of its rewards that have arrived.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theBaseIsToldRewardsInOrderOfArrival(@ForAll("runs") Run run) {
        RecordingUcb1 base = new RecordingUcb1(run.arms());
        List<long[]> pulls = new ArrayList<>();
        QpmD learner = QpmD.over(base);
        run.play(new DelayedBanditLearner() {
            @Override
            public int arms() {
                return learner.arms();
            }

            @Override
            public int select(long round, RandomGenerator random) {
                int arm = learner.select(round, random);
                // Nothing that has arrived for this arm is left in its queue.
                long heard = pulls.stream()
                        .filter(pull -> pull[1] == arm && pull[2] < round)
                        .count();
                assertThat(base.arms.stream().filter(told -> told == arm).count())
                        .isEqualTo(heard);
                pulls.add(new long[] {round, arm, round + run.delays()[(int) round]});
                return arm;
            }

            @Override
            public void observe(long round, int arm, double reward) {
                learner.observe(round, arm, reward);
            }

            @Override
            public void reset() {
                learner.reset();
            }

            @Override
            public DelayedBanditLearner fork() {
                return learner.fork();
            }
        });
        for (int arm = 0; arm < run.arms(); arm++) {
            int a = arm;
            List<long[]> mine = pulls.stream().filter(pull -> pull[1] == a).toList();
            List<Double> expected = mine.stream()
                    .sorted(Comparator.<long[]>comparingLong(pull -> pull[2]).thenComparingLong(pull -> pull[0]))
                    .map(pull -> run.stack().rewardOfPull(a, mine.indexOf(pull)))
                    .toList();
            List<Double> told = new ArrayList<>();
            for (int i = 0; i < base.arms.size(); i++) {
                if (base.arms.get(i) == arm) {
                    told.add(base.rewards.get(i));
                }
            }
            assertThat(told).isEqualTo(expected.subList(0, told.size()));
        }
    }

    /** Without delay it is the base, also where the coins of base and bandit come from one stream. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void withoutDelayItIsTheBase(@ForAll("runs") Run run) {
        int rounds = run.delays().length;
        PullCounts expected = PullCounts.forArms(run.arms());
        DelayedPullCounts counts = DelayedPullCounts.forArms(run.arms());
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(run.seed());
        Xoshiro256PlusPlus other = random.copy();
        BernoulliBandit bandit = run.bandit();
        ThompsonBernoulli base = ThompsonBernoulli.of(run.arms());
        BanditPlay.run(base.fork(), bandit, rounds, random, expected);
        DelayedBanditPlay.run(QpmD.over(base), bandit, Delays.none(), rounds, other, counts);
        for (int arm = 0; arm < run.arms(); arm++) {
            assertThat(counts.pulls(arm)).isEqualTo(expected.pulls(arm));
            assertThat(counts.largestOutstanding(arm)).isZero();
        }
        assertThat(other.nextLong()).isEqualTo(random.nextLong());
    }

    /** With constant delay d the base sees the very rewards it would see without, so pulls exceed its own by at most d. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void constantDelayCostsAtMostItselfAnArm(@ForAll("runs") Run run) {
        long delay = run.delays()[0];
        int rounds = 50 + run.delays().length;
        PullCounts expected = PullCounts.forArms(run.arms());
        BanditPlay.run(Ucb1.of(run.arms()), run.stack(), rounds, UNUSED, expected);
        DelayedPullCounts counts = DelayedPullCounts.forArms(run.arms());
        DelayedBanditPlay.run(
                QpmD.over(Ucb1.of(run.arms())), run.stack(), Delays.constant(delay), rounds, UNUSED, counts);
        for (int arm = 0; arm < run.arms(); arm++) {
            assertThat(counts.largestOutstanding(arm)).isLessThanOrEqualTo(delay);
            assertThat(counts.pulls(arm)).isLessThanOrEqualTo(expected.pulls(arm) + delay);
        }
    }

    @Provide
    Arbitrary<Run> runs() {
        Arbitrary<Long> delay = Arbitraries.oneOf(
                Arbitraries.of(0L, 0L, 1L, 2L),
                Arbitraries.longs().between(0, 12),
                Arbitraries.longs().between(0, 100));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        delay.array(Long[].class).ofMinSize(1).ofMaxSize(120),
                        Arbitraries.longs().between(0, 1L << 40))
                .as((arms, delays, seed) -> new Run(
                        arms, Arrays.stream(delays).mapToLong(Long::longValue).toArray(), seed));
    }

    static final class Run {
        private final int arms;
        private final long[] delays;
        private final long seed;

        Run(int arms, long[] delays, long seed) {
            this.arms = arms;
            this.delays = delays;
            this.seed = seed;
        }

        int arms() {
            return arms;
        }

        long[] delays() {
            return delays;
        }

        long seed() {
            return seed;
        }

        BernoulliBandit bandit() {
            double[] means = new double[arms];
            for (int arm = 0; arm < arms; arm++) {
                means[arm] = CounterUniforms.of(seed).at(99, arm);
            }
            return BernoulliBandit.of(means);
        }

        BernoulliRewardStack stack() {
            return BernoulliRewardStack.of(bandit(), CounterUniforms.of(seed));
        }

        DelayedPullCounts play(DelayedBanditLearner learner) {
            DelayedPullCounts counts = DelayedPullCounts.forArms(arms);
            DelayedBanditPlay.run(
                    learner, stack(), (round, random) -> delays[(int) round], delays.length, UNUSED, counts);
            return counts;
        }

        @Override
        public String toString() {
            return arms + " arms, delays " + Arrays.toString(delays) + ", seed " + seed;
        }
    }
}
