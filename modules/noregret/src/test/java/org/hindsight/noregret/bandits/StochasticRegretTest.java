// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.hindsight.testkit.statistics.ExactBinomial;
import org.junit.jupiter.api.Test;

/** The bounds of UCB1 and arm elimination: worked by hand, and held against replicates. */
class StochasticRegretTest {
    /** False-alarm probability of each statistical assertion. */
    private static final double FALSE_ALARM = 1e-7;

    private static final long HORIZON = 5_000;
    private static final int REPLICATES = 1_000;
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.1, 0.9, 0.2, 0.9, 0.3);

    @Test
    void ucb1BoundsByHand() {
        // 8 ln(10^4)/0.1 + (1 + pi^2/3) 0.1; the best arms add nothing.
        assertThat(Ucb1.REGRET.at(StochasticBandit.of(10_000, 0.5, 0.4, 0.5))).isCloseTo(737.2562164, within(1e-6));
        assertThat(Ucb1.PULLS.at(new ArmOfBandit(StochasticBandit.of(10_000, 0.5, 0.4), 1)))
                .isCloseTo(7372.562164, within(1e-5));
        assertThat(Ucb1.PULLS.at(new ArmOfBandit(StochasticBandit.of(10_000, 0.5, 0.4), 0)))
                .isInfinite();
        assertThat(Ucb1.REGRET.at(StochasticBandit.of(1, 0.5, 0.5))).isZero();
        assertThat(Ucb1.REGRET.at(StochasticBandit.of(1, 1, 0))).isCloseTo(1 + Math.PI * Math.PI / 3, within(1e-12));
    }

    @Test
    void armEliminationBoundsByHand() {
        // ln(2 * 2 * 100^2) = 10.5966...; 8 * 10.5966 / 0.5 + 0.5 + 0.5.
        assertThat(ArmElimination.REGRET.at(StochasticBandit.of(100, 0.75, 0.25)))
                .isCloseTo(170.5461557, within(1e-6));
        // 8 ln(2 * 2 * 100 / 0.05) / 0.25 = 287.59.
        StochasticBandit bandit = StochasticBandit.of(100, 0.75, 0.25);
        assertThat(ArmElimination.PULLS.at(new ArmElimination.ArmAtConfidence(bandit, 1, 0.05)))
                .isEqualTo(288);
        assertThat(ArmElimination.PULLS.at(new ArmElimination.ArmAtConfidence(bandit, 0, 0.05)))
                .isInfinite();
        assertThat(ArmElimination.REGRET.at(StochasticBandit.of(100, 0.5, 0.5))).isZero();
    }

    @Test
    void ucb1StaysWithinItsBounds() {
        StochasticBandit instance = BANDIT.over(HORIZON);
        PullCounts counts = PullCounts.forArms(BANDIT.arms());
        Ucb1 learner = Ucb1.of(BANDIT.arms());
        BoundedSample regret = BoundedSample.in(0, HORIZON);
        List<BoundedSample> pulls = Stream.generate(() -> BoundedSample.in(0, HORIZON))
                .limit(BANDIT.arms())
                .toList();
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            play(learner, "ucb1", replicate, counts);
            regret.add(counts.pseudoRegret(instance));
            for (int arm = 0; arm < pulls.size(); arm++) {
                pulls.get(arm).add((double) counts.pulls(arm));
            }
        }

        assertMeaningful(Ucb1.REGRET.at(instance), instance);
        EmpiricalBernstein.assertMeanAtMost(regret, Ucb1.REGRET.at(instance), FALSE_ALARM);
        for (int arm : new int[] {0, 2, 4}) {
            EmpiricalBernstein.assertMeanAtMost(
                    pulls.get(arm), Ucb1.PULLS.at(new ArmOfBandit(instance, arm)), FALSE_ALARM);
        }
    }

    /** One arm pays 0.4 for certain, the other 1 with probability 0.6: a learner that does not explore settles for the first. */
    @Test
    void ucb1DoesNotSettleForTheCertainArm() {
        BernoulliBandit risky = BernoulliBandit.of(0.6);
        BanditEnvironment environment = new BanditEnvironment() {
            @Override
            public int arms() {
                return 2;
            }

            @Override
            public double reward(int arm, RandomGenerator random) {
                return arm == 0 ? 0.4 : risky.reward(0, random);
            }

            @Override
            public void reset() {}
        };
        StochasticBandit instance = StochasticBandit.of(20_000, 0.4, 0.6);
        PullCounts counts = PullCounts.forArms(2);
        BoundedSample regret = BoundedSample.in(0, instance.horizon() * instance.gap(0));
        Ucb1 learner = Ucb1.of(2);
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            Xoshiro256PlusPlus random = new StreamKey(20240105, "certain arm", "", replicate).open();
            BanditPlay.run(learner, environment, instance.horizon(), random, counts);
            regret.add(counts.pseudoRegret(instance));
        }

        EmpiricalBernstein.assertMeanAtMost(regret, Ucb1.REGRET.at(instance), FALSE_ALARM);
    }

    @Test
    void armEliminationStaysWithinItsRegretBound() {
        StochasticBandit instance = BANDIT.over(HORIZON);
        PullCounts counts = PullCounts.forArms(BANDIT.arms());
        ArmElimination learner = ArmElimination.tunedFor(BANDIT.arms(), HORIZON);
        BoundedSample regret = BoundedSample.in(0, HORIZON);
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            play(learner, "aae", replicate, counts);
            regret.add(counts.pseudoRegret(instance));
        }

        assertMeaningful(ArmElimination.REGRET.at(instance), instance);
        EmpiricalBernstein.assertMeanAtMost(regret, ArmElimination.REGRET.at(instance), FALSE_ALARM);
    }

    /** A bound that pulling the worst arm for ever would keep tests nothing. */
    private static void assertMeaningful(double bound, StochasticBandit instance) {
        assertThat(bound).isLessThan(0.2 * HORIZON * instance.largestGap());
    }

    /** The pulls bound of all arms at once, and the survival of the best arms, may fail in at most 5 % of runs. */
    @Test
    void armEliminationPullsHoldWithHighProbability() {
        double delta = 0.05;
        ArmElimination learner = ArmElimination.tunedFor(BANDIT.arms(), HORIZON).withFailureProbability(delta);
        StochasticBandit instance = BANDIT.over(HORIZON);
        PullCounts counts = PullCounts.forArms(BANDIT.arms());
        int failures = 0;
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            play(learner, "aae pulls", replicate, counts);
            boolean held =
                    learner.eliminatedAt(1) == ArmElimination.NEVER && learner.eliminatedAt(3) == ArmElimination.NEVER;
            for (int arm = 0; arm < BANDIT.arms(); arm++) {
                double bound = ArmElimination.PULLS.at(new ArmElimination.ArmAtConfidence(instance, arm, delta));
                held &= counts.pulls(arm) <= bound;
            }
            failures += held ? 0 : 1;
        }

        ExactBinomial.assertProbabilityAtMost(failures, REPLICATES, delta, FALSE_ALARM);
    }

    @Test
    void bernoulliRewardsHaveTheirMeans() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(5);
        int draws = 400_000;
        for (int arm = 0; arm < BANDIT.arms(); arm++) {
            BoundedSample rewards = BoundedSample.in(0, 1);
            for (int i = 0; i < draws; i++) {
                rewards.add(BANDIT.reward(arm, random));
            }
            EmpiricalBernstein.assertMean(rewards, BANDIT.mean(arm), FALSE_ALARM);
        }
        BernoulliBandit certain = BernoulliBandit.of(0, 1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(certain.reward(0, random)).isZero();
            assertThat(certain.reward(1, random)).isEqualTo(1);
        }
    }

    @Test
    void gapsAreMeasuredFromTheBestMean() {
        assertThat(BANDIT.bestMean()).isEqualTo(0.9);
        assertThat(BANDIT.gap(3)).isZero();
        assertThat(BANDIT.gap(0)).isEqualTo(0.8);
        assertThat(BANDIT.over(7)).isEqualTo(StochasticBandit.of(7, 0.1, 0.9, 0.2, 0.9, 0.3));
        assertThat(BANDIT.over(7).withHorizon(8)).isEqualTo(BANDIT.over(8)).isNotEqualTo(BANDIT.over(7));
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BernoulliBandit.of(0.5, 1.5))
                .withMessage("means[1] = 1.5 must lie in [0, 1]");
        assertThatIllegalArgumentException().isThrownBy(BernoulliBandit::of).withMessageContaining("means.length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StochasticBandit.of(0, 0.5))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException().isThrownBy(() -> Ucb1.of(0)).withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmElimination.tunedFor(2, -1))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmElimination.tunedFor(2, 10).withFailureProbability(1))
                .withMessageContaining("failureProbability");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArmOfBandit(BANDIT.over(5), 5))
                .withMessageContaining("arm");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BanditPlay.run(Ucb1.of(2), BANDIT, 1, Xoshiro256PlusPlus.seeded(1), PullCounts.forArms(2)))
                .withMessage("environment has length 5, expected 2");
        assertThatIllegalStateException()
                .isThrownBy(() -> ArmElimination.tunedFor(2, 10).observe(1, 0.5))
                .withMessage("arm must be 0, the next of this pass, was 1");
    }

    private static void play(BanditLearner learner, String name, int replicate, PullCounts counts) {
        Xoshiro256PlusPlus random = new StreamKey(20240105, name, BANDIT.toString(), replicate).open();
        BanditPlay.run(learner, BANDIT, HORIZON, random, counts);
    }
}
