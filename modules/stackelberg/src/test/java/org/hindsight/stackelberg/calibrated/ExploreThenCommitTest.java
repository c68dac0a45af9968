// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.calibrated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.calibration.forecasters.AdaptiveCalibrator;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.PlayAccount;
import org.hindsight.stackelberg.StackelbergPlay;
import org.hindsight.stackelberg.commitment.StrongCommitment;
import org.hindsight.stackelberg.queries.bimatrix.IntervalSearch;
import org.hindsight.stackelberg.queries.bimatrix.RegionSearch;
import org.junit.jupiter.api.Test;

class ExploreThenCommitTest {
    private static final double[][] LEADER = {{2, 4}, {1, 3}};
    /** V* = 3.5, at (1/2, 1/2) for the second response. */
    private static final BimatrixStackelbergGame GAME =
            BimatrixStackelbergGame.of(LEADER, new double[][] {{1, 0}, {0, 1}});

    private static double average(int horizon, long seed) {
        PlayAccount account = PlayAccount.of(GAME);
        CalibratedFollower follower = CalibratedFollower.covering(GAME, horizon);
        StackelbergPlay.run(
                ExploreThenCommit.bisecting(LEADER, horizon),
                follower,
                horizon,
                Xoshiro256PlusPlus.seeded(seed),
                account);
        CalibrationCap cap = CalibrationCap.of(account, follower, 3.5);
        assertThat(cap.gap()).isLessThan(1e-12);
        return cap.average();
    }

    @Test
    void thePayoffGrowsTowardsTheValue() {
        double[] averages = new double[3];
        int[] horizons = {2000, 8000, 20_000};
        for (int h = 0; h < 3; h++) {
            for (long seed = 0; seed < 5; seed++) {
                averages[h] += average(horizons[h], seed) / 5;
            }
        }
        assertThat(averages[1]).isGreaterThan(averages[0] + 0.02);
        assertThat(averages[2]).isGreaterThan(averages[1] + 0.02).isLessThan(3.5);
    }

    /** The guarantees of answers and of the commitment, in one run that may break them with probability 1e-8. */
    @Test
    void answersAndCommitmentKeepTheirBounds() {
        int T = 6000;
        long M = 400;
        AdaptiveCalibrator.Run run = new AdaptiveCalibrator.Run(2, 2, T, 1e-8);
        double error = ExploreThenCommit.ANSWER_ERROR.at(new ExploreThenCommit.Exploration(run, M));
        for (long seed = 0; seed < 3; seed++) {
            double margin = 0.2;
            ExploreThenCommit leader = ExploreThenCommit.of(IntervalSearch.of(LEADER, 0.01, margin), M);
            CalibratedFollower follower = CalibratedFollower.adaptive(GAME, T);
            leader.reset();
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
            double[] x = new double[2];
            double[] q = new double[2];
            int[] answers = new int[2];
            int mistakes = 0;
            int committed = 0;
            for (int t = 0; t < T; t++) {
                follower.distribution(q);
                int response = random.nextDouble() < q[0] ? 0 : 1;
                leader.commitment(x);
                boolean asking = !leader.hasCommitted();
                follower.observe(x, response);
                leader.observe(response);
                if (asking) {
                    answers[response]++;
                    if (answers[0] + answers[1] == M) {
                        int majority = answers[1] > answers[0] ? 1 : 0;
                        // The region of 0 is x_0 >= 1/2.
                        double distance = Math.max(0, majority == 0 ? 0.5 - x[0] : x[0] - 0.5);
                        assertThat(distance).isLessThanOrEqualTo(error);
                        answers[0] = 0;
                        answers[1] = 0;
                    }
                } else {
                    committed++;
                    mistakes += response == leader.inducedResponse() ? 0 : 1;
                }
            }
            assertThat(leader.inducedResponse()).isEqualTo(1);
            assertThat(committed).isGreaterThan(1000);
            leader.commitment(x);
            double radius = 0.5 - x[0];
            assertThat(radius).isGreaterThan(0.1);
            assertThat(mistakes).isLessThanOrEqualTo((int)
                    ExploreThenCommit.MISTAKES.at(new ExploreThenCommit.Commitment(run, radius)));
        }
    }

    @Test
    void boundsHaveTheValuesOfTheirFormulas() {
        AdaptiveCalibrator.Run run = new AdaptiveCalibrator.Run(3, 2, 1000, 0.1);
        double log = Math.log(60_000 * (3 + Math.log(1001)));
        assertThat(ExploreThenCommit.ANSWER_ERROR.at(new ExploreThenCommit.Exploration(run, 90)))
                .isCloseTo(Math.sqrt(3 * log / 30), within(1e-12));
        assertThat(ExploreThenCommit.MISTAKES.at(new ExploreThenCommit.Commitment(run, 0.5)))
                .isCloseTo(24 * log, within(1e-9));
    }

    @Test
    void aGameOfThreeActionsIsLearned() {
        double[][] u = {{0.9, 0.1, 0.3}, {0.2, 0.8, 0.1}, {0.1, 0.3, 0.6}};
        double[][] v = {{0.1, 0.9, 0.4}, {0.5, 0.2, 0.9}, {0.9, 0.4, 0.2}};
        BimatrixStackelbergGame game = BimatrixStackelbergGame.of(u, v);
        double value = StrongCommitment.solve(game).value();
        int T = 40_000;
        PlayAccount account = PlayAccount.of(game);
        CalibratedFollower follower = CalibratedFollower.covering(game, T);
        ExploreThenCommit leader = ExploreThenCommit.of(RegionSearch.robust(u, 12, 0.02, 0.05, 3), 150);
        StackelbergPlay.run(leader, follower, T, Xoshiro256PlusPlus.seeded(1), account);
        CalibrationCap cap = CalibrationCap.of(account, follower, value);
        assertThat(cap.gap()).isLessThan(1e-7);
        assertThat(leader.hasCommitted()).isTrue();
        double[] x = new double[3];
        leader.commitment(x);
        assertThat(BestResponse.in(game).to(x, Xoshiro256PlusPlus.seeded(0))).isEqualTo(leader.inducedResponse());
        assertThat(game.leaderPayoff(x, leader.inducedResponse())).isBetween(value - 0.1 * game.leaderRange(), value);
    }

    @Test
    void blocksAreAskedAndTheMajorityCounts() {
        ExploreThenCommit leader = ExploreThenCommit.of(IntervalSearch.of(LEADER, 0.3), 3);
        double[] x = new double[2];
        int[] answers = {0, 1, 1};
        for (int answer : answers) {
            leader.commitment(x);
            assertThat(x).containsExactly(0, 1);
            leader.observe(answer);
        }
        leader.commitment(x);
        assertThat(x).containsExactly(1, 0);
        ExploreThenCommit fork = leader.fork();
        for (int i = 0; i < 3; i++) {
            fork.observe(0);
        }
        // Answers 1 at 0 and 0 at 1: the middle.
        fork.commitment(x);
        assertThat(x).containsExactly(0.5, 0.5);
        leader.commitment(x);
        assertThat(x).containsExactly(1, 0);
        ExploreThenCommit settling = leader.withSettling(2);
        for (int answer : new int[] {0, 0, 1, 0, 1}) {
            settling.commitment(x);
            assertThat(x).containsExactly(0, 1);
            settling.observe(answer);
        }
        settling.commitment(x);
        assertThat(x).containsExactly(1, 0);
        assertThatThrownBy(leader::inducedResponse).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> leader.observe(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExploreThenCommit.of(IntervalSearch.of(LEADER, 0.3), 0))
                .hasMessageContaining("roundsPerQuery");
        fork.reset();
        fork.commitment(x);
        assertThat(x).containsExactly(0, 1);
        assertThat(leader)
                .hasToString(
                        "explore then commit, 3 rounds for each query of bisection to resolution 0.3 with margin 0.0");
    }
}
