// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.RegretMatching;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.testkit.statistics.ExactBinomial;
import org.junit.jupiter.api.Test;

class LearningFollowerTest {
    private static final BimatrixStackelbergGame GAME = BimatrixStackelbergGame.of(
            new double[][] {{2, 4, 0}, {1, 3, -1}}, new double[][] {{10, 30, 20}, {30, 10, 20}});

    @Test
    void hedgeSeesPayoffsAsLossesOverTheirRange() {
        LearningFollower follower = LearningFollower.of(GAME, Hedge.of(3, 0.5));
        follower.observe(new double[] {0.25, 0.75}, 2);
        double[] q = new double[3];
        follower.distribution(q);
        // v = (25, 15, 20): losses 0.25, 0.75, 0.5.
        assertThat(q[0] / q[1]).isCloseTo(Math.exp(0.25), within(1e-12));
        assertThat(q[0] / q[2]).isCloseTo(Math.exp(0.125), within(1e-12));
        assertThat(follower.lossUnit()).isEqualTo(20);
    }

    @Test
    void fictitiousPlayAnswersTheAverageCommitment() {
        LearningFollower follower = LearningFollower.of(GAME, FollowTheLeader.of(3));
        double[] q = new double[3];
        follower.distribution(q);
        assertThat(q).containsExactly(1, 0, 0);
        follower.observe(new double[] {0.8, 0.2});
        follower.observe(new double[] {0.3, 0.7});
        follower.distribution(q);
        assertThat(q).containsExactly(0, 1, 0);
        LearningFollower fork = follower.fork();
        fork.observe(new double[] {0, 1});
        fork.distribution(q);
        assertThat(q).containsExactly(1, 0, 0);
        follower.distribution(q);
        assertThat(q).containsExactly(0, 1, 0);
    }

    @Test
    void banditsSeeTheirOwnRewardAlone() {
        Exp3 learner = Exp3.withLearningRate(3, 0.2);
        Exp3 same = Exp3.withLearningRate(3, 0.2);
        BanditFollower follower = BanditFollower.of(GAME, learner);
        follower.observe(new double[] {0.25, 0.75}, 1);
        same.observe(1, 0.25);
        double[] q = new double[3];
        double[] expected = new double[3];
        follower.distribution(q);
        same.probabilities(expected);
        assertThat(q).containsExactly(expected);
        BanditFollower fork = follower.fork();
        fork.observe(new double[] {1, 0}, 0);
        follower.distribution(q);
        assertThat(q).containsExactly(expected);
        follower.reset();
        follower.distribution(q);
        assertThat(q[0]).isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void aGameWithoutDifferencesHasNoLosses() {
        LearningFollower follower = LearningFollower.of(
                BimatrixStackelbergGame.of(new double[][] {{1, 2}}, new double[][] {{7, 7}}), Hedge.of(2, 1));
        follower.observe(new double[] {1});
        double[] q = new double[2];
        follower.distribution(q);
        assertThat(q).containsExactly(0.5, 0.5);
    }

    @Test
    void perturbedLeaderChoosesWithTheProbabilityOfItsPerturbations() {
        // Two actions, the second 3 ahead of the first: the first is chosen with probability exp(-0.2 * 3) / 2.
        FollowThePerturbedLeader learner = FollowThePerturbedLeader.of(2, 0.2, 11);
        for (int round = 0; round < 3; round++) {
            learner.observe(new double[] {1, 0});
        }
        double[] q = new double[2];
        long chosen = 0;
        long rounds = 40_000;
        for (long round = 0; round < rounds; round++) {
            learner.distribution(q);
            chosen += q[0] == 1 ? 1 : 0;
            learner.observe(new double[] {0, 0});
        }
        ExactBinomial.assertProbability(chosen, rounds, Math.exp(-0.6) / 2, 1e-6);
    }

    @Test
    void playsAndRecords() {
        LearningFollower follower = LearningFollower.of(GAME, RegretMatching.of(3));
        LearningRecord record = ExpectedPlay.run(
                CommitmentSchedule.constant(1, 0).turning(1, CommitmentSchedule.constant(0, 1)), follower, 2);
        // Round 1: uniform. Regrets 10 / 20 of response 2 alone, so round 2 plays response 2.
        assertThat(record.leaderTotal()).isCloseTo(2 + 3, within(1e-12));
        assertThat(record.mass(1)).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(record.weight(0, 0)).isCloseTo(1.0 / 3, within(1e-15));
        // Follower: 20 + 10 against 40, 40, 40.
        assertThat(record.externalRegret()).isCloseTo(10, within(1e-12));
        // Response 0 would have gained 20/3 by playing 1, response 1 would have gained 20 - 20/3 by playing 0, response
        // 2 10/3.
        assertThat(record.swapRegret()).isCloseTo(20.0 / 3 + 40.0 / 3 + 10.0 / 3, within(1e-12));
        LearningRecord drawn = LearningRecord.of(GAME);
        ExpectedPlay.run(CommitmentSchedule.constant(0.5, 0.5), follower, 100, Xoshiro256PlusPlus.seeded(3), drawn);
        assertThat(drawn.mass(0) + drawn.mass(1) + drawn.mass(2)).isCloseTo(100, within(1e-12));
        assertThat(drawn.rounds()).isEqualTo(100);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningFollower.of(GAME, Hedge.of(2, 1)))
                .withMessage("learner has 2 actions, expected 3, one a response");
        assertThatIllegalArgumentException().isThrownBy(() -> BanditFollower.of(GAME, Exp3.withLearningRate(2, 1)));
        LearningFollower follower = LearningFollower.of(GAME, Hedge.of(3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> follower.observe(new double[] {0.5, 0.4}));
        assertThatIllegalArgumentException().isThrownBy(() -> follower.observe(new double[] {0.5, 0.5}, 3));
        double[] q = new double[3];
        follower.distribution(q);
        assertThat(q[0]).isEqualTo(q[1]);
        LearningRecord record = LearningRecord.of(GAME);
        assertThatIllegalStateException().isThrownBy(record::leaderAverage);
        assertThatIllegalArgumentException().isThrownBy(() -> FollowThePerturbedLeader.of(2, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CommitmentSchedule.constant(0.5, 0.6));
    }
}
