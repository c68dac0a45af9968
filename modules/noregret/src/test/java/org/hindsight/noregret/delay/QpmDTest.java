// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

class QpmDTest {
    private static final double FALSE_ALARM = 1e-7;
    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(0);

    /** Delay 1, two arms, UCB1 as the base: it waits for its first reward of arm 0, then of arm 1. */
    @Test
    void byHand() {
        RecordingUcb1 base = new RecordingUcb1(2);
        QpmD learner = QpmD.over(base);
        assertThat(learner.select(0, UNUSED)).isZero();
        assertThat(learner.select(0, UNUSED)).isZero();
        // Nothing has arrived: the base still wants arm 0.
        assertThat(learner.select(1, UNUSED)).isZero();
        learner.observe(0, 0, 1);
        assertThat(learner.select(2, UNUSED)).isEqualTo(1);
        assertThat(base.arms).containsExactly(0);
        learner.observe(1, 0, 0);
        assertThat(learner.select(3, UNUSED)).isEqualTo(1);
        learner.observe(2, 1, 0);
        // Told 1:0.0, the base selects arm 0; a reward 0 of it waits in the queue: means 1/2 and 0, arm 0 again.
        assertThat(learner.select(4, UNUSED)).isZero();
        assertThat(base.arms).containsExactly(0, 1, 0);
        assertThat(base.rewards).containsExactly(1.0, 0.0, 0.0);
    }

    @Test
    void feedbackThatNeverArrivesIsWaitedForInVain() {
        DelayedPullCounts counts = DelayedPullCounts.forArms(3);
        DelayedBanditPlay.run(
                QpmD.over(Ucb1.of(3)),
                BernoulliBandit.of(0.1, 0.9, 0.5),
                (round, random) -> Delays.NEVER,
                100,
                UNUSED,
                counts);
        assertThat(counts.pulls(0)).isEqualTo(100);
        assertThat(counts.largestOutstanding(0)).isEqualTo(99);
        assertThat(counts).hasToString("DelayedPullCounts[pulls=PullCounts[100, 0, 0], largestOutstanding=[99, 0, 0]]");
        assertThat(counts.pseudoRegret(StochasticBandit.of(100, 0.1, 0.9, 0.5))).isCloseTo(80, within(1e-12));
    }

    @Test
    void forksAndResetsWithRewardsInTheQueues() {
        Delays delays = (round, random) -> (round * round) % 23;
        BernoulliBandit bandit = BernoulliBandit.of(0.4, 0.6, 0.5);
        QpmD learner = QpmD.over(Ucb1.of(3));
        int[] expected = arms(learner, bandit, delays, 400);
        learner.reset();
        assertThat(arms(learner, bandit, delays, 400)).isEqualTo(expected);

        QpmD original = QpmD.over(Ucb1.of(3));
        long round = 0;
        for (; round < 60; round++) {
            int arm = original.select(round, UNUSED);
            // Two rewards of the last round: queues fill up.
            original.observe(round, arm, round % 2 == 0 ? 0 : 1);
            original.observe(round, (arm + 1) % 3, 1);
            original.observe(round, (arm + 2) % 3, 0);
        }
        QpmD fork = original.fork();
        QpmD disturbed = original.fork();
        disturbed.observe(round - 1, 0, 1);
        disturbed.select(round, UNUSED);
        for (; round < 200; round++) {
            int arm = original.select(round, UNUSED);
            assertThat(fork.select(round, UNUSED)).isEqualTo(arm);
            original.observe(round, arm, 0.5);
            fork.observe(round, arm, 0.5);
        }
    }

    private static int[] arms(QpmD learner, BernoulliBandit bandit, Delays delays, int rounds) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(5);
        PendingRewards pending = new PendingRewards();
        int[] arms = new int[rounds];
        for (int round = 0; round < rounds; round++) {
            arms[round] = learner.select(round, random);
            pending.add(round + delays.delay(round, random), round, arms[round], bandit.reward(arms[round], random));
            while (pending.hasArrivedBy(round)) {
                learner.observe(pending.firstRound(), pending.firstArm(), pending.firstReward());
                pending.removeFirst();
            }
        }
        return arms;
    }

    /** Many rewards on their way, in an order far from that of the pulls. */
    @Test
    void pendingRewardsComeInOrderOfArrival() {
        PendingRewards pending = new PendingRewards();
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(6);
        for (int round = 0; round < 5_000; round++) {
            pending.add(random.nextInt(700), round, round % 7, round / 5_000.0);
        }
        long arrival = 0;
        long before = -1;
        for (int i = 0; i < 5_000; i++) {
            while (!pending.hasArrivedBy(arrival)) {
                arrival++;
                before = -1;
            }
            assertThat(pending.firstRound()).isGreaterThan(before);
            before = pending.firstRound();
            assertThat(pending.firstArm()).isEqualTo((int) (before % 7));
            assertThat(pending.firstReward()).isEqualTo(before / 5_000.0);
            pending.removeFirst();
        }
        assertThat(pending.hasArrivedBy(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void staysWithinItsRegretBound() {
        BernoulliBandit bandit = BernoulliBandit.of(0.1, 0.9, 0.2);
        int rounds = 3_000;
        StochasticBandit instance = bandit.over(rounds);
        QpmD learner = QpmD.over(Ucb1.of(3));
        DelayedPullCounts counts = DelayedPullCounts.forArms(3);
        BoundedSample regret = BoundedSample.in(0, rounds);
        for (int replicate = 0; replicate < 200; replicate++) {
            Xoshiro256PlusPlus random = new StreamKey(20240105, "qpm-d", "", replicate).open();
            DelayedBanditPlay.run(learner, bandit, Delays.uniform(100), rounds, random, counts);
            regret.add(counts.pseudoRegret(instance));
        }
        double bound = QpmD.REGRET.at(new QpmD.Run(Ucb1.REGRET.at(instance), instance, 100));
        assertThat(bound).isLessThan(0.2 * rounds * instance.largestGap());
        EmpiricalBernstein.assertMeanAtMost(regret, bound, FALSE_ALARM);
        // The delays are felt: arms 0 and 1 take about as long to be heard of.
        EmpiricalBernstein.assertMeanAtLeast(regret, 10, FALSE_ALARM);
    }

    @Test
    void delaysHaveTheirLaws() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(7);
        BoundedSample even = BoundedSample.in(0, 4);
        BoundedSample geometric = BoundedSample.in(0, 100);
        for (int i = 0; i < 100_000; i++) {
            even.add((double) Delays.uniform(4).delay(i, random));
            geometric.add((double) Math.min(100, Delays.geometric(0.25).delay(i, random)));
        }
        EmpiricalBernstein.assertMean(even, 2, FALSE_ALARM);
        EmpiricalBernstein.assertMean(geometric, 3, FALSE_ALARM);
        assertThat(Delays.none().delay(3, random)).isZero();
        assertThat(Delays.constant(7).delay(3, random)).isEqualTo(7);
        assertThat(Delays.geometric(1).delay(3, random)).isZero();
    }

    @Test
    void boundByHand() {
        StochasticBandit bandit = StochasticBandit.of(100, 0.5, 0.25, 0);
        assertThat(QpmD.REGRET.at(new QpmD.Run(10, bandit, 4))).isEqualTo(13);
        assertThat(QpmD.REGRET.at(new QpmD.Run(10, StochasticBandit.of(5, 0.5, 0.5), Double.POSITIVE_INFINITY)))
                .isEqualTo(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QpmD.Run(Double.NaN, bandit, 1))
                .withMessageContaining("baseRegret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QpmD.Run(1, bandit, -1))
                .withMessageContaining("outstanding");
    }

    @Test
    void badInputIsNamed() {
        QpmD learner = QpmD.over(Ucb1.of(2));
        assertThatIllegalStateException()
                .isThrownBy(() -> learner.select(1, UNUSED))
                .withMessage("round must be 0, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(0, 0, 1))
                .withMessageContaining("round");
        assertThat(learner.select(0, UNUSED)).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> learner.select(2, UNUSED))
                .withMessage("round must be 1 (or 0 again), was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(-1, 0, 1))
                .withMessageContaining("round");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(0, 2, 1))
                .withMessageContaining("arm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(0, 0, Double.NaN))
                .withMessageContaining("reward");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delays.constant(-1))
                .withMessageContaining("delay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delays.uniform(-1))
                .withMessageContaining("most");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delays.geometric(0))
                .withMessageContaining("rate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DelayedPullCounts.forArms(0))
                .withMessageContaining("arms");
        DelayedPullCounts counts = DelayedPullCounts.forArms(2);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> DelayedBanditPlay.run(learner, BernoulliBandit.of(0.5), Delays.none(), 1, UNUSED, counts))
                .withMessage("environment has length 1, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DelayedBanditPlay.run(
                        learner, BernoulliBandit.of(0.5, 0.5), (round, random) -> -1, 1, UNUSED, counts))
                .withMessageContaining("delay");
        DelayedBanditPlay.run(learner, BernoulliBandit.of(0.5, 0.5), Delays.none(), 0, UNUSED, counts);
        assertThat(counts.pulls(0)).isZero();
    }
}
