// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.KolmogorovSmirnov;
import org.hindsight.testkit.statistics.RelativeEntropy;
import org.junit.jupiter.api.Test;

/** Games played by counts against games played by rounds: equal where nothing is random, equal in law elsewhere. */
class CountPlayTest {
    private static final double FALSE_ALARM = 1e-7;
    private static final double[] CERTAIN = {0, 1, 0, 1};
    private static final BernoulliBandit TWO = BernoulliBandit.of(0.3, 0.8);

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(20240126);

    @Test
    void onCertainRewardsItIsThePlayOfRounds() {
        BernoulliBandit bandit = BernoulliBandit.of(CERTAIN);
        PullCounts counts = PullCounts.forArms(4);
        PullCounts expected = PullCounts.forArms(4);
        double[] sums = new double[4];
        for (int horizon = 0; horizon <= 120; horizon++) {
            for (int m : new int[] {1, 3, 10, 1000}) {
                ExploreThenCommit byCounts = ExploreThenCommit.of(4, m);
                ExploreThenCommit byRounds = ExploreThenCommit.of(4, m);
                CountPlay.run(byCounts, bandit, horizon, random, counts, sums);
                BanditPlay.run(byRounds, bandit, horizon, random, expected);
                assertEqual(counts, expected, sums);
                assertContinueAlike(byCounts, byRounds);
            }
            ArmElimination byCounts =
                    ArmElimination.tunedFor(4, 20).withFailureProbability(0.9).checkingAtPowersOfTwo();
            ArmElimination byRounds = byCounts.fork();
            CountPlay.run(byCounts, bandit, horizon, random, counts, sums);
            BanditPlay.run(byRounds, bandit, horizon, random, expected);
            assertEqual(counts, expected, sums);
            for (int arm = 0; arm < 4; arm++) {
                assertThat(byCounts.eliminatedAt(arm)).isEqualTo(byRounds.eliminatedAt(arm));
            }
            assertContinueAlike(byCounts, byRounds);
        }
    }

    private static void assertEqual(PullCounts counts, PullCounts expected, double[] sums) {
        for (int arm = 0; arm < CERTAIN.length; arm++) {
            assertThat(counts.pulls(arm)).isEqualTo(expected.pulls(arm));
            assertThat(sums[arm]).isEqualTo(CERTAIN[arm] * expected.pulls(arm));
        }
    }

    private void assertContinueAlike(BanditLearner one, BanditLearner other) {
        for (int round = 0; round < 60; round++) {
            int arm = one.select(random);
            assertThat(other.select(random)).isEqualTo(arm);
            one.observe(arm, CERTAIN[arm]);
            other.observe(arm, CERTAIN[arm]);
        }
    }

    @Test
    void exactLawOfArmElimination() {
        ArmElimination learner =
                ArmElimination.tunedFor(2, 1).withFailureProbability(0.999).checkingAtPowersOfTwo();
        assertExactLaw(learner, 13, (counts, sums) -> CountPlay.run(learner, TWO, 13, random, counts, sums));
    }

    @Test
    void exactLawOfExploreThenCommit() {
        for (int horizon : new int[] {9, 5}) {
            ExploreThenCommit learner = ExploreThenCommit.of(2, 3);
            assertExactLaw(
                    learner, horizon, (counts, sums) -> CountPlay.run(learner, TWO, horizon, random, counts, sums));
        }
    }

    @Test
    void exactLawOfUniformPlay() {
        EpsilonGreedy uniform = EpsilonGreedy.constant(2, 1);
        uniform.observe(0, 0);
        uniform.observe(1, 0);
        assertExactLaw(uniform, 6, (counts, sums) -> CountPlay.uniform(TWO, 6, random, counts, sums));
    }

    @FunctionalInterface
    interface Game {
        void play(PullCounts counts, double[] sums);
    }

    /** The joint law of pulls and successes, against every branch of the learner's play. */
    private static void assertExactLaw(BanditLearner learner, int horizon, Game game) {
        Map<String, Double> law = new TreeMap<>();
        BanditLearner start = learner.fork();
        BranchOracle.walk(
                start,
                TWO,
                horizon,
                (pulls, successes, probability) ->
                        law.merge(pulls[0] + " " + successes[0] + " " + successes[1], probability, Double::sum));
        Map<String, Integer> draws = new TreeMap<>();
        PullCounts counts = PullCounts.forArms(2);
        double[] sums = new double[2];
        for (int run = 0; run < 100_000; run++) {
            game.play(counts, sums);
            assertThat(counts.pulls(0) + counts.pulls(1)).isEqualTo(horizon);
            draws.merge(counts.pulls(0) + " " + (long) sums[0] + " " + (long) sums[1], 1, Integer::sum);
        }
        assertThat(law.keySet()).containsAll(draws.keySet());
        long[] observed = law.keySet().stream()
                .mapToLong(key -> draws.getOrDefault(key, 0))
                .toArray();
        double[] probabilities =
                law.values().stream().mapToDouble(Double::doubleValue).toArray();
        RelativeEntropy.assertProbabilities(observed, probabilities, FALSE_ALARM);
    }

    @Test
    void regretOfLongerGamesAgrees() {
        BernoulliBandit bandit = BernoulliBandit.of(0.2, 0.5, 0.6);
        long horizon = 4_000;
        ArmElimination learner = ArmElimination.tunedFor(3, horizon).checkingAtPowersOfTwo();
        PullCounts counts = PullCounts.forArms(3);
        double[] sums = new double[3];
        double[] byCounts = new double[3_000];
        double[] byRounds = new double[3_000];
        for (int run = 0; run < byCounts.length; run++) {
            CountPlay.run(learner, bandit, horizon, random, counts, sums);
            byCounts[run] = counts.pseudoRegret(bandit.over(horizon));
            BanditPlay.run(learner, bandit, horizon, random, counts);
            byRounds[run] = counts.pseudoRegret(bandit.over(horizon));
        }
        KolmogorovSmirnov.assertSameDistribution(byCounts, byRounds, FALSE_ALARM);
    }

    @Test
    void horizonsBeyondAnyLoop() {
        long horizon = 1L << 40;
        BernoulliBandit bandit = BernoulliBandit.of(0.2, 0.5);
        PullCounts counts = PullCounts.forArms(2);
        double[] sums = new double[2];
        CountPlay.run(
                ArmElimination.tunedFor(2, horizon).checkingAtPowersOfTwo(), bandit, horizon, random, counts, sums);

        assertThat(counts.pulls(0) + counts.pulls(1)).isEqualTo(horizon);
        assertThat(counts.pulls(0)).isLessThan(100_000);
        assertThat(sums[1] / counts.pulls(1)).isBetween(0.49999, 0.50001);
    }

    @Test
    void badInputIsNamed() {
        PullCounts counts = PullCounts.forArms(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountPlay.run(ArmElimination.tunedFor(2, 9), TWO, 9, random, counts, new double[2]))
                .withMessageContaining("powers of two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountPlay.uniform(TWO, -1, random, counts, new double[2]))
                .withMessageContaining("rounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountPlay.uniform(TWO, 1, random, counts, new double[3]))
                .withMessageContaining("rewardSums");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountPlay.run(ExploreThenCommit.of(3, 1), TWO, 1, random, counts, new double[2]))
                .withMessageContaining("bandit");
    }
}
